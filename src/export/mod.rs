//! Output syntaxes: results as tables, the graph as RDF, the network as a picture and for other programs, findings.
//!
//! *Takes* answers, quads, networks and findings. *Returns* text in one syntax, the same bytes for the same input.
//! *Never* queries, and never opens a file: it writes to the given writer.

pub mod analysis;
pub mod dot;
mod error;
pub mod exchange;
pub mod findings;
mod format;
mod name;
pub mod rdf;
pub mod results;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use error::ExportError;
pub use format::is_named;
