//! [N-Quads](https://www.w3.org/TR/n-quads/) in the
//! [canonical form](https://www.w3.org/TR/rdf-canon/#canonical-quads) of RDF canonicalization: a statement a line, sorted.
//!
//! Oxigraph spells terms in just this form. Labels of blank nodes stay as they are.

use std::io::Write;

use oxigraph::model::{GraphName, Quad};

use crate::export::ExportError;

/// Writes each statement once.
///
/// # Errors
/// [`ExportError::Write`] where the output cannot be written.
pub(super) fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    let mut lines: Vec<String> = quads.iter().map(line).collect();
    lines.sort_unstable();
    lines.dedup();
    for line in lines {
        output.write_all(line.as_bytes())?;
    }
    Ok(())
}

fn line(quad: &Quad) -> String {
    let Quad {
        subject,
        predicate,
        object,
        graph_name,
    } = quad;
    match graph_name {
        GraphName::DefaultGraph => format!("{subject} {predicate} {object} .\n"),
        named => format!("{subject} {predicate} {object} {named} .\n"),
    }
}
