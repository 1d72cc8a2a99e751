//! A published text about a meeting, and all that a person recorded from it.

use oxigraph::model::NamedNode;

use super::{Act, Event, PartialDate};
use crate::vocab::Namespace;

/// The text itself: who published what, where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readout {
    /// The name of its folder.
    pub slug: String,
    /// Its address at the publisher's.
    pub source: NamedNode,
    /// Whose text it is.
    pub issued_by: Vec<NamedNode>,
    /// Who put it on paper or on line, where that is another.
    pub publisher: Option<NamedNode>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When somebody read it there.
    pub accessed: Option<PartialDate>,
    /// Whether its words are here; where they may not be stored, its title is in our words.
    pub has_words: bool,
    /// Its title.
    pub title: String,
    /// Its language, as a tag such as `en`.
    pub language: Option<String>,
    /// The SHA-256 of the file, in hexadecimal; `None` where the words may not be stored.
    pub sha256: Option<String>,
}

impl Readout {
    /// `doc:<slug>`, which is also the name of its graph.
    #[must_use]
    pub fn iri(&self) -> NamedNode {
        Namespace::Readout.mint(&self.slug)
    }
}

/// A fact sheet: what a person recorded from one readout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The text from which it was recorded.
    pub readout: Readout,
    /// The events that it tells of.
    pub events: Vec<Event>,
    /// What it says about entities.
    pub entities: Vec<super::Entity>,
    /// The acts, in the order of the text.
    pub acts: Vec<Act>,
}
