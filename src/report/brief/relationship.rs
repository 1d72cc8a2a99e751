//! The records about two sides.

use std::collections::BTreeSet;

use oxigraph::model::NamedNodeRef;

use crate::records::{Act, Event, Id, Records};
use crate::report::inferred::{Inferred, inferred};
use crate::report::span::Span;
use crate::vocab::bil;

/// Two sides, their meetings and their acts.
pub struct Relationship<'a> {
    pub records: &'a Records,
    pub sides: [Id; 2],
    pub meetings: Vec<&'a Event>,
    pub acts: Vec<&'a Act>,
    /// The inferences about the meetings, which the lines of acts do not repeat.
    pub stated: Vec<Inferred<'a>>,
}

impl<'a> Relationship<'a> {
    /// The records within a span of time.
    pub fn of(records: &'a Records, sides: [Id; 2], span: Span) -> Self {
        let mut meetings = meetings(records, sides);
        let ids: BTreeSet<Id> = meetings.iter().map(|meeting| meeting.id).collect();
        let stated = meetings
            .iter()
            .flat_map(|meeting| inferred(records, meeting.id));
        let stated = stated.collect();
        let acts = records.acts().iter();
        let acts = acts.filter(|act| belongs(act, &ids, sides) && span.contains(records.time(act)));
        let acts = acts.collect();
        meetings.retain(|meeting| span.contains(meeting.when.as_ref()));
        Self {
            records,
            sides,
            meetings,
            acts,
            stated,
        }
    }

    /// The position of an act's kind among all kinds.
    pub fn order(&self, act: &Act) -> i64 {
        let kind = self.records.kind(act.kind);
        kind.and_then(|kind| kind.order).unwrap_or(i64::MAX)
    }

    /// The acts of a group of kinds.
    pub fn acts_of(&self, group: NamedNodeRef<'static>) -> impl Iterator<Item = &'a Act> {
        let acts = self.acts.iter().copied();
        acts.filter(move |act| self.records.is_of(act, group))
    }
}

/// The meetings and visits of both sides, and their parts.
fn meetings(records: &Records, sides: [Id; 2]) -> Vec<&Event> {
    let is_of_both = |event: &Event| sides.iter().all(|side| event.is_side(*side));
    let events = records.events().iter();
    let own: BTreeSet<Id> = events
        .clone()
        .filter(|event| is_of_both(event))
        .map(|event| event.id)
        .collect();
    let base = records.id(bil::class::EVENT);
    let is_meeting = |event: &&Event| Some(event.class) != base;
    let is_own = |event: &&Event| {
        own.contains(&event.id) || event.wholes.iter().any(|whole| own.contains(whole))
    };
    events.filter(is_meeting).filter(is_own).collect()
}

/// Whether an act was made at one of some events, is about one, or ties both sides.
fn belongs(act: &Act, events: &BTreeSet<Id>, sides: [Id; 2]) -> bool {
    let is_tied_to = |side: &Id| {
        [&act.by, &act.to, &act.about]
            .iter()
            .any(|end| end.contains(side))
    };
    act.made_at.is_some_and(|event| events.contains(&event))
        || act.about.iter().any(|entity| events.contains(entity))
        || sides.iter().all(is_tied_to)
}
