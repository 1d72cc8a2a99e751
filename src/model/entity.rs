//! What names stand for: entities of twelve kinds, and the kinds of act.

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::phrase::Phrase;
use crate::vocab::w3c::{org, schema};
use crate::vocab::{Namespace, bil, slug};

/// An actor, a post, a place, an instrument, an item, a sector or a topic, as a sheet declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entity {
    /// Its IRI in the namespace of its kind.
    pub iri: NamedNode,
    /// What it is.
    pub sort: EntityKind,
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
pub enum Post {
    /// A post that has an IRI.
    Known(NamedNode),
    /// The words for a post.
    Text(String),
}

/// What an entity is, as far as it matters where it may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A sovereign state.
    State,
    /// A part of a state that acts in its own name.
    Region,
    /// A body, or a named group.
    Organization,
    /// A human being.
    Person,
    /// An office that a person holds for a time.
    Post,
    /// Where something happens.
    Place,
    /// A meeting, a visit or another event.
    Event,
    /// A treaty, law, order, programme or project.
    Instrument,
    /// What can be carried and sold.
    Good,
    /// What is done for another.
    Service,
    /// A branch of work.
    Sector,
    /// A subject that is no sector.
    Topic,
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
    /// Where a meeting can be held.
    pub const PLACES: &'static [Self] = &[Self::Place, Self::State, Self::Region];
    /// Goods and services.
    pub const ITEMS: &'static [Self] = &[Self::Good, Self::Service];
    /// Branches of work.
    pub const SECTORS: &'static [Self] = &[Self::Sector];
    /// Meetings, visits and other events.
    pub const EVENTS: &'static [Self] = &[Self::Event];
    /// Anything with a name.
    pub const ALL: &'static [Self] = &[
        Self::State,
        Self::Region,
        Self::Organization,
        Self::Person,
        Self::Post,
        Self::Place,
        Self::Event,
        Self::Instrument,
        Self::Good,
        Self::Service,
        Self::Sector,
        Self::Topic,
    ];

    /// The kind of entity that a class means; `None` for one that is not in the model.
    #[must_use]
    pub fn of_class(class: NamedNodeRef<'_>) -> Option<Self> {
        let meeting_or_visit = class == bil::class::MEETING || class == bil::class::VISIT;
        if meeting_or_visit {
            return Some(Self::Event);
        }
        Self::ALL.iter().copied().find(|sort| sort.class() == class)
    }

    /// The class of entities of this kind.
    #[must_use]
    pub fn class(self) -> NamedNodeRef<'static> {
        match self {
            Self::State => bil::class::STATE,
            Self::Region => bil::class::REGION,
            Self::Organization => bil::class::ORGANIZATION,
            Self::Person => bil::class::PERSON,
            Self::Post => org::POST,
            Self::Place => schema::PLACE,
            Self::Event => bil::class::EVENT,
            Self::Instrument => bil::class::INSTRUMENT,
            Self::Good => bil::class::GOOD,
            Self::Service => bil::class::SERVICE,
            Self::Sector => bil::class::SECTOR,
            Self::Topic => bil::class::TOPIC,
        }
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

    /// The word that sheets and messages use.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::State => "State",
            Self::Region => "Region",
            Self::Organization => "Organization",
            Self::Person => "Person",
            Self::Post => "Post",
            Self::Place => "Place",
            Self::Event => "Event",
            Self::Instrument => "Instrument",
            Self::Good => "Good",
            Self::Service => "Service",
            Self::Sector => "Sector",
            Self::Topic => "Topic",
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
}
