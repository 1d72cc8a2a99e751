//! [N-Quads](https://www.w3.org/TR/n-quads/), sorted. Labels of blank nodes stay as they are.

use std::io::Write;

use oxigraph::model::Quad;

use super::lines;
use crate::export::ExportError;

/// Writes each statement once.
///
/// # Errors
/// [`ExportError::Write`] where the output cannot be written.
pub fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    Ok(lines::write(
        quads.iter().map(lines::with_graph).collect(),
        output,
    )?)
}
