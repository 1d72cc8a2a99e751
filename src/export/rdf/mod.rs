//! RDF syntaxes, one a file.
//!
//! *Takes* quads, in any order. *Gives* text that is the same for the same graph.
//! *Never* lets a Turtle or TriG text out before an independent parser has read it back.

mod block;
mod format;
mod n_quads;
mod names;
mod order;
mod read_back;
mod stubs;
mod terms;
mod trig;
mod turtle;

use std::io::Write;

use oxigraph::model::Quad;

use super::ExportError;
pub use format::RdfFormat;
pub use stubs::stubs;

/// Writes quads in a format. One that holds no named graphs gets the statements of all graphs, each once.
///
/// # Errors
/// [`ExportError::NotReadBack`] or [`ExportError::Unreadable`] where the text would not be read as the same graph
/// (nothing is written then), [`ExportError::Write`] where the output cannot be written.
pub fn write(quads: &[Quad], format: RdfFormat, output: &mut dyn Write) -> Result<(), ExportError> {
    match format {
        RdfFormat::Turtle => turtle::write(quads, output),
        RdfFormat::TriG => trig::write(quads, output),
        RdfFormat::NQuads => n_quads::write(quads, output),
    }
}
