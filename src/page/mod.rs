//! What people read: the acts as a table, the brief on one relationship.
//!
//! *Takes* a [`Source`](crate::source::Source). *Gives* answers and Markdown.
//! *Never* looks at quads or sheets: what a page says was asked for in SPARQL, so that any endpoint can be behind it.

mod acts;
mod brief;
mod markup;
mod telling;
mod told;
mod when;

pub use acts::acts;
pub use brief::{Pair, brief};
pub use markup::Style;
