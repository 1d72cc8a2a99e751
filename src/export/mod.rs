//! Output syntaxes: answers as tables, the graph as RDF, the network as a picture and for other programs.
//!
//! *Takes* answers, quads and networks. *Gives* text in one syntax, the same bytes for the same input.
//! *Never* queries, and never opens a file: it writes to what it is given.

pub mod dot;
mod error;
pub mod exchange;
mod flat;
mod name;
pub mod rdf;
pub mod results;
mod xml;

pub use error::ExportError;
