//! [N-Triples](https://www.w3.org/TR/n-triples/), sorted: all graphs as one. Blank nodes keep their labels.

use std::io::Write;

use oxigraph::model::Quad;

use super::lines;
use crate::export::ExportError;

/// Writes the statements of all graphs, each once.
///
/// # Errors
/// [`ExportError::Write`] if the output cannot be written.
pub fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    Ok(lines::write(
        quads.iter().map(lines::without_graph).collect(),
        output,
    )?)
}
