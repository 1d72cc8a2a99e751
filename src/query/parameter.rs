//! The parameters of a query, and the kinds of their values.

use std::fmt;

use crate::model::EntityKind;

/// A parameter of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parameter {
    /// The variable, without its `?`.
    pub name: String,
    /// The kind of its values.
    pub kind: ParameterKind,
    /// Its meaning, in words.
    pub meaning: String,
    /// Whether it is required.
    pub required: bool,
    /// Whether the answer may be empty without it.
    pub advised: bool,
}

impl Parameter {
    /// A parameter that a query does not declare: its kind is the one with its name, or any.
    pub(crate) fn guessed(name: String) -> Self {
        Self {
            kind: ParameterKind::from_word(&name).unwrap_or(ParameterKind::Any),
            name,
            meaning: String::new(),
            required: false,
            advised: false,
        }
    }
}

/// The kind of a parameter's values, and how values are resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ParameterKind {
    /// A state, region, organization, person or post.
    Actor,
    /// A person or post.
    Person,
    /// A sector.
    Sector,
    /// A good or service.
    Item,
    /// A topic.
    Topic,
    /// Any entity with a name.
    Entity,
    /// A meeting, a visit or another event.
    Event,
    /// A kind of act.
    Kind,
    /// A readout, by its slug.
    Readout,
    /// A date; for a month or year, its first day.
    Date,
    /// A date; for a month or year, its last day.
    EndDate,
    /// A whole or decimal number.
    Number,
    /// Text, unchanged.
    Text,
    /// Any value, interpreted by its form; the kind of an undeclared parameter.
    Any,
}

impl ParameterKind {
    /// Every kind, in the order of help and messages.
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

    /// Its name in headers, an example of a value, and the kinds of entity that a value can name.
    const fn row(self) -> (&'static str, &'static str, &'static [EntityKind]) {
        match self {
            Self::Actor => ("actor", "belarus", EntityKind::ACTORS),
            Self::Person => ("person", "aleksandr-lukashenko", EntityKind::PEOPLE),
            Self::Sector => ("sector", "construction", EntityKind::SECTORS),
            Self::Item => ("item", "cement", EntityKind::ITEMS),
            Self::Topic => ("topic", "security", &[EntityKind::Topic]),
            Self::Entity => ("entity", "belarus", EntityKind::ALL),
            Self::Event => ("event", "2017-11-13-minsk", EntityKind::EVENTS),
            Self::Kind => ("kind", "Offer", &[]),
            Self::Readout => ("readout", "2017-11-13-minsk", &[]),
            Self::Date => ("date", "2017-11-13", &[]),
            Self::EndDate => ("end-date", "2017-11-13", &[]),
            Self::Number => ("number", "10", &[]),
            Self::Text => ("text", "words", &[]),
            Self::Any => ("any", "belarus", EntityKind::ALL),
        }
    }

    /// Its name in headers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.row().0
    }

    /// An example of a value.
    #[must_use]
    pub const fn example(self) -> &'static str {
        self.row().1
    }

    /// The kinds of entity that a value can name; empty if values do not name entities.
    pub(crate) const fn entity_kinds(self) -> &'static [EntityKind] {
        self.row().2
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl fmt::Display for ParameterKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
