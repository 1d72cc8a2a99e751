//! [N-Quads](https://www.w3.org/TR/n-quads/), sorted. Blank nodes keep their labels.

use std::io::Write;

use oxigraph::model::Quad;

use super::lines;
use crate::export::ExportError;

/// Writes each statement once.
///
/// # Errors
/// [`ExportError::Write`] if the output cannot be written.
pub fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    Ok(lines::write(
        quads.iter().map(lines::with_graph).collect(),
        output,
    )?)
}
