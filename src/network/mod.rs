//! The network of ties: who is tied to whom, by what, how strongly, and by which acts.
//!
//! *Takes* a view and a source, or the rows of a view and what is known of the things in them.
//! *Gives* a [`Network`], the same for the same rows in any order. *Never* lets anybody else know petgraph.

mod error;
mod facts;
mod graph;
mod known;
mod tie;
mod view;

pub use error::NetworkError;
pub use facts::{ActFacts, Facts, NodeFacts, RelationFacts};
pub use graph::{Edge, Network};
pub use known::palette;
pub use tie::Tie;
