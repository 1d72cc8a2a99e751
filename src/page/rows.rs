//! The rows of a page's own queries, as plain values.

use oxigraph::model::{NamedNode, Term};

use crate::source::{Answer, Limits, Row, Source, SourceError};

/// Runs a query of a page and hands each row on.
pub(super) fn each(
    source: &Source,
    sparql: &str,
    limits: &Limits,
    mut row: impl FnMut(&Row),
) -> Result<(), SourceError> {
    if let Answer::Solutions(solutions) = source.run(sparql, limits)? {
        for solution in solutions {
            row(&solution?);
        }
    }
    Ok(())
}

/// The node in a column.
pub(super) fn node(row: &Row, column: &str) -> Option<NamedNode> {
    match row.get(column)? {
        Term::NamedNode(node) => Some(node.clone()),
        _ => None,
    }
}

/// The text of a literal, or the IRI of a node, in a column.
pub(super) fn text(row: &Row, column: &str) -> Option<String> {
    match row.get(column)? {
        Term::NamedNode(node) => Some(node.as_str().to_owned()),
        Term::Literal(literal) => Some(literal.value().to_owned()),
        Term::BlankNode(_) => None,
    }
}

/// The number in a column.
pub(super) fn number(row: &Row, column: &str) -> Option<i64> {
    text(row, column)?.parse().ok()
}
