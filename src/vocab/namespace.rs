//! Namespaces of minted IRIs, one for each kind of entity, and the named graphs.

use oxigraph::model::{NamedNode, NamedNodeRef};

/// A namespace of minted IRIs, `<namespace><slug>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Namespace {
    /// Actors, posts, places, events, instruments: `id:`.
    Id,
    /// Sectors: `sector:`.
    Sector,
    /// Goods and services: `item:`.
    Item,
    /// Topics that are not sectors: `topic:`.
    Topic,
    /// Acts: `act:`.
    Act,
    /// Readouts, each also the name of its graph: `doc:`.
    Readout,
    /// Classes and properties: `bil:`.
    Ontology,
}

impl Namespace {
    /// The namespaces of entities that a sheet may name by slug alone, in the order in which they are tried.
    pub const NAMED: [Self; 4] = [Self::Id, Self::Sector, Self::Item, Self::Topic];

    /// The IRI before the slug.
    #[must_use]
    pub const fn iri(self) -> &'static str {
        match self {
            Self::Id => "https://w3id.org/bilateral/id/",
            Self::Sector => "https://w3id.org/bilateral/sector/",
            Self::Item => "https://w3id.org/bilateral/item/",
            Self::Topic => "https://w3id.org/bilateral/topic/",
            Self::Act => "https://w3id.org/bilateral/act/",
            Self::Readout => "https://w3id.org/bilateral/readout/",
            Self::Ontology => "https://w3id.org/bilateral/ontology#",
        }
    }

    /// All namespaces.
    const ALL: [Self; 7] = [
        Self::Id,
        Self::Sector,
        Self::Item,
        Self::Topic,
        Self::Act,
        Self::Readout,
        Self::Ontology,
    ];

    /// The namespace of an IRI.
    #[must_use]
    pub fn of(iri: NamedNodeRef<'_>) -> Option<Self> {
        let local = |namespace: &Self| iri.as_str().strip_prefix(namespace.iri());
        Self::ALL
            .into_iter()
            .find(|namespace| local(namespace).is_some_and(|local| !local.is_empty()))
    }

    /// The IRI of the entity with this slug. The slug must have only characters that an IRI allows.
    #[must_use]
    pub fn mint(self, slug: &str) -> NamedNode {
        NamedNode::new_unchecked([self.iri(), slug].concat())
    }
}

/// The last segment of an IRI: the slug, for those that we mint.
#[must_use]
pub fn slug(iri: NamedNodeRef<'_>) -> &str {
    let iri = iri.as_str();
    iri.rsplit_once(['#', '/']).map_or(iri, |(_, local)| local)
}

/// The named graphs other than those of readouts.
pub mod graph {
    use oxigraph::model::NamedNodeRef;

    /// Classes, properties, kinds of act, sectors, items and topics.
    pub const ONTOLOGY: NamedNodeRef<'static> =
        NamedNodeRef::new_unchecked("https://w3id.org/bilateral/ontology");
    /// Everything about actors, posts, places and events, from Turtle or from any sheet.
    pub const REFERENCE: NamedNodeRef<'static> =
        NamedNodeRef::new_unchecked("https://w3id.org/bilateral/reference");
    /// Derived statements, computed from all others.
    pub const DERIVED: NamedNodeRef<'static> =
        NamedNodeRef::new_unchecked("https://w3id.org/bilateral/derived");
}
