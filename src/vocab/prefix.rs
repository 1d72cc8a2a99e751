//! The standard prefixes. They are stable: queries written elsewhere rely on them.

use std::borrow::Cow;

/// A prefix and its IRI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefix {
    /// The text before the colon, for example `bil`.
    pub name: &'static str,
    /// The IRI before the local name.
    pub iri: &'static str,
}

const fn prefix(name: &'static str, iri: &'static str) -> Prefix {
    Prefix { name, iri }
}

/// Every prefix that is declared for queries and used in exports, in alphabetical order.
pub const PREFIXES: &[Prefix] = &[
    prefix("act", "https://w3id.org/bilateral/act/"),
    prefix("bil", "https://w3id.org/bilateral/ontology#"),
    prefix("dcterms", "http://purl.org/dc/terms/"),
    prefix("doc", "https://w3id.org/bilateral/readout/"),
    prefix("id", "https://w3id.org/bilateral/id/"),
    prefix("item", "https://w3id.org/bilateral/item/"),
    prefix("oa", "http://www.w3.org/ns/oa#"),
    prefix("org", "http://www.w3.org/ns/org#"),
    prefix("owl", "http://www.w3.org/2002/07/owl#"),
    prefix("prov", "http://www.w3.org/ns/prov#"),
    prefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    prefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    prefix("schema", "https://schema.org/"),
    prefix("sector", "https://w3id.org/bilateral/sector/"),
    prefix("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
    prefix("skos", "http://www.w3.org/2004/02/skos/core#"),
    prefix("topic", "https://w3id.org/bilateral/topic/"),
    prefix("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Splits an IRI into the longest standard prefix and a local name that Turtle and SPARQL accept without escapes, so
/// that `prefix:local` can be written. `None` if no such pair exists.
#[must_use]
pub fn shorten(iri: &str) -> Option<(Prefix, &str)> {
    PREFIXES
        .iter()
        .filter_map(|prefix| Some((*prefix, iri.strip_prefix(prefix.iri)?)))
        .filter(|(_, local)| is_local_name(local))
        .max_by_key(|(prefix, _)| prefix.iri.len())
}

/// The prefixed name of an IRI, such as `id:minsk`, if [`shorten`] finds one.
#[must_use]
pub fn compact(iri: &str) -> Option<String> {
    shorten(iri).map(|(prefix, local)| [prefix.name, local].join(":"))
}

/// Expands `prefix:local` to an IRI; `None` if the prefix is not a standard one.
#[must_use]
pub fn expand(name: &str) -> Option<Cow<'static, str>> {
    let (prefix, local) = name.split_once(':')?;
    let known = PREFIXES.iter().find(|known| known.name == prefix)?;
    Some(if local.is_empty() {
        Cow::Borrowed(known.iri)
    } else {
        Cow::Owned([known.iri, local].concat())
    })
}

/// Whether a text may follow the colon of a prefixed name without escapes: the safe core of
/// [`PN_LOCAL`](https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL), in ASCII, with dots only inside.
#[must_use]
pub fn is_local_name(local: &str) -> bool {
    let first = |c: char| c.is_ascii_alphanumeric() || c == '_';
    !local.is_empty()
        && local.starts_with(first)
        && !local.ends_with('.')
        && local
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}
