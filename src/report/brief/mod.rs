//! The brief: one page on what two sides said to each other, each line followed by the words that carry it.

mod overview;
mod sections;

use std::collections::BTreeSet;

use oxigraph::model::NamedNodeRef;

use super::inferred::{Inferred, inferred};
use super::span::Span;
use crate::document::{Block, Document};
use crate::records::{Act, Event, Id, Records};
use crate::vocab::bil;

/// The sections, in the order of the page; each writes nothing where it has nothing to report.
const SECTIONS: [fn(&Relationship<'_>) -> Vec<Block>; 7] = [
    overview::overview,
    sections::meetings,
    sections::commitments,
    sections::asks_and_answers,
    sections::figures,
    sections::stances_and_accounts,
    sections::open,
];

/// What the records hold on two sides.
struct Relationship<'a> {
    records: &'a Records,
    sides: [Id; 2],
    meetings: Vec<&'a Event>,
    acts: Vec<&'a Act>,
    /// What is inferred of the meetings, which their acts do not repeat.
    stated: Vec<Inferred<'a>>,
}

/// The brief on two sides; `None` where no meeting and no act of theirs within the span is recorded.
///
/// An act belongs to it where it was said at a meeting of both, or where one of them does it toward the other, or
/// reports it; also where it is about both of them.
#[must_use]
pub fn brief(records: &Records, sides: [NamedNodeRef<'_>; 2], span: Span) -> Option<Document> {
    let [a, b] = sides.map(|side| records.id(side));
    let relationship = Relationship::of(records, [a?, b?], span);
    if relationship.meetings.is_empty() && relationship.acts.is_empty() {
        return None;
    }
    let [a, b] = relationship.sides.map(|side| records.label(side));
    let mut blocks = vec![Block::heading(1, format!("{a} and {b}"))];
    blocks.extend(SECTIONS.iter().flat_map(|section| section(&relationship)));
    Some(Document::new(blocks))
}

impl<'a> Relationship<'a> {
    fn of(records: &'a Records, sides: [Id; 2], span: Span) -> Self {
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

    /// The place of an act's kind among all kinds.
    fn order(&self, act: &Act) -> i64 {
        let kind = self.records.kind(act.kind);
        kind.and_then(|kind| kind.order).unwrap_or(i64::MAX)
    }

    /// The acts of a group of kinds.
    fn acts_of(&self, group: NamedNodeRef<'static>) -> impl Iterator<Item = &'a Act> {
        let acts = self.acts.iter().copied();
        acts.filter(move |act| self.records.is_of(act, group))
    }
}

/// The meetings and visits of both sides, and what is a part of these.
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

/// Whether an act was said at one of some events, is about one, or ties both sides.
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
