//! What people read: the acts as a table, the brief on one relationship, a timeline, all that is known of one thing,
//! the connections between two.
//!
//! *Takes* a [`Source`](crate::source::Source). *Gives* answers, Markdown and plain text.
//! *Never* looks at quads or sheets: what a page says was asked for in SPARQL, so that any endpoint can be behind it.

mod acts;
mod brief;
mod markup;
mod path;
mod show;
mod span;
mod telling;
mod timeline;
mod told;
mod when;

pub use acts::acts;
pub use brief::{Pair, brief};
pub use markup::Style;
pub use path::connections;
pub use show::show;
pub use span::Span;
pub use timeline::timeline;
