//! Reads a text back with a parser that shares no code with the writer, and compares the result.
//!
//! The parser returns statements in the order in which they were written, so both are compared side by side: nothing is
//! collected, even for a large graph.

use std::io::{BufRead, Read};

use oxigraph::model::vocab::xsd;
use oxigraph::model::{GraphNameRef, LiteralRef, NamedOrBlankNodeRef, Quad, TermRef};
use rio_api::model as rio;
use rio_api::parser::{QuadsParser, TriplesParser};
use rio_turtle::{TriGParser, TurtleParser};

use crate::export::ExportError;

/// Compares a Turtle text, given in two pieces, with the statements that it should contain, ignoring graphs.
///
/// # Errors
/// [`ExportError::Unreadable`], or [`ExportError::NotReadBack`] with the first difference.
pub fn turtle(pieces: &[String; 2], statements: &[&Quad]) -> Result<(), ExportError> {
    let mut walk = Walk::new("Turtle", statements);
    TurtleParser::new(joined(pieces), None)
        .parse_all(&mut |triple| walk.step(&triple, |written| is_same_triple(written, &triple)))?;
    walk.end()
}

/// Compares a TriG text, given in two pieces, with the statements that it should contain.
///
/// # Errors
/// [`ExportError::Unreadable`], or [`ExportError::NotReadBack`] with the first difference.
pub fn trig(pieces: &[String; 2], statements: &[&Quad]) -> Result<(), ExportError> {
    let mut walk = Walk::new("TriG", statements);
    TriGParser::new(joined(pieces), None).parse_all(&mut |quad| {
        let triple = rio::Triple {
            subject: quad.subject,
            predicate: quad.predicate,
            object: quad.object,
        };
        walk.step(&quad, |written| {
            is_same_graph(written.graph_name.as_ref(), quad.graph_name)
                && is_same_triple(written, &triple)
        })
    })?;
    walk.end()
}

fn joined([head, body]: &[String; 2]) -> impl BufRead {
    head.as_bytes().chain(body.as_bytes())
}

/// An iterator over the expected statements.
struct Walk<'a> {
    format: &'static str,
    statements: std::slice::Iter<'a, &'a Quad>,
}

impl<'a> Walk<'a> {
    fn new(format: &'static str, statements: &'a [&'a Quad]) -> Self {
        Self {
            format,
            statements: statements.iter(),
        }
    }

    /// Takes the next statement, which must equal the one just read.
    fn step(
        &mut self,
        read: &impl ToString,
        is_same: impl Fn(&Quad) -> bool,
    ) -> Result<(), ExportError> {
        match self.statements.next() {
            Some(written) if is_same(written) => Ok(()),
            Some(written) => self.differs(format!("`{written}` reads as `{}`", read.to_string())),
            None => self.differs(format!(
                "`{}` is read, but stands nowhere",
                read.to_string()
            )),
        }
    }

    fn end(mut self) -> Result<(), ExportError> {
        match self.statements.next() {
            Some(written) => self.differs(format!("`{written}` is not read")),
            None => Ok(()),
        }
    }

    fn differs(&self, difference: String) -> Result<(), ExportError> {
        Err(ExportError::NotReadBack {
            format: self.format,
            difference,
        })
    }
}

fn is_same_graph(written: GraphNameRef<'_>, read: Option<rio::GraphName<'_>>) -> bool {
    match (written, read) {
        (GraphNameRef::DefaultGraph, None) => true,
        (GraphNameRef::NamedNode(node), Some(rio::GraphName::NamedNode(read))) => node == read.iri,
        (GraphNameRef::BlankNode(node), Some(rio::GraphName::BlankNode(read))) => {
            is_same_blank_node(node.as_str(), read.id)
        }
        _ => false,
    }
}

fn is_same_triple(written: &Quad, read: &rio::Triple<'_>) -> bool {
    is_same_subject(written.subject.as_ref(), read.subject)
        && written.predicate.as_str() == read.predicate.iri
        && is_same_object(written.object.as_ref(), read.object)
}

fn is_same_subject(written: NamedOrBlankNodeRef<'_>, read: rio::Subject<'_>) -> bool {
    match (written, read) {
        (NamedOrBlankNodeRef::NamedNode(node), rio::Subject::NamedNode(read)) => node == read.iri,
        (NamedOrBlankNodeRef::BlankNode(node), rio::Subject::BlankNode(read)) => {
            is_same_blank_node(node.as_str(), read.id)
        }
        _ => false,
    }
}

fn is_same_object(written: TermRef<'_>, read: rio::Term<'_>) -> bool {
    match (written, read) {
        (TermRef::NamedNode(node), rio::Term::NamedNode(read)) => node == read.iri,
        (TermRef::BlankNode(node), rio::Term::BlankNode(read)) => {
            is_same_blank_node(node.as_str(), read.id)
        }
        (TermRef::Literal(literal), rio::Term::Literal(read)) => is_same_literal(literal, read),
        _ => false,
    }
}

/// Rio keeps labels, but adds a `d` to those that look like its own (`riog00000001`).
fn is_same_blank_node(written: &str, read: &str) -> bool {
    written == read || (written.starts_with("riog") && read.strip_suffix('d') == Some(written))
}

fn is_same_literal(written: LiteralRef<'_>, read: rio::Literal<'_>) -> bool {
    let (value, language, datatype) = match read {
        rio::Literal::Simple { value } => (value, None, None),
        rio::Literal::LanguageTaggedString { value, language } => (value, Some(language), None),
        rio::Literal::Typed { value, datatype } => (value, None, Some(datatype.iri)),
    };
    let same_language = match (written.language(), language) {
        // Rio writes language tags in lower case; RDF ignores their case.
        (Some(written), Some(read)) => written.eq_ignore_ascii_case(read),
        (None, None) => true,
        _ => false,
    };
    let same_datatype = datatype.map_or_else(
        || written.language().is_some() || written.datatype() == xsd::STRING,
        |datatype| written.datatype() == datatype,
    );
    written.value() == value && same_language && same_datatype
}
