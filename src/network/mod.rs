//! The network of ties: who is tied to whom, by what, how strongly, and by which acts.
//!
//! *Takes* a view, a source and records, or the rows of a view and what is known of the things in them.
//! *Gives* a [`Network`], the same for the same rows in any order. *Never* lets anybody else know petgraph.
//!
//! Not every tie is an act. Where a view ties somebody to a post or to an event, its `?act` is what carries the
//! evidence: the membership, or the event. Such a thing is then told like an act: by its name and, as far as it has
//! them, its exact words; its link leads to those words, to the text that reports it, or to the page that it names.

mod adjacency;
pub mod analysis;
mod bundled;
mod cut;
mod edge;
mod error;
mod facts;
mod graph;
mod iri_ranks;
mod level;
pub mod measures;
mod paths;
mod projection;
mod scope;
mod sectors;
mod tie;
mod view;

pub use bundled::Bundling;
pub use edge::{Edge, Share};
pub use error::NetworkError;
pub use facts::{ActFacts, Facts, NodeFacts, RelationFacts};
pub use graph::Network;
pub use level::Level;
pub use paths::{Heading, Path, Step};
pub use projection::Projection;
pub use scope::Scope;
pub use sectors::Sectors;
pub use tie::Tie;
pub use view::{acts, palette};
