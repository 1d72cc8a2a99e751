//! [RDF/XML](https://www.w3.org/TR/rdf-syntax-grammar/) and [JSON-LD](https://www.w3.org/TR/json-ld11/), which Oxigraph
//! writes.
//!
//! RDF/XML has an element for each subject. Oxigraph's writer does not escape carriage returns, which every XML reader
//! turns into line feeds, does not check the names of elements, and writes characters that XML forbids: all three are
//! done here.
//!
//! JSON-LD is in expanded form, with an object for each subject, within an object for each named graph. It has no
//! context and no prefixes, because a foreign IRI such as `item:7` would then expand to one of ours. Every literal is a
//! string with its type or language, never a JSON number or boolean, which readers may write in another form.

use std::io::Write;
use std::sync::LazyLock;

use oxigraph::io::RdfSerializer;
use oxigraph::model::{BlankNode, NamedNodeRef, NamedOrBlankNode, Quad, Term, TripleRef};
use regex::Regex;

use super::format::RdfFormat;
use super::order::{Graphs, in_reading_order};
use super::read_back;
use crate::export::ExportError;
use crate::text::xml::{Forbidden, forbidden};
use crate::vocab::PREFIXES;
use crate::vocab::w3c::rdf;

/// Replaces `rdf:type` before a class that cannot be the name of an element; Oxigraph's writer would make it one.
const TYPE_AS_PROPERTY: NamedNodeRef<'static> =
    NamedNodeRef::new_unchecked("http://www.w3.org/1999/02/22-rdf-syntax-ns#type-as-property");

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// The namespace of `xmlns` itself, which must not get a prefix.
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
/// Names in the RDF namespace that are syntax of RDF/XML instead of properties.
const SYNTAX: &str = "Description RDF ID about aboutEach aboutEachPrefix bagID datatype li nodeID parseType resource";

/// The characters that begin a [name of XML](https://www.w3.org/TR/xml/#NT-NameStartChar), without the colon.
const NAME_START: &str = r"A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}";
/// The characters that only continue one.
const NAME_REST: &str = r"\-.0-9\u{B7}\u{300}-\u{36F}\u{203F}\u{2040}";

/// A name at the end of an IRI.
#[expect(clippy::expect_used, reason = "a test compiles it")]
static NAME_AT_END: LazyLock<Regex> = LazyLock::new(|| {
    let name = format!("[{NAME_START}][{NAME_START}{NAME_REST}]*$");
    Regex::new(&name).expect("a regular expression")
});

/// Writes each graph separately, the default graph first, after reading the text back.
///
/// # Errors
/// As [`super::write`].
pub fn json_ld(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    let statements = in_reading_order(quads, Graphs::Apart);
    let format = RdfFormat::JsonLd.syntax();
    let mut serializer = RdfSerializer::from_format(format).for_writer(Vec::new());
    for statement in &statements {
        serializer.serialize_quad(*statement)?;
    }
    let mut text = serializer.finish()?;
    read_back::serialized(&text, format, &statements, Graphs::Apart)?;
    text.push(b'\n');
    Ok(output.write_all(&text)?)
}

/// Writes the statements of all graphs, each once, after reading the text back.
///
/// # Errors
/// As [`super::write`]; [`ExportError::NotCarried`] for a predicate that does not end in an XML name and for characters
/// that XML forbids.
pub fn rdf_xml(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    let statements = in_reading_order(quads, Graphs::Merged);
    let format = RdfFormat::RdfXml.syntax();
    let mut serializer = RdfSerializer::from_format(format);
    for prefix in PREFIXES {
        serializer = with_prefix(serializer, prefix.name, prefix.iri);
    }
    let mut serializer = serializer.for_writer(Vec::new());
    for statement in &statements {
        let statement = xml_statement(statement)?;
        serializer.serialize_triple(TripleRef::from(statement.as_ref()))?;
    }
    let text = xml_text(serializer.finish()?);
    read_back::serialized(text.as_bytes(), format, &statements, Graphs::Merged)?;
    Ok(output.write_all(text.as_bytes())?)
}

#[expect(clippy::expect_used, reason = "the standard prefixes are constants")]
fn with_prefix(serializer: RdfSerializer, name: &str, iri: &str) -> RdfSerializer {
    let serializer = serializer.with_prefix(name, iri);
    serializer.expect("the IRI of a standard prefix is valid")
}

/// The text with the corrections to Oxigraph's. In the content of elements and attributes, `<` is always escaped.
#[expect(clippy::expect_used, reason = "every string of a statement is UTF-8")]
fn xml_text(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes).expect("XML in UTF-8");
    let text = text.replace('\r', "&#xD;");
    text.replace("<rdf:type-as-property ", "<rdf:type ") + "\n"
}

/// A statement that Oxigraph can write as XML.
fn xml_statement(statement: &Quad) -> Result<Quad, ExportError> {
    let Quad {
        subject,
        predicate,
        object,
        ..
    } = statement;
    if !is_element_name(predicate.as_str()) {
        let reason = "is no name in XML, or a word of RDF/XML itself";
        return Err(not_carried(format!("the predicate {predicate} {reason}")));
    }
    let mut statement = statement.clone();
    if let NamedOrBlankNode::BlankNode(node) = subject {
        statement.subject = node_id(node).into();
    }
    match object {
        Term::NamedNode(class) if *predicate == rdf::TYPE && !is_element_name(class.as_str()) => {
            statement.predicate = TYPE_AS_PROPERTY.into_owned();
        }
        Term::NamedNode(_) => {}
        Term::BlankNode(node) => statement.object = node_id(node).into(),
        Term::Literal(literal) => {
            if let Some(Forbidden(character)) = forbidden(literal.value()) {
                let code = u32::from(character);
                return Err(not_carried(format!(
                    "the character U+{code:04X}, which stands in what {predicate} says of {subject}, is none of XML"
                )));
            }
        }
    }
    Ok(statement)
}

/// A label with a letter in front, because an XML name must not begin with a digit.
fn node_id(node: &BlankNode) -> BlankNode {
    BlankNode::new_unchecked(["b", node.as_str()].concat())
}

fn not_carried(what: String) -> ExportError {
    ExportError::NotCarried {
        format: "RDF/XML",
        what,
        instead: "Turtle, N-Triples and JSON-LD",
    }
}

/// Whether an IRI ends in a name of XML, and means nothing else in RDF/XML.
fn is_element_name(iri: &str) -> bool {
    let mut syntax = SYNTAX.split(' ');
    let is_syntax = iri
        .strip_prefix(RDF)
        .is_some_and(|local| syntax.any(|word| word == local));
    !is_syntax && !iri.starts_with(XMLNS) && NAME_AT_END.is_match(iri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_is_named_after_the_end_of_an_iri() {
        for iri in [
            "https://e.org/ns#by",
            "https://e.org/2by",
            "https://e.org/-.by-2.x",
            "urn:isbn:foo",
            "https://e.org/é·x",
            "https://e.org/%20x",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        ] {
            assert!(is_element_name(iri), "{iri}");
        }
        for iri in [
            "https://e.org/",
            "https://e.org/12",
            "https://e.org/a?b=1",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#aboutEach",
            "http://www.w3.org/2000/xmlns/x",
        ] {
            assert!(!is_element_name(iri), "{iri}");
        }
    }
}
