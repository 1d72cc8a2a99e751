//! Namespaces of minted IRIs, one for each kind of entity, and the named graphs.

use oxigraph::model::{NamedNode, NamedNodeRef};

/// Declares [`Namespace`] from rows of name, IRI and meaning.
macro_rules! namespaces {
    ($($name:ident = $iri:literal, $meaning:literal;)+) => {
        /// A namespace of minted IRIs, `<namespace><slug>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Namespace {
            $(#[doc = $meaning] $name,)+
        }

        impl Namespace {
            const ALL: &[Self] = &[$(Self::$name),+];

            /// The IRI before the slug.
            #[must_use]
            pub const fn iri(self) -> &'static str {
                match self {
                    $(Self::$name => $iri,)+
                }
            }
        }
    };
}

namespaces! {
    Id = "https://w3id.org/bilateral/id/", "Actors, posts, places, events, instruments: `id:`.";
    Sector = "https://w3id.org/bilateral/sector/", "Sectors: `sector:`.";
    Item = "https://w3id.org/bilateral/item/", "Goods and services: `item:`.";
    Topic = "https://w3id.org/bilateral/topic/", "Topics that are not sectors: `topic:`.";
    Act = "https://w3id.org/bilateral/act/", "Acts: `act:`.";
    Readout = "https://w3id.org/bilateral/readout/", "Readouts, each also the name of its graph: `doc:`.";
    Ontology = "https://w3id.org/bilateral/ontology#", "Classes and properties: `bil:`.";
}

impl Namespace {
    /// The namespaces of entities that a sheet may name by slug alone, in the order in which they are tried.
    pub const NAMED: [Self; 4] = [Self::Id, Self::Sector, Self::Item, Self::Topic];

    /// The namespace of an IRI.
    #[must_use]
    pub fn of(iri: NamedNodeRef<'_>) -> Option<Self> {
        let local = |namespace: &Self| iri.as_str().strip_prefix(namespace.iri());
        let mut namespaces = Self::ALL.iter().copied();
        namespaces.find(|namespace| local(namespace).is_some_and(|local| !local.is_empty()))
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
