//! What names mean: entities of twelve kinds, and the kinds of act.

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::phrase::Phrase;
use crate::text::is_same_name;
use crate::vocab::w3c::{org, schema};
use crate::vocab::{Namespace, bil, slug};

/// An actor, a post, a place, an instrument, an item, a sector or a topic, as a sheet declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetEntity {
    /// Its IRI in the namespace of its kind.
    pub iri: NamedNode,
    /// Its kind.
    pub kind: EntityKind,
    /// Its English label.
    pub name: String,
    /// Its form in running text, such as `the United States`, if that differs from the label.
    pub in_text: Option<String>,
    /// Its short form, such as `the oblast`; of a person the surname.
    pub short_name: Option<String>,
    /// Its other names.
    pub aliases: Vec<String>,
    /// What it is part of: for a person the body, for a post the actor, for an item or sector the broader one.
    pub part_of: Option<NamedNode>,
    /// The post that a person holds.
    pub post: Option<Post>,
}

/// A post, as an entity or as mere text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Post {
    /// A post that has an IRI.
    Known(NamedNode),
    /// The words for a post.
    Text(String),
}

/// Declares [`EntityKind`] from rows of kind, class and meaning.
macro_rules! entity_kinds {
    ($($kind:ident: $class:expr, $meaning:literal;)+) => {
        /// What an entity is, as far as it matters where it may be used.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum EntityKind {
            $(#[doc = $meaning] $kind,)+
        }

        impl EntityKind {
            /// Anything with a name.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The class of entities of this kind.
            #[must_use]
            pub fn class(self) -> NamedNodeRef<'static> {
                match self {
                    $(Self::$kind => $class,)+
                }
            }

            /// The word that sheets and messages use.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$kind => stringify!($kind),)+
                }
            }
        }
    };
}

entity_kinds! {
    State: bil::class::STATE, "A sovereign state.";
    Region: bil::class::REGION, "A part of a state that acts in its own name.";
    Organization: bil::class::ORGANIZATION, "A body, or a named group.";
    Person: bil::class::PERSON, "A human being.";
    Post: org::POST, "An office that a person holds for a time.";
    Place: schema::PLACE, "Where something happens.";
    Event: bil::class::EVENT, "A meeting, a visit or another event.";
    Instrument: bil::class::INSTRUMENT, "A treaty, law, order, programme or project.";
    Good: bil::class::GOOD, "What can be carried and sold.";
    Service: bil::class::SERVICE, "What is done for another.";
    Sector: bil::class::SECTOR, "A branch of the economy.";
    Topic: bil::class::TOPIC, "A subject that is not a sector.";
}

impl EntityKind {
    /// Those that can act, or be the target of an act.
    pub const ACTORS: &'static [Self] = &[
        Self::State,
        Self::Region,
        Self::Organization,
        Self::Person,
        Self::Post,
    ];
    /// Those that can speak and take part: a post may be used wherever a person may.
    pub const PEOPLE: &'static [Self] = &[Self::Person, Self::Post];
    /// Those where a meeting can be held.
    pub const PLACES: &'static [Self] = &[Self::Place, Self::State, Self::Region];
    /// Goods and services.
    pub const ITEMS: &'static [Self] = &[Self::Good, Self::Service];
    /// Branches of the economy.
    pub const SECTORS: &'static [Self] = &[Self::Sector];
    /// Meetings, visits and other events.
    pub const EVENTS: &'static [Self] = &[Self::Event];

    /// The kind of entity that a class means; `None` for one that is not in the model.
    #[must_use]
    pub fn of_class(class: NamedNodeRef<'_>) -> Option<Self> {
        if [bil::class::MEETING, bil::class::VISIT].contains(&class) {
            return Some(Self::Event);
        }
        Self::ALL.iter().copied().find(|kind| kind.class() == class)
    }

    /// The namespace of the IRIs of entities of this kind.
    #[must_use]
    pub fn namespace(self) -> Namespace {
        match self {
            Self::Good | Self::Service => Namespace::Item,
            Self::Sector => Namespace::Sector,
            Self::Topic => Namespace::Topic,
            _ => Namespace::Id,
        }
    }
}

/// A kind of act, as the ontology describes it: data and not a Rust enum, so that a dossier may add its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActKind {
    /// Its class, such as `bil:Offer`.
    pub iri: NamedNode,
    /// Its group, a superclass, such as `bil:Commitment`.
    pub group: NamedNode,
    /// Its English label.
    pub label: String,
    /// Other words for it, in any language.
    pub synonyms: Vec<String>,
    /// The predicates of generated labels for one doer.
    pub phrases: Vec<Phrase>,
    /// The predicates of generated labels for several doers, in the plural; without them, those for one doer.
    pub joint_phrases: Vec<Phrase>,
}

impl ActKind {
    /// The name that sheets use: the last segment of the IRI.
    #[must_use]
    pub fn name(&self) -> &str {
        slug(self.iri.as_ref())
    }

    /// Whether this is another word for it.
    pub(crate) fn is_also_called(&self, word: &str) -> bool {
        let mut synonyms = self.synonyms.iter();
        synonyms.any(|synonym| is_same_name(synonym, word))
    }
}
