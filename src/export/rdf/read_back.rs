//! Reads a text back, and compares the result with the statements that it should contain.
//!
//! Turtle and TriG are read with a parser that shares no code with the writer, other syntaxes with Oxigraph's. Both
//! return statements in the order in which they were written, so both are compared side by side: nothing is collected,
//! even for a large graph.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::Read;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{
    BlankNodeRef, GraphNameRef, LiteralRef, NamedNodeRef, NamedOrBlankNodeRef, Quad, QuadRef,
    TermRef,
};
use rio_api::model as rio;
use rio_api::parser::QuadsParser;
use rio_turtle::TriGParser;

use super::order::Graphs;
use crate::export::ExportError;

/// Compares a text in two pieces, Turtle if graphs are merged and TriG otherwise. TriG includes Turtle.
///
/// # Errors
/// [`ExportError::Unreadable`], or [`ExportError::NotReadBack`] with the first difference.
pub fn turtle(
    [head, body]: &[String; 2],
    statements: &[&Quad],
    graphs: Graphs,
) -> Result<(), ExportError> {
    let format = match graphs {
        Graphs::Merged => RdfFormat::Turtle,
        Graphs::Apart => RdfFormat::TriG,
    };
    let mut walk = Walk::new(format, statements, graphs);
    let text = head.as_bytes().chain(body.as_bytes());
    TriGParser::new(text, None).parse_all(&mut |read| walk.step(&read, quad(read)))?;
    walk.end()
}

/// Compares a text in a syntax that Oxigraph reads.
///
/// # Errors
/// [`ExportError::NotReadBack`] with the first difference.
pub fn serialized(
    text: &[u8],
    format: RdfFormat,
    statements: &[&Quad],
    graphs: Graphs,
) -> Result<(), ExportError> {
    let mut walk = Walk::new(format, statements, graphs);
    for read in RdfParser::from_format(format).for_slice(text) {
        let read = read.map_err(|error| walk.differs(error.to_string()))?;
        walk.step(&read, Some(read.as_ref()))?;
    }
    walk.end()
}

/// The expected statements, one after the other.
struct Walk<'a> {
    format: RdfFormat,
    statements: std::slice::Iter<'a, &'a Quad>,
    graphs: Graphs,
    /// The mapping between written and read labels of blank nodes: a parser may relabel them, but distinct labels stay
    /// distinct.
    labels: BTreeMap<(bool, String), String>,
}

impl<'a> Walk<'a> {
    fn new(format: RdfFormat, statements: &'a [&'a Quad], graphs: Graphs) -> Self {
        Self {
            format,
            statements: statements.iter(),
            graphs,
            labels: BTreeMap::new(),
        }
    }

    /// Takes the next statement, which must equal the one just read.
    fn step(&mut self, shown: &dyn Display, read: Option<QuadRef<'_>>) -> Result<(), ExportError> {
        match self.statements.next() {
            Some(written) if read.is_some_and(|read| self.is_same(written.as_ref(), read)) => {
                Ok(())
            }
            Some(written) => Err(self.differs(format!("`{written}` reads as `{shown}`"))),
            None => Err(self.differs(format!("`{shown}` is read, but stands nowhere"))),
        }
    }

    fn end(mut self) -> Result<(), ExportError> {
        match self.statements.next() {
            Some(written) => Err(self.differs(format!("`{written}` is not read"))),
            None => Ok(()),
        }
    }

    fn differs(&self, difference: String) -> ExportError {
        ExportError::NotReadBack {
            format: self.format.name(),
            difference,
        }
    }

    fn is_same(&mut self, written: QuadRef<'_>, read: QuadRef<'_>) -> bool {
        self.is_same_term(written.subject.into(), read.subject.into())
            && written.predicate == read.predicate
            && self.is_same_term(written.object, read.object)
            && self.is_same_graph(written.graph_name, read.graph_name)
    }

    fn is_same_graph(&mut self, written: GraphNameRef<'_>, read: GraphNameRef<'_>) -> bool {
        match (written, read) {
            _ if self.graphs == Graphs::Merged => read == GraphNameRef::DefaultGraph,
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
        let mut maps_to = |is_written, from: &str, to: &str| {
            let label = self.labels.entry((is_written, from.to_owned()));
            label.or_insert_with(|| to.to_owned()) == to
        };
        maps_to(true, written, read) && maps_to(false, read, written)
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

/// A statement that Rio has read; `None` if it is about a statement, which the writer never writes.
fn quad(read: rio::Quad<'_>) -> Option<QuadRef<'_>> {
    let subject: NamedOrBlankNodeRef<'_> = match read.subject {
        rio::Subject::NamedNode(node) => named(node).into(),
        rio::Subject::BlankNode(node) => blank(node).into(),
        rio::Subject::Triple(_) => return None,
    };
    let object: TermRef<'_> = match read.object {
        rio::Term::NamedNode(node) => named(node).into(),
        rio::Term::BlankNode(node) => blank(node).into(),
        rio::Term::Literal(rio::Literal::Simple { value }) => {
            LiteralRef::new_simple_literal(value).into()
        }
        rio::Term::Literal(rio::Literal::LanguageTaggedString { value, language }) => {
            LiteralRef::new_language_tagged_literal_unchecked(value, language).into()
        }
        rio::Term::Literal(rio::Literal::Typed { value, datatype }) => {
            LiteralRef::new_typed_literal(value, named(datatype)).into()
        }
        rio::Term::Triple(_) => return None,
    };
    let graph: GraphNameRef<'_> = match read.graph_name {
        None => GraphNameRef::DefaultGraph,
        Some(rio::GraphName::NamedNode(node)) => named(node).into(),
        Some(rio::GraphName::BlankNode(node)) => blank(node).into(),
    };
    Some(QuadRef::new(subject, named(read.predicate), object, graph))
}

fn named(node: rio::NamedNode<'_>) -> NamedNodeRef<'_> {
    NamedNodeRef::new_unchecked(node.iri)
}

fn blank(node: rio::BlankNode<'_>) -> BlankNodeRef<'_> {
    BlankNodeRef::new_unchecked(node.id)
}
