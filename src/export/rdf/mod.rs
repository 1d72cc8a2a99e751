//! RDF syntaxes, one in each file.
//!
//! *Takes* quads in any order. *Returns* text that is the same for the same graph.
//! *Never* returns text that a parser has not read back, except for line-based syntaxes; the parser for Turtle and TriG
//! shares no code with the writer.

mod block;
mod canonical;
mod format;
mod json_ld;
mod lines;
mod n_quads;
mod n_triples;
mod names;
mod order;
mod rdf_xml;
mod read_again;
mod read_back;
mod stubs;
mod terms;
mod trig;
mod turtle;
mod xml_names;

use std::io::Write;

use oxigraph::model::Quad;

use super::ExportError;
pub use canonical::canonical;
pub use format::RdfFormat;
pub use stubs::stubs;

/// Writes quads in a format. A format without named graphs gets the statements of all graphs, each once.
///
/// # Errors
/// [`ExportError::NotReadBack`] or [`ExportError::Unreadable`] if the text does not read back as the same graph, and
/// [`ExportError::NotCarried`] if the syntax cannot express something (then nothing is written); [`ExportError::Write`]
/// if the output cannot be written.
pub fn write(quads: &[Quad], format: RdfFormat, output: &mut dyn Write) -> Result<(), ExportError> {
    match format {
        RdfFormat::Turtle => turtle::write(quads, output),
        RdfFormat::TriG => trig::write(quads, output),
        RdfFormat::NTriples => n_triples::write(quads, output),
        RdfFormat::NQuads => n_quads::write(quads, output),
        RdfFormat::RdfXml => rdf_xml::write(quads, output),
        RdfFormat::JsonLd => json_ld::write(quads, output),
    }
}
