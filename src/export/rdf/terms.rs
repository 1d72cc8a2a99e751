//! RDF terms in Turtle syntax, and the prefixes that they use.

use std::collections::BTreeSet;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{LiteralRef, NamedNodeRef, TermRef};

use crate::text::unicode::is_unseen;
use crate::vocab::w3c::rdf;
use crate::vocab::{PREFIXES, shorten};

/// An unfinished Turtle text.
#[derive(Debug, Default)]
pub struct TurtleWriter {
    pub text: String,
    prefixes: BTreeSet<&'static str>,
}

impl TurtleWriter {
    /// The text in two pieces: the prefixes that it uses, in the order of the standard table, and the rest.
    pub fn into_pieces(self) -> [String; 2] {
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

    pub fn predicate(&mut self, predicate: NamedNodeRef<'_>) {
        if predicate == rdf::TYPE {
            self.text.push('a');
        } else {
            self.iri(predicate);
        }
    }

    pub fn term(&mut self, term: TermRef<'_>) {
        match term {
            TermRef::NamedNode(node) => self.iri(node),
            TermRef::BlankNode(node) => self.text.extend(["_:", node.as_str()]),
            TermRef::Literal(literal) => self.literal(literal),
        }
    }

    fn iri(&mut self, node: NamedNodeRef<'_>) {
        if let Some((prefix, local)) = shorten(node.as_str()) {
            self.prefixes.insert(prefix.name);
            self.text.extend([prefix.name, ":", local]);
        } else {
            self.text.push('<');
            for c in node.as_str().chars() {
                if is_unseen(c) || is_no_iri_character(c) {
                    self.escape_code(c);
                } else {
                    self.text.push(c);
                }
            }
            self.text.push('>');
        }
    }

    fn literal(&mut self, literal: LiteralRef<'_>) {
        if is_shorthand(literal) {
            self.text.push_str(literal.value());
            return;
        }
        self.text.push('"');
        for c in literal.value().chars() {
            self.character(c);
        }
        self.text.push('"');
        if let Some(language) = literal.language() {
            self.text.extend(["@", language]);
        } else if literal.datatype() != xsd::STRING {
            self.text.push_str("^^");
            self.iri(literal.datatype());
        }
    }

    /// A character of a string, escaped if a diff would hide it.
    fn character(&mut self, c: char) {
        match c {
            '\t' => self.text.push_str("\\t"),
            '\u{8}' => self.text.push_str("\\b"),
            '\n' => self.text.push_str("\\n"),
            '\r' => self.text.push_str("\\r"),
            '\u{C}' => self.text.push_str("\\f"),
            '"' => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            _ if is_unseen(c) => self.escape_code(c),
            _ => self.text.push(c),
        }
    }

    /// `\u00AD`, or `\U000E0001` beyond the basic plane.
    fn escape_code(&mut self, c: char) {
        let code = u32::from(c);
        let escape = if code <= 0xFFFF {
            format!("\\u{code:04X}")
        } else {
            format!("\\U{code:08X}")
        };
        self.text.push_str(&escape);
    }
}

/// Characters that [`IRIREF`](https://www.w3.org/TR/turtle/#grammar-production-IRIREF) allows only as escapes.
fn is_no_iri_character(c: char) -> bool {
    matches!(
        c,
        ' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\'
    )
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
