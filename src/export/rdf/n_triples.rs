//! [N-Triples](https://www.w3.org/TR/n-triples/), sorted: all graphs as one. Labels of blank nodes stay as they are.

use std::io::Write;

use oxigraph::model::Quad;

use super::lines;
use crate::export::ExportError;

/// Writes the statements of all graphs, each once.
///
/// # Errors
/// [`ExportError::Write`] where the output cannot be written.
pub fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    Ok(lines::write(
        quads.iter().map(lines::without_graph).collect(),
        output,
    )?)
}
