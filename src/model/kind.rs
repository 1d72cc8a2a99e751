//! Kinds of act: data out of the ontology, never a Rust enum, so that a dossier may add its own.

use oxigraph::model::{NamedNode, NamedNodeRef};

/// A kind of act, as the ontology describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActKind {
    /// Its class, such as `bil:Offer`.
    pub iri: NamedNode,
    /// The group of which it is a subclass, such as `bil:Commitment`.
    pub group: NamedNode,
    /// Its English label.
    pub label: String,
    /// The predicate of a generated sentence, with the slots `{to}` and `{what}`.
    pub phrase: String,
}

impl ActKind {
    /// The name that sheets use: the last segment of the IRI.
    #[must_use]
    pub fn name(&self) -> &str {
        slug(self.iri.as_ref())
    }
}

/// The last segment of an IRI: the slug, if the IRI is minted.
#[must_use]
pub fn slug(iri: NamedNodeRef<'_>) -> &str {
    let iri = iri.as_str();
    iri.rsplit_once(['#', '/']).map_or(iri, |(_, local)| local)
}
