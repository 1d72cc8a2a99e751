//! One act, with its parties, fields and passages, and what became of it.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::{Figure, Inferred, Text};
use crate::report::when::When;
use crate::vocab::bil;
use crate::vocab::w3c::rdf;

/// An act.
#[derive(Debug)]
pub struct Record {
    pub(crate) iri: NamedNode,
    /// The class of its kind.
    pub(crate) class: NamedNode,
    /// The kind's name.
    pub(crate) kind: String,
    pub(crate) group: String,
    /// The place of the kind among all kinds.
    pub(crate) order: i64,
    /// 1 to 7 for a commitment.
    pub(crate) strength: Option<i64>,
    pub(crate) sentence: String,
    pub(crate) condition: Option<String>,
    /// A remark of the person who recorded it.
    pub(crate) note: Option<String>,
    /// The event at which it was said.
    pub(crate) event: Option<NamedNode>,
    /// When that event was.
    pub(crate) said: Option<When>,
    /// When it was done.
    pub(crate) when: Option<When>,
    pub(crate) readout: NamedNode,
    /// The text that tells of it.
    pub(crate) text: Text,
    /// The texts of others that tell of the same.
    pub(crate) matches: Vec<Text>,
    /// The passages in the order of the text; none where the words may not be stored.
    pub(crate) passages: Vec<String>,
    /// The voices of the passages, each once: direct, paraphrase, text.
    pub(crate) voices: BTreeSet<String>,
    /// Where the first passage begins, and the last.
    pub(crate) place: (i64, i64),
    pub(crate) links: Vec<Link>,
    pub(crate) figures: Vec<Figure>,
    /// What was inferred of it, but for what it follows up, which `follows` tells.
    pub(crate) inferences: Vec<Inferred>,
    /// What became of it: accepted, declined, fulfilled, lapsed, replaced or open; nothing where nothing is waited for.
    pub(crate) status: Option<String>,
    /// The later acts that answer it, repeat it or carry it out, in the order of time.
    pub(crate) followers: Vec<Step>,
    /// The earlier acts that it answers, repeats or carries out.
    pub(crate) follows: Vec<Step>,
}

/// What an act is about, or who does it.
#[derive(Debug)]
pub struct Link {
    pub(crate) property: NamedNode,
    pub(crate) value: NamedNode,
    pub(crate) name: String,
}

/// The other end of a link from act to act.
#[derive(Debug, Clone)]
pub struct Step {
    pub(crate) act: NamedNode,
    pub(crate) kind: String,
    pub(crate) sentence: String,
    pub(crate) when: Option<When>,
    /// Why the link is believed, where it is inferred.
    pub(crate) because: Option<String>,
}

impl Record {
    /// The values of a property, by name.
    pub(crate) fn values(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &NamedNode> {
        self.linked(property).map(|link| &link.value)
    }

    /// The names of the values of a property, in alphabetical order.
    pub(crate) fn names(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &str> {
        self.linked(property).map(|link| link.name.as_str())
    }

    /// The properties under which a thing plays a part in it.
    pub(crate) fn parts_of(&self, thing: &NamedNode) -> impl Iterator<Item = NamedNodeRef<'_>> {
        let links = self
            .links
            .iter()
            .map(|link| (link.property.as_ref(), &link.value));
        let event = self.event.iter().map(|event| (bil::MADE_AT, event));
        let own = [(bil::REPORTED_IN, &self.readout), (rdf::TYPE, &self.class)];
        links
            .chain(event)
            .chain(own)
            .filter(move |(_, value)| *value == thing)
            .map(|(property, _)| property)
    }

    /// Whether the words that carry it are here.
    pub(crate) fn is_verifiable(&self) -> bool {
        !self.passages.is_empty()
    }

    /// When it was done, or else when it was said.
    pub(crate) fn time(&self) -> Option<&When> {
        self.when.as_ref().or(self.said.as_ref())
    }

    /// By time, then text, then place in it.
    pub(crate) fn order_of_telling(&self) -> (Option<&str>, &str, (i64, i64), &str) {
        let first = self.time().map(|when| when.first.as_str());
        (first, &self.text.page, self.place, &self.sentence)
    }

    fn linked(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &Link> {
        self.links
            .iter()
            .filter(move |link| link.property == property)
    }
}
