//! Terms as people write them, and sentences with slots for them.

use oxigraph::model::{LiteralRef, NamedNodeRef, Term, TermRef};

use crate::source::Row;
use crate::vocab::slug;
use crate::vocab::w3c::xsd;
use crate::vocab::{Namespace, PREFIXES, compact};

/// A sentence with each `{?name}` replaced by the value of the variable; by nothing if it is unbound.
///
/// A plain text or a count is the rule's own and is not quoted, except `?value`, which is from the data.
pub fn filled(sentence: &str, row: &Row) -> String {
    let mut text = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, slot)) = rest.split_once("{?") {
        text.push_str(before);
        let Some((name, after)) = slot.split_once('}') else {
            text.push_str("{?");
            rest = slot;
            continue;
        };
        match row.get(name).map(Term::as_ref) {
            Some(TermRef::Literal(words)) if name != "value" && is_plain(words) => {
                text.push_str(words.value());
            }
            Some(term) => text.push_str(&called(term)),
            None => {}
        }
        rest = after;
    }
    text + rest
}

fn is_plain(literal: LiteralRef<'_>) -> bool {
    [xsd::STRING, xsd::INTEGER].contains(&literal.datatype())
}

/// A term between backquotes: an entity by its slug, another IRI by its prefixed name, a literal by its words.
fn called(term: TermRef<'_>) -> String {
    match term {
        TermRef::NamedNode(node) => format!("`{}`", short(node)),
        TermRef::Literal(literal) => format!("`{}`", literal.value()),
        TermRef::BlankNode(_) => "a node without a name".to_owned(),
    }
}

/// The shortest name of an IRI. One of ours keeps its prefix even where Turtle would need escapes.
pub fn short(node: NamedNodeRef<'_>) -> String {
    let iri = node.as_str();
    if Namespace::of(node).is_some_and(|namespace| Namespace::NAMED.contains(&namespace)) {
        return slug(node).to_owned();
    }
    if let Some(name) = compact(iri) {
        return name;
    }
    let mut ours = PREFIXES.iter().filter(|_| Namespace::of(node).is_some());
    let local = ours.find_map(|prefix| Some((prefix.name, iri.strip_prefix(prefix.iri)?)));
    local.map_or_else(
        || iri.to_owned(),
        |(prefix, local)| format!("{prefix}:{local}"),
    )
}
