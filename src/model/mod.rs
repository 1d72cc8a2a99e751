//! What the tool talks about, as types: names resolved, quotes anchored, nothing of any file format.
//!
//! The types carry the ontology's words: class `bil:Offer` is an [`ActKind`], `bil:Act` an `Act`.
//! *Never* reads a file and never knows where a value stood in one.

mod gazetteer;
mod kind;
mod sort;

pub use gazetteer::{Gazetteer, NameError, Thing, slug};
pub use kind::ActKind;
pub use sort::Sort;
