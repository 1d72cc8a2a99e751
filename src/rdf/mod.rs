//! RDF: files into quads, and sheets into triples.
//!
//! *Input:* the RDF files of dossiers as bytes, or resolved sheets. *Output:* quads, with the places of statements on
//! request; every syntax error of a file or, if it has none, all its other mistakes.
//! *Never* puts a triple into two graphs: SPARQL over a union of graphs would count it twice.

mod base;
mod limits;
mod origins;
mod parse;
mod syntax_errors;
mod to_rdf;
mod xml;

pub use self::origins::Origins;
pub use self::parse::{Parsed, ParsedFile, node, parse, parse_alone};
pub use self::to_rdf::to_rdf;
