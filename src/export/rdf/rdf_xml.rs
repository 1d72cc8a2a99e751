//! [RDF/XML](https://www.w3.org/TR/rdf-syntax-grammar/): all graphs as one, an element for each subject.
//!
//! This is our own writer, because Oxigraph's does not escape carriage returns, which every XML reader turns into line
//! feeds, and writes invalid names for IRIs that do not end in one.

use std::io::Write;

use oxigraph::model::{NamedNodeRef, NamedOrBlankNodeRef, Quad, TermRef};

use super::order::{Graphs, in_reading_order};
use super::read_again;
use super::xml_names::{Name, Prefixes};
use crate::export::ExportError;
use crate::text::xml::{Forbidden, attribute, text};
use crate::vocab::w3c::{rdf, xsd};

/// Writes the statements of all graphs, each once, after reading the text back.
///
/// # Errors
/// As [`super::write`]; [`ExportError::NotCarried`] for a predicate that does not end in an XML name and for characters
/// that XML forbids.
pub fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    let statements = in_reading_order(quads, Graphs::Merged);
    let mut document = Document::default();
    for subject in statements.chunk_by(|a, b| a.subject == b.subject) {
        document.subject(subject)?;
    }
    let whole = document.into_text();
    let format = oxigraph::io::RdfFormat::RdfXml;
    read_again::compare(whole.as_bytes(), format, &statements, Graphs::Merged)?;
    Ok(output.write_all(whole.as_bytes())?)
}

/// The elements so far, and the prefixes that they use.
#[derive(Default)]
struct Document {
    body: String,
    prefixes: Prefixes,
}

impl Document {
    fn into_text(self) -> String {
        let Self { body, prefixes } = self;
        let declarations = prefixes.declarations();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF{declarations}>\n{body}</rdf:RDF>\n"
        )
    }

    /// All statements about one subject; its first type with a prefix is the name of the element.
    fn subject(&mut self, statements: &[&Quad]) -> Result<(), ExportError> {
        let Some(first) = statements.first() else {
            return Ok(());
        };
        let class = class(first).and_then(|class| self.prefixes.shorten(class));
        let rest = statements
            .get(usize::from(class.is_some())..)
            .unwrap_or_default();
        let name = class.unwrap_or_else(|| "rdf:Description".to_owned());
        let about = match first.subject.as_ref() {
            NamedOrBlankNodeRef::NamedNode(node) => attribute("rdf:about", node.as_str()),
            NamedOrBlankNodeRef::BlankNode(node) => Ok(node_id(node.as_str())),
        };
        let about = about.map_err(|character| forbidden(character, first))?;
        if rest.is_empty() {
            self.push(&["  <", &name, &about, "/>\n"]);
            return Ok(());
        }
        self.push(&["  <", &name, &about, ">\n"]);
        for statement in rest {
            self.property(statement)?;
        }
        self.push(&["  </", &name, ">\n"]);
        Ok(())
    }

    fn property(&mut self, statement: &Quad) -> Result<(), ExportError> {
        let Some(Name { name, declaration }) = self.prefixes.name(statement.predicate.as_ref())
        else {
            let reason = "is no name in XML, or a word of RDF/XML itself";
            let what = format!("the predicate {} {reason}", statement.predicate);
            return Err(not_carried(what));
        };
        self.push(&["    <", &name, &declaration]);
        self.value(&name, statement.object.as_ref())
            .map_err(|character| forbidden(character, statement))
    }

    /// The rest of a property's element.
    fn value(&mut self, name: &str, object: TermRef<'_>) -> Result<(), Forbidden> {
        match object {
            TermRef::NamedNode(node) => {
                let resource = attribute("rdf:resource", node.as_str())?;
                self.push(&[&resource, "/>\n"]);
            }
            TermRef::BlankNode(node) => self.push(&[&node_id(node.as_str()), "/>\n"]),
            TermRef::Literal(literal) => {
                let kind = match (literal.language(), literal.datatype()) {
                    (Some(language), _) => attribute("xml:lang", language)?,
                    (None, xsd::STRING) => String::new(),
                    (None, datatype) => attribute("rdf:datatype", datatype.as_str())?,
                };
                let value = text(literal.value())?;
                self.push(&[&kind, ">", &value, "</", name, ">\n"]);
            }
        }
        Ok(())
    }

    fn push(&mut self, pieces: &[&str]) {
        self.body.extend(pieces.iter().copied());
    }
}

fn forbidden(Forbidden(character): Forbidden, statement: &Quad) -> ExportError {
    let (code, subject) = (u32::from(character), &statement.subject);
    let predicate = &statement.predicate;
    not_carried(format!(
        "the character U+{code:04X}, which stands in what {predicate} says of {subject}, is none of XML"
    ))
}

fn not_carried(what: String) -> ExportError {
    ExportError::NotCarried {
        format: "RDF/XML",
        what,
        instead: "Turtle, N-Triples and JSON-LD",
    }
}

/// The class in a type statement.
fn class(statement: &Quad) -> Option<NamedNodeRef<'_>> {
    match statement.object.as_ref() {
        TermRef::NamedNode(class) if statement.predicate == rdf::TYPE => Some(class),
        _ => None,
    }
}

/// With a letter in front, because an XML name must not begin with a digit, but a label may.
fn node_id(label: &str) -> String {
    format!(" rdf:nodeID=\"b{label}\"")
}
