//! One act, with its parties, fields and passages, and what became of it.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::{Figure, Inferred, Text};
use crate::page::when::When;
use crate::vocab::bil;
use crate::vocab::w3c::rdf;

/// An act.
#[derive(Debug)]
pub(in crate::page) struct Record {
    pub(in crate::page) iri: NamedNode,
    /// The class of its kind.
    pub(in crate::page) class: NamedNode,
    /// The kind's name.
    pub(in crate::page) kind: String,
    pub(in crate::page) group: String,
    /// The place of the kind among all kinds.
    pub(in crate::page) order: i64,
    /// 1 to 7 for a commitment.
    pub(in crate::page) strength: Option<i64>,
    pub(in crate::page) sentence: String,
    pub(in crate::page) condition: Option<String>,
    /// A remark of the person who recorded it.
    pub(in crate::page) note: Option<String>,
    /// The event at which it was said.
    pub(in crate::page) event: Option<NamedNode>,
    /// The first day of that event.
    pub(super) said: Option<String>,
    /// When it was done.
    pub(in crate::page) when: Option<When>,
    pub(in crate::page) readout: NamedNode,
    /// The text that tells of it.
    pub(in crate::page) text: Text,
    /// The texts of others that tell of the same.
    pub(in crate::page) matches: Vec<Text>,
    /// The passages in the order of the text; none where the words may not be stored.
    pub(in crate::page) passages: Vec<String>,
    /// The voices of the passages, each once: direct, paraphrase, text.
    pub(in crate::page) voices: BTreeSet<String>,
    /// Where the first passage begins, and the last.
    pub(super) place: (i64, i64),
    pub(super) links: Vec<Link>,
    pub(in crate::page) figures: Vec<Figure>,
    /// What was inferred of it, but for what it follows up, which `follows` tells.
    pub(in crate::page) inferences: Vec<Inferred>,
    /// What became of it: accepted, declined, fulfilled, lapsed, replaced or open; nothing where nothing is waited for.
    pub(in crate::page) status: Option<String>,
    /// The later acts that answer it, repeat it or carry it out, in the order of time.
    pub(in crate::page) followers: Vec<Step>,
    /// The earlier acts that it answers, repeats or carries out.
    pub(in crate::page) follows: Vec<Step>,
}

/// What an act is about, or who does it.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) property: NamedNode,
    pub(super) value: NamedNode,
    pub(super) name: String,
}

/// The other end of a link from act to act.
#[derive(Debug, Clone)]
pub(in crate::page) struct Step {
    pub(in crate::page) act: NamedNode,
    pub(in crate::page) kind: String,
    pub(in crate::page) sentence: String,
    pub(in crate::page) when: Option<When>,
    /// Why the link is believed, where it is inferred.
    pub(in crate::page) because: Option<String>,
}

impl Record {
    /// The values of a property, by name.
    pub(in crate::page) fn values(
        &self,
        property: NamedNodeRef<'_>,
    ) -> impl Iterator<Item = &NamedNode> {
        self.linked(property).map(|link| &link.value)
    }

    /// The names of the values of a property, in alphabetical order.
    pub(in crate::page) fn names(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &str> {
        self.linked(property).map(|link| link.name.as_str())
    }

    /// The properties under which a thing plays a part in it.
    pub(in crate::page) fn parts_of(
        &self,
        thing: &NamedNode,
    ) -> impl Iterator<Item = NamedNodeRef<'_>> {
        let links = self.links.iter().map(|link| (link.property.as_ref(), &link.value));
        let event = self.event.iter().map(|event| (bil::MADE_AT, event));
        let own = [(bil::REPORTED_IN, &self.readout), (rdf::TYPE, &self.class)];
        links
            .chain(event)
            .chain(own)
            .filter(move |(_, value)| *value == thing)
            .map(|(property, _)| property)
    }

    /// Whether the words that carry it are here.
    pub(in crate::page) fn is_verifiable(&self) -> bool {
        !self.passages.is_empty()
    }

    /// By meeting, then text, then place in it.
    pub(super) fn order_of_telling(&self) -> (&Option<String>, &str, (i64, i64), &str) {
        (&self.said, &self.text.page, self.place, &self.sentence)
    }

    fn linked(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &Link> {
        self.links
            .iter()
            .filter(move |link| link.property == property)
    }
}
