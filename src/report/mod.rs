//! Pages: the brief on one relationship, a timeline, everything that is known about one entity, the connections between
//! two, the names with some words.
//!
//! *Takes* [`Records`](crate::records::Records). *Returns* [`Document`](crate::document::Document)s, charts and the sheets
//! of a workbook as data, the rows of acts, and found names. *Never* uses SPARQL or quads.
//!
//! Each page has a file or a folder; the lines of acts and of events, which are the same on every page, have a file
//! each.

mod acts;
mod amount;
mod attribution;
mod brief;
mod chart;
mod connections;
mod event_lines;
mod find;
mod inferred;
mod sentences;
mod show;
mod span;
mod timeline;
mod workbook;

pub use acts::acts;
pub use brief::{BriefRequest, brief};
pub use chart::{Stack, commitments as commitments_chart, figure as figure_chart, measures};
pub use connections::connections;
pub use find::{FoundAct, FoundName, find, find_acts};
pub use show::show;
pub use span::{DateSpan, NoContent};
pub use timeline::timeline;
pub use workbook::workbook;
