//! Named queries and views, and their parameters, bound safely into SPARQL.
//!
//! *Takes* the texts of `.rq` files or of the command line, and values for their parameters.
//! *Returns* a [`Catalogue`] of named queries, and a query in which each value is an escaped term.
//! *Never* pastes a value into a query as text, and never opens a file.

mod error;
mod header;
mod named;
mod parameter;
mod slot;
mod value;

pub use error::QueryError;
pub use header::{Entry, header, stem};
pub use named::{Catalogue, NamedQuery};
pub use parameter::{Parameter, ParameterKind};
pub use slot::substitute;
pub use value::ValueError;
