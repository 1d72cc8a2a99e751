//! RDF syntaxes.
//!
//! *Takes* quads in any order. *Returns* text that is the same for the same graph.
//! *Never* returns text that a parser has not read back, except for line-based syntaxes; the parser for Turtle and TriG
//! shares no code with the writer.

mod canonical;
mod format;
mod lines;
mod names;
mod order;
mod read_back;
mod serialized;
mod stubs;
mod terms;
mod turtle;

use std::io::Write;

use oxigraph::model::Quad;

use self::order::Graphs;
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
        RdfFormat::Turtle => turtle::write(quads, Graphs::Merged, output),
        RdfFormat::TriG => turtle::write(quads, Graphs::Apart, output),
        RdfFormat::NTriples => Ok(lines::write(quads, Graphs::Merged, output)?),
        RdfFormat::NQuads => Ok(lines::write(quads, Graphs::Apart, output)?),
        RdfFormat::RdfXml => serialized::rdf_xml(quads, output),
        RdfFormat::JsonLd => serialized::json_ld(quads, output),
    }
}
