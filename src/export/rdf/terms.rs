//! RDF terms in Turtle syntax, and the prefixes that they use.

use std::collections::BTreeSet;
use std::fmt::Write;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{GraphName, LiteralRef, NamedNodeRef, NamedOrBlankNode, TermRef};

use crate::text::unicode::is_unseen;
use crate::vocab::w3c::rdf;
use crate::vocab::{PREFIXES, shorten};

/// An unfinished Turtle text.
#[derive(Debug, Default)]
pub struct TurtleWriter {
    pub(crate) text: String,
    prefixes: BTreeSet<&'static str>,
}

impl TurtleWriter {
    /// The text in two pieces: the prefixes that it uses, in the order of the standard table, and the rest.
    pub(crate) fn into_pieces(self) -> [String; 2] {
        let used = PREFIXES
            .iter()
            .filter(|prefix| self.prefixes.contains(prefix.name));
        let mut declarations: String = used
            .flat_map(|prefix| ["@prefix ", prefix.name, ": <", prefix.iri, "> .\n"])
            .collect();
        if !declarations.is_empty() {
            declarations.push('\n');
        }
        [declarations, self.text]
    }

    pub(crate) fn graph_name(&mut self, graph: &GraphName) {
        match graph {
            GraphName::NamedNode(node) => self.iri(node.as_ref()),
            GraphName::BlankNode(node) => self.blank_node(node.as_str()),
            GraphName::DefaultGraph => {}
        }
    }

    pub(crate) fn subject(&mut self, subject: &NamedOrBlankNode) {
        match subject {
            NamedOrBlankNode::NamedNode(node) => self.iri(node.as_ref()),
            NamedOrBlankNode::BlankNode(node) => self.blank_node(node.as_str()),
        }
    }

    pub(crate) fn predicate(&mut self, predicate: NamedNodeRef<'_>) {
        if predicate == rdf::TYPE {
            self.text.push('a');
        } else {
            self.iri(predicate);
        }
    }

    pub(crate) fn object(&mut self, object: TermRef<'_>) {
        match object {
            TermRef::NamedNode(node) => self.iri(node),
            TermRef::BlankNode(node) => self.blank_node(node.as_str()),
            TermRef::Literal(literal) => self.literal(literal),
        }
    }

    fn blank_node(&mut self, label: &str) {
        self.text.push_str("_:");
        self.text.push_str(label);
    }

    fn iri(&mut self, node: NamedNodeRef<'_>) {
        if let Some((prefix, local)) = shorten(node.as_str()) {
            self.prefixes.insert(prefix.name);
            self.text.push_str(prefix.name);
            self.text.push(':');
            self.text.push_str(local);
        } else {
            self.text.push('<');
            self.escaped(
                node.as_str(),
                |c| is_unseen(c) || is_no_iri_character(c),
                escape_code,
            );
            self.text.push('>');
        }
    }

    fn literal(&mut self, literal: LiteralRef<'_>) {
        if is_shorthand(literal) {
            self.text.push_str(literal.value());
            return;
        }
        self.text.push('"');
        let needs_escape = |c| matches!(c, '"' | '\\') || is_unseen(c);
        self.escaped(literal.value(), needs_escape, escape_in_string);
        self.text.push('"');
        if let Some(language) = literal.language() {
            self.text.push('@');
            self.text.push_str(language);
        } else if literal.datatype() != xsd::STRING {
            self.text.push_str("^^");
            self.iri(literal.datatype());
        }
    }

    /// Copies a text, long stretches without escapes at once.
    fn escaped(
        &mut self,
        text: &str,
        needs_escape: impl Fn(char) -> bool,
        escape: impl Fn(&mut String, char),
    ) {
        for piece in text.split_inclusive(&needs_escape) {
            match piece.char_indices().next_back() {
                Some((start, last)) if needs_escape(last) => {
                    self.text.push_str(piece.get(..start).unwrap_or_default());
                    escape(&mut self.text, last);
                }
                _ => self.text.push_str(piece),
            }
        }
    }
}

/// Characters that [`IRIREF`](https://www.w3.org/TR/turtle/#grammar-production-IRIREF) allows only as escapes.
fn is_no_iri_character(c: char) -> bool {
    matches!(
        c,
        ' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\'
    )
}

fn escape_in_string(text: &mut String, c: char) {
    match c {
        '\t' => text.push_str("\\t"),
        '\u{8}' => text.push_str("\\b"),
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\u{C}' => text.push_str("\\f"),
        '"' => text.push_str("\\\""),
        '\\' => text.push_str("\\\\"),
        _ => escape_code(text, c),
    }
}

/// `\u00AD`, or `\U000E0001` beyond the basic plane.
fn escape_code(text: &mut String, c: char) {
    let code = u32::from(c);
    let written = if code <= 0xFFFF {
        write!(text, "\\u{code:04X}")
    } else {
        write!(text, "\\U{code:08X}")
    };
    debug_assert!(written.is_ok(), "a String takes whatever is written to it");
}

/// Whether every Turtle reader keeps this bare lexical form: some readers turn the valid numbers `01` and `+1` into
/// `1`.
fn is_shorthand(literal: LiteralRef<'_>) -> bool {
    let value = literal.value();
    match literal.datatype() {
        xsd::INTEGER => is_plain_number(value) && value != "-0",
        xsd::DECIMAL => value
            .split_once('.')
            .is_some_and(|(whole, fraction)| is_plain_number(whole) && is_digits(fraction)),
        xsd::BOOLEAN => matches!(value, "true" | "false"),
        _ => false,
    }
}

/// Digits, perhaps with a minus sign, without leading zeros.
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    is_digits(digits) && (digits == "0" || !digits.starts_with('0'))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
