//! The sorts of thing that a name can stand for.

use oxigraph::model::NamedNodeRef;

use crate::vocab::w3c::{org, schema};
use crate::vocab::{Namespace, bil};

/// What a thing is, as far as it matters where it may stand.
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
    /// A meeting, a visit or another happening.
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
    /// Those who can do or be told something.
    pub const ACTORS: &'static [Self] = &[
        Self::State,
        Self::Region,
        Self::Organization,
        Self::Person,
        Self::Post,
    ];
    /// Those who can speak and take part: a post may stand wherever a person may.
    pub const PEOPLE: &'static [Self] = &[Self::Person, Self::Post];
    /// Where a meeting can be held.
    pub const PLACES: &'static [Self] = &[Self::Place, Self::State, Self::Region];
    /// Goods and services.
    pub const ITEMS: &'static [Self] = &[Self::Good, Self::Service];
    /// Branches of work.
    pub const SECTORS: &'static [Self] = &[Self::Sector];
    /// Meetings, visits and other happenings.
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

    /// The sort of a class, `None` for one that names no thing of the model.
    #[must_use]
    pub fn of_class(class: NamedNodeRef<'_>) -> Option<Self> {
        let meeting_or_visit = class == bil::class::MEETING || class == bil::class::VISIT;
        if meeting_or_visit {
            return Some(Self::Event);
        }
        Self::ALL.iter().copied().find(|sort| sort.class() == class)
    }

    /// The class that entities of this sort get.
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

    /// The namespace in which things of this sort get their IRI.
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
