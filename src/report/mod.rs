//! Pages: the brief on one relationship, a timeline, all that is known of one entity, the connections between two.
//!
//! *Takes* [`Records`](crate::records::Records). *Returns* [`Document`](crate::document::Document)s, and the query
//! behind the table of acts. *Never* asks SPARQL or looks at quads.
//!
//! Each page has a file or a folder; the lines of acts and of events, the same on every page, have a file each.

mod acts;
mod brief;
mod connections;
mod event_lines;
mod inferred;
mod sentences;
mod show;
mod span;
mod timeline;

pub use acts::acts;
pub use brief::brief;
pub use connections::connections;
pub use show::show;
pub use span::Span;
pub use timeline::timeline;
