//! The timeline: events and acts in order of time, each with its words.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNodeRef;

use super::event_lines::event_item;
use super::inferred::{Notes, inferred};
use super::sentences::{Fact, act_item};
use super::span::{DateSpan, NoContent};
use crate::document::{Block, Document, Item};
use crate::model::PartialDate;
use crate::records::{Act, Event, Id, Records, When, claims};

/// The timeline of an entity, given with its name, or of everything.
///
/// An act appears once, below the event at which it was made, unless it was done at another time. The acts with a role for
/// the entity are listed with those that they follow up, and those that follow them up.
///
/// # Errors
/// [`NoContent`] if nothing within the span is recorded.
pub fn timeline(
    records: &Records,
    about: Option<(NamedNodeRef<'_>, &str)>,
    span: DateSpan,
) -> Result<Document, NoContent> {
    let (title, acts, events) = match about {
        None => (
            "Timeline".to_owned(),
            records.acts().iter().collect(),
            records.events().iter().collect(),
        ),
        Some((entity, name)) => {
            let entities = records.id(entity).map(|entity| records.within(entity));
            let entities = entities.unwrap_or_default();
            let acts = acts_with(records, &entities);
            let events = events_with(records, &entities, &acts);
            (format!("Timeline: {name}"), acts, events)
        }
    };
    let claims = claims(records, acts).into_iter();
    let acts: Vec<&Act> = claims.map(|claim| claim.act).collect();
    let all = entries(&events, &acts);
    let outside = events.len() + acts.len();
    let entries = all.into_iter();
    let entries = entries.filter(|entry| span.contains(entry.when));
    let entries: Vec<Entry<'_>> = entries.collect();
    if entries.is_empty() {
        return Err(NoContent { outside });
    }
    let mut blocks = vec![Block::heading(1, title)];
    let mut notes = Notes::new(records);
    for entries in entries.chunk_by(|a, b| a.year() == b.year()) {
        let year = entries.first().and_then(Entry::year);
        let year = year.map_or_else(|| "Undated".to_owned(), |year| format!("{year:04}"));
        blocks.push(Block::heading(2, year));
        let items = entries.iter().flat_map(|entry| entry.items(&mut notes));
        blocks.push(Block::List(items.collect()));
    }
    blocks.extend(notes.section());
    Ok(Document::new(blocks))
}

/// The acts in which some entities have a role, and all acts linked to these by follow-ups, in any number of steps.
fn acts_with<'a>(records: &'a Records, entities: &BTreeSet<Id>) -> Vec<&'a Act> {
    let plays_a_part = |act: &Act| {
        let mut parts = act.parts();
        entities.contains(&act.id) || parts.any(|(_, entity)| entities.contains(&entity))
    };
    let mut open: Vec<&Act> = records
        .acts()
        .iter()
        .filter(|act| plays_a_part(act))
        .collect();
    let mut chain: BTreeSet<Id> = open.iter().map(|act| act.id).collect();
    while let Some(act) = open.pop() {
        let links = act.follows.iter().chain(&act.followers);
        let acts = links.filter_map(|link| records.act(link.act));
        open.extend(acts.filter(|act| chain.insert(act.id)));
    }
    let acts = records.acts().iter();
    acts.filter(|act| chain.contains(&act.id)).collect()
}

/// The events in which some entities have a role, and those at which some acts were made.
fn events_with<'a>(records: &'a Records, entities: &BTreeSet<Id>, acts: &[&Act]) -> Vec<&'a Event> {
    let said_at: BTreeSet<Id> = acts.iter().filter_map(|act| act.made_at).collect();
    let has_part = |event: &Event| {
        let own = event.wholes.iter().chain([&event.id]);
        own.copied().any(|event| entities.contains(&event))
            || entities.iter().any(|entity| event.concerns(*entity))
    };
    let events = records.events().iter();
    events
        .filter(|event| said_at.contains(&event.id) || has_part(event))
        .collect()
}

/// An event with its acts, or an act without an event or with a date other than that of its event.
#[derive(Debug)]
struct Entry<'a> {
    when: Option<&'a When>,
    event: Option<&'a Event>,
    acts: Vec<&'a Act>,
}

impl<'a> Entry<'a> {
    /// The year of its beginning.
    fn year(&self) -> Option<u16> {
        Some(self.when?.first?.year())
    }

    /// By time, undated entries last; longer entries before those within them.
    fn order(
        &self,
    ) -> (
        bool,
        Option<PartialDate>,
        Reverse<Option<PartialDate>>,
        bool,
    ) {
        let first = self.when.and_then(|when| when.first);
        let last = self.when.and_then(|when| when.last);
        (first.is_none(), first, Reverse(last), self.event.is_none())
    }

    /// The event with its acts below it, or the acts alone; what an act inherits from its event is not noted again.
    fn items(&self, notes: &mut Notes<'a>) -> Vec<Item> {
        let event = self.event.map(|event| event_item(event, notes));
        let stated = self.event.map(|event| inferred(notes.records, event.id));
        let stated = stated.unwrap_or_default();
        let facts: &[Fact] = if self.event.is_some() {
            &[]
        } else {
            &[Fact::When]
        };
        let acts = self.acts.iter();
        let acts = acts.map(|act| act_item(act, facts, &stated, notes));
        let acts = acts.collect();
        match event {
            Some(event) => vec![event.with_list(acts)],
            None => acts,
        }
    }
}

/// All entries, in order of time; acts of one event in the order of the texts.
fn entries<'a>(events: &[&'a Event], acts: &[&'a Act]) -> Vec<Entry<'a>> {
    let of_event = |event: &&'a Event| Entry {
        when: event.when.as_ref(),
        event: Some(event),
        acts: Vec::new(),
    };
    let mut entries: Vec<Entry<'a>> = events.iter().map(of_event).collect();
    let places: BTreeMap<Id, usize> = events.iter().map(|event| event.id).zip(0..).collect();
    for act in acts {
        let place = act.made_at.and_then(|event| places.get(&event));
        let entry = place.and_then(|place| entries.get_mut(*place));
        match entry.filter(|entry| is_of_that_time(act, entry.when)) {
            Some(entry) => entry.acts.push(act),
            None => entries.push(Entry {
                when: act.when.as_ref(),
                event: None,
                acts: vec![act],
            }),
        }
    }
    entries.sort_by_key(Entry::order);
    entries
}

/// Whether an act was done at the time of its event; true if one of the two has no date.
fn is_of_that_time(act: &Act, event: Option<&When>) -> bool {
    match (&act.when, event) {
        (Some(act), Some(event)) => act.overlaps(event),
        _ => true,
    }
}
