//! Terms as people call them, and sentences with slots for them.

use oxigraph::model::{NamedNodeRef, TermRef};

use crate::model::slug;
use crate::source::Row;
use crate::vocab::{Namespace, shorten};

/// A sentence with each `{?name}` replaced by what the variable is; nothing for one that is unbound.
pub(super) fn filled(sentence: &str, row: &Row) -> String {
    let mut text = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, slot)) = rest.split_once("{?") {
        text.push_str(before);
        let Some((name, after)) = slot.split_once('}') else {
            text.push_str("{?");
            rest = slot;
            continue;
        };
        if let Some(term) = row.get(name) {
            text.push_str(&called(term.as_ref()));
        }
        rest = after;
    }
    text + rest
}

/// A term between backquotes: a thing by its slug, another IRI by its prefixed name, a literal by its words.
pub(super) fn called(term: TermRef<'_>) -> String {
    match term {
        TermRef::NamedNode(node) => format!("`{}`", short(node)),
        TermRef::Literal(literal) => format!("`{}`", literal.value()),
        TermRef::BlankNode(_) => "a node without a name".to_owned(),
    }
}

/// The shortest name by which an IRI can be told.
pub(super) fn short(node: NamedNodeRef<'_>) -> String {
    let iri = node.as_str();
    let is_named = |namespace: &Namespace| iri.starts_with(namespace.iri());
    if Namespace::NAMED.iter().any(is_named) {
        return slug(node).to_owned();
    }
    match shorten(iri) {
        Some((prefix, local)) => format!("{}:{local}", prefix.name),
        None => iri.to_owned(),
    }
}
