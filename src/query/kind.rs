//! The kinds of parameter: what a value means, and how it is found.

use std::fmt;

use crate::model::EntityKind;

/// What a parameter stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterKind {
    /// A state, region, organization, person or post.
    Actor,
    /// A person or post.
    Person,
    /// A branch of work.
    Sector,
    /// A good or service.
    Item,
    /// A subject that is no sector.
    Topic,
    /// Anything with a name.
    Entity,
    /// A meeting, a visit or another happening.
    Event,
    /// A kind of act.
    Kind,
    /// A readout, by its slug.
    Readout,
    /// A day; of a month or year the first.
    Date,
    /// A day; of a month or year the last.
    EndDate,
    /// A whole or decimal number.
    Number,
    /// Words as they are.
    Text,
    /// Whatever the value looks like: the kind of a parameter that is not declared.
    Any,
}

impl ParameterKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 14] = [
        Self::Actor,
        Self::Person,
        Self::Sector,
        Self::Item,
        Self::Topic,
        Self::Entity,
        Self::Event,
        Self::Kind,
        Self::Readout,
        Self::Date,
        Self::EndDate,
        Self::Number,
        Self::Text,
        Self::Any,
    ];

    /// The word that headers use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Person => "person",
            Self::Sector => "sector",
            Self::Item => "item",
            Self::Topic => "topic",
            Self::Entity => "entity",
            Self::Event => "event",
            Self::Kind => "kind",
            Self::Readout => "readout",
            Self::Date => "date",
            Self::EndDate => "end-date",
            Self::Number => "number",
            Self::Text => "text",
            Self::Any => "any",
        }
    }

    /// A value of this kind, to show how one is given.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Actor | Self::Entity | Self::Any => "belarus",
            Self::Person => "aleksandr-lukashenko",
            Self::Sector => "construction",
            Self::Item => "cement",
            Self::Topic => "security",
            Self::Event | Self::Readout => "2017-11-13-minsk",
            Self::Kind => "Offer",
            Self::Date | Self::EndDate => "2017-11-13",
            Self::Number => "10",
            Self::Text => "words",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The sorts of thing that a value may name; none where it names no thing.
    pub(crate) const fn sorts(self) -> &'static [EntityKind] {
        match self {
            Self::Actor => EntityKind::ACTORS,
            Self::Person => EntityKind::PEOPLE,
            Self::Sector => EntityKind::SECTORS,
            Self::Item => EntityKind::ITEMS,
            Self::Topic => &[EntityKind::Topic],
            Self::Entity | Self::Any => EntityKind::ALL,
            Self::Event => EntityKind::EVENTS,
            Self::Kind | Self::Readout | Self::Date | Self::EndDate | Self::Number | Self::Text => {
                &[]
            }
        }
    }
}

impl fmt::Display for ParameterKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
