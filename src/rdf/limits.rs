//! Files that would fill the memory: refused before a parser sees them, or while it reads.

use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term};

use super::syntax_errors;
use crate::diagnostic::Finding;
use crate::dossier::RdfFile;

/// The factor by which the statements of a file may be longer than its text: its prefixes abbreviate IRIs, and lists
/// repeat their subjects.
const MOST_GROWTH: usize = 100;
/// The bytes of statements that any file may hold.
const ALWAYS_ALLOWED: usize = 64 << 20;
/// How deep objects of JSON-LD may be nested.
const MOST_LEVELS: usize = 100;
/// The bytes of all open objects together: the parser takes some thirty times as much memory.
const MOST_HELD: usize = 64 << 20;

/// How many bytes of statements a file may still hold.
pub struct SizeBudget(usize);

impl SizeBudget {
    pub fn of(file: &RdfFile) -> Self {
        let most = file.bytes.len().saturating_mul(MOST_GROWTH);
        Self(most.saturating_add(ALWAYS_ALLOWED))
    }

    /// Whether there is room for another statement.
    pub fn holds(&mut self, quad: &Quad) -> bool {
        let length = length(quad);
        let is_room = self.0 >= length;
        self.0 = self.0.saturating_sub(length);
        is_room
    }

    /// The finding about a file that exceeds its budget.
    pub fn exceeded(file: &RdfFile) -> Finding {
        let message = format!(
            "the statements of this file are more than {MOST_GROWTH} times as long as the file: its prefixes or its base \
             abbreviate very long IRIs"
        );
        syntax_errors::in_file(file, message)
            .hint("declare short prefixes, or convert the file to N-Quads")
    }
}

/// The bytes of the terms of a statement.
fn length(quad: &Quad) -> usize {
    let subject = match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str().len(),
        NamedOrBlankNode::BlankNode(node) => node.as_str().len(),
    };
    let object = match &quad.object {
        Term::NamedNode(node) => node.as_str().len(),
        Term::BlankNode(node) => node.as_str().len(),
        Term::Literal(literal) => literal.value().len() + literal.datatype().as_str().len(),
    };
    let graph = match &quad.graph_name {
        GraphName::NamedNode(node) => node.as_str().len(),
        GraphName::BlankNode(node) => node.as_str().len(),
        GraphName::DefaultGraph => 0,
    };
    subject + quad.predicate.as_str().len() + object + graph
}

/// Refuses JSON-LD whose objects are nested too deep, or hold too much while they are open: the parser keeps all that it
/// has read of each open object, since an `@type` at the end may change what went before.
pub fn nesting_mistake(file: &RdfFile) -> Option<Finding> {
    let mut levels = 0_usize;
    // Each open object grows with each byte: what they hold together need not be added up anew.
    let (mut held, mut last) = (0_usize, 0_usize);
    let mut begun: Vec<usize> = Vec::new();
    for (at, byte) in brackets(&file.bytes) {
        held = held.saturating_add(levels.saturating_mul(at - last));
        last = at;
        if byte == b'{' {
            levels += 1;
            begun.push(at);
        } else if let Some(begin) = begun.pop() {
            if held > MOST_HELD {
                let message = "the objects of this file hold more than 64 MiB while they are open";
                return Some(too_deep(file, begin, message));
            }
            levels -= 1;
            held = held.saturating_sub(at - begin);
        }
        if levels > MOST_LEVELS {
            let message = format!("more than {MOST_LEVELS} objects are nested");
            return Some(too_deep(file, at, &message));
        }
    }
    None
}

fn too_deep(file: &RdfFile, at: usize, message: &str) -> Finding {
    let message = format!("{message}, which is not safe to read");
    syntax_errors::at(file, at..at + 1, message)
        .hint("name the nodes and list them one after the other, or convert the file to N-Quads")
}

/// Where objects begin and end: the brackets outside strings.
fn brackets(text: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    let (mut in_string, mut is_escaped) = (false, false);
    let bytes = text.iter().copied().enumerate();
    bytes.filter(move |(_, byte)| {
        if in_string {
            let ends = *byte == b'"' && !is_escaped;
            is_escaped = *byte == b'\\' && !is_escaped;
            in_string = !ends;
            return false;
        }
        in_string = *byte == b'"';
        matches!(byte, b'{' | b'}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Option<Finding> {
        nesting_mistake(&RdfFile {
            name: "a.jsonld".to_owned(),
            extension: "jsonld".to_owned(),
            base: None,
            bytes: text.as_bytes().to_owned().into(),
        })
    }

    #[test]
    fn objects_next_to_each_other_are_not_nested() {
        for text in [
            "[]".to_owned(),
            r#"{"a": "{{{{\"{{{"}"#.to_owned(),
            format!("[{}{{}}]", "{\"a\": {}},".repeat(10_000)),
            "{\"a\":".repeat(MOST_LEVELS) + "1" + &"}".repeat(MOST_LEVELS),
            "{".repeat(MOST_LEVELS),
            "}".repeat(10),
        ] {
            assert_eq!(check(&text), None);
        }
    }

    #[test]
    fn an_object_that_is_too_deep_is_reported_where_it_begins() {
        let text = "{\"a\":".repeat(MOST_LEVELS) + "{}" + &"}".repeat(MOST_LEVELS);
        let range = check(&text).unwrap().place.unwrap().range().unwrap();
        assert_eq!(range.start, 5 * MOST_LEVELS);
    }

    #[test]
    fn long_text_in_deep_objects_is_reported() {
        let words = |bytes: usize| format!("\"{}\"", "a".repeat(bytes));
        let deep = |bytes| "{\"a\":".repeat(64) + &words(bytes) + &"}".repeat(64);
        assert_eq!(check(&deep(1 << 19)), None);
        assert!(check(&deep(2 << 20)).is_some());
    }
}
