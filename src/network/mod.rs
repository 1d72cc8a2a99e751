//! The network of ties: nodes, relations, weights, and the acts behind each tie.
//!
//! A [view](of_view) selects ties, which make a [`Network`]: the same for the same rows in any order. Measures run on
//! its [`Projection`]. Only this module knows petgraph.
//!
//! Not every tie is an act. If a view ties an actor to a post or an event, its `?act` is what carries the evidence: the
//! membership or the event. It is then labelled and linked like an act.

mod adjacency;
pub mod analysis;
mod around;
mod bundle;
mod edge;
mod error;
mod facts;
mod graph;
mod level;
pub mod measures;
mod paths;
mod per_node;
mod projection;
mod scope;
mod tie;
mod view;

pub use bundle::{Bundling, bundle};
pub use edge::{Edge, Share};
pub use error::NetworkError;
pub use facts::{ActFacts, Facts, NodeFacts, RelationFacts};
pub use graph::Network;
pub use level::Level;
pub use paths::{Heading, Path, Step, shortest_paths};
pub use projection::{Projection, heavy_ties};
pub use scope::Scope;
pub use tie::Tie;
pub use view::{acts, of_view, of_views, palette};
