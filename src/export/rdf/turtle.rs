//! [Turtle](https://www.w3.org/TR/turtle/) for reading and for git: all graphs as one.

use std::io::Write;

use oxigraph::model::Quad;

use super::order::{Graphs, in_reading_order};
use super::terms::TurtleWriter;
use super::{block, read_back};
use crate::export::ExportError;

/// Writes the statements of all graphs, each once, after reading the text back.
///
/// # Errors
/// As [`super::write`].
pub fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    let statements = in_reading_order(quads, Graphs::Merged);
    let mut scribe = TurtleWriter::default();
    block::write_subjects(&mut scribe, &statements, "");
    let pieces = scribe.into_pieces();
    read_back::turtle(&pieces, &statements)?;
    for piece in pieces {
        output.write_all(piece.as_bytes())?;
    }
    Ok(())
}
