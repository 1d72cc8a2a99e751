//! Acts, events and all that they refer to, in their orders.

use std::collections::{BTreeMap, BTreeSet};

use super::act::{self, Act};
use super::chain::{chain, matches};
use super::event::{Event, events};
use super::inference::{Inference, inferences};
use super::kind::{Kind, kinds_of};
use super::membership::{Membership, memberships};
use super::statements::Statements;
use super::terms::Id;
use super::text::{Text, texts};
use super::when::When;
use crate::vocab::w3c::rdf;

/// The records of a graph other than its kinds.
#[derive(Debug)]
pub struct Contents {
    pub texts: BTreeMap<Id, Text>,
    pub acts: Vec<Act>,
    act_places: BTreeMap<Id, usize>,
    pub events: Vec<Event>,
    event_places: BTreeMap<Id, usize>,
    pub memberships: Vec<Membership>,
    pub inferences: Vec<Inference>,
}

impl Contents {
    pub fn read(kinds: &BTreeMap<Id, Kind>, statements: &Statements) -> Self {
        let texts = texts(statements);
        let memberships = memberships(statements);
        let inferences = inferences(statements);
        let events = events(&texts, &memberships, statements);
        let matches = matches(statements);
        let chain = chain(&inferences, &matches, statements);
        let classes = kinds.keys();
        let ids: BTreeSet<Id> = classes
            .flat_map(|class| statements.subjects(rdf::TYPE, *class))
            .collect();
        let mut acts: Vec<Act> = ids
            .into_iter()
            .filter_map(|id| {
                let own = kinds_of(id, kinds, statements);
                Act::read(id, own, &texts, &matches, statements)
            })
            .collect();
        act::add_follow_ups(&mut acts, chain);
        let event_places = places(events.iter().map(|event| event.id));
        let event = |id: Id| events.get(*event_places.get(&id)?);
        act::sort(&mut acts, event, &texts);
        Self::new(texts, acts, events, memberships, inferences)
    }

    /// Records in their orders.
    pub fn new(
        texts: BTreeMap<Id, Text>,
        acts: Vec<Act>,
        events: Vec<Event>,
        memberships: Vec<Membership>,
        inferences: Vec<Inference>,
    ) -> Self {
        Self {
            act_places: places(acts.iter().map(|act| act.id)),
            event_places: places(events.iter().map(|event| event.id)),
            texts,
            acts,
            events,
            memberships,
            inferences,
        }
    }

    pub fn act(&self, id: Id) -> Option<&Act> {
        self.acts.get(*self.act_places.get(&id)?)
    }

    pub fn event(&self, id: Id) -> Option<&Event> {
        self.events.get(*self.event_places.get(&id)?)
    }

    /// The date of the latest event that each text reports.
    pub fn event_dates(&self) -> BTreeMap<Id, &When> {
        let mut latest: BTreeMap<Id, &When> = BTreeMap::new();
        // Events are in order of time.
        for event in &self.events {
            for text in &event.texts {
                latest.extend(event.when.as_ref().map(|when| (*text, when)));
            }
        }
        latest
    }
}

/// The position of each id.
fn places(ids: impl Iterator<Item = Id>) -> BTreeMap<Id, usize> {
    ids.zip(0..).collect()
}
