//! Reads RDF/XML and JSON-LD back with Oxigraph's parsers, and compares the result.
//!
//! The parsers return statements in the order in which they were written, so both are compared side by side.

use std::collections::BTreeMap;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{GraphName, GraphNameRef, LiteralRef, Quad, QuadRef, TermRef};

use super::order::Graphs;
use crate::export::ExportError;

/// Compares a text with the statements that it should contain; for merged graphs, graph names are ignored.
///
/// # Errors
/// [`ExportError::NotReadBack`] with the first difference.
pub fn compare(
    text: &[u8],
    format: RdfFormat,
    statements: &[&Quad],
    graphs: Graphs,
) -> Result<(), ExportError> {
    let mut walk = Walk {
        graphs,
        labels: BTreeMap::new(),
    };
    let mut written = statements.iter();
    let differs = |difference| ExportError::NotReadBack {
        format: format.name(),
        difference,
    };
    for read in RdfParser::from_format(format).for_slice(text) {
        let read = read.map_err(|error| differs(error.to_string()))?;
        match written.next() {
            Some(written) if walk.is_same(written.as_ref(), read.as_ref()) => {}
            Some(written) => return Err(differs(format!("`{written}` reads as `{read}`"))),
            None => return Err(differs(format!("`{read}` is read, but stands nowhere"))),
        }
    }
    match written.next() {
        Some(written) => Err(differs(format!("`{written}` is not read"))),
        None => Ok(()),
    }
}

struct Walk {
    graphs: Graphs,
    /// The mapping between old and new labels of blank nodes: a parser may relabel them, but distinct labels stay
    /// distinct.
    labels: BTreeMap<(bool, String), String>,
}

impl Walk {
    fn is_same(&mut self, written: QuadRef<'_>, read: QuadRef<'_>) -> bool {
        self.is_same_term(written.subject.into(), read.subject.into())
            && written.predicate == read.predicate
            && self.is_same_term(written.object, read.object)
            && self.is_same_graph(written.graph_name, read.graph_name)
    }

    fn is_same_graph(&mut self, written: GraphNameRef<'_>, read: GraphNameRef<'_>) -> bool {
        match (written, read) {
            _ if self.graphs == Graphs::Merged => read == GraphName::DefaultGraph.as_ref(),
            (GraphNameRef::BlankNode(written), GraphNameRef::BlankNode(read)) => {
                self.is_same_blank_node(written.as_str(), read.as_str())
            }
            _ => written == read,
        }
    }

    fn is_same_term(&mut self, written: TermRef<'_>, read: TermRef<'_>) -> bool {
        match (written, read) {
            (TermRef::BlankNode(written), TermRef::BlankNode(read)) => {
                self.is_same_blank_node(written.as_str(), read.as_str())
            }
            (TermRef::Literal(written), TermRef::Literal(read)) => is_same_literal(written, read),
            _ => written == read,
        }
    }

    fn is_same_blank_node(&mut self, written: &str, read: &str) -> bool {
        let mut leads_to = |is_written, from: &str, to: &str| {
            let known = self.labels.entry((is_written, from.to_owned()));
            known.or_insert_with(|| to.to_owned()) == to
        };
        leads_to(true, written, read) && leads_to(false, read, written)
    }
}

/// Parsers write language tags in lower case; RDF ignores their case.
fn is_same_literal(written: LiteralRef<'_>, read: LiteralRef<'_>) -> bool {
    let same_language = match (written.language(), read.language()) {
        (Some(written), Some(read)) => written.eq_ignore_ascii_case(read),
        (None, None) => true,
        _ => false,
    };
    written.value() == read.value() && written.datatype() == read.datatype() && same_language
}
