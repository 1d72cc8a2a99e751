//! Named questions and their parameters: what a reader asks, bound safely into SPARQL.
//!
//! *Takes* the texts of `.rq` files or of the command line, and the values that a user gave.
//! *Gives* a [`Catalogue`], and a query in which every value is an escaped term.
//! *Never* pastes a value into a query as text, and never opens a file.

mod catalogue;
mod comments;
mod error;
mod header;
mod kind;
mod named;
mod slot;
mod value;

pub use catalogue::Catalogue;
pub use comments::{Entry, header, stem};
pub use error::QueryError;
pub use kind::ParameterKind;
pub use named::{NamedQuery, Parameter, substitute};
pub use value::ValueError;
