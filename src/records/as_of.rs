//! What was on record on a day.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::contents::Contents;
use super::event::Event;
use super::kind::Kind;
use super::membership::Membership;
use super::terms::Id;
use super::text::Text;
use super::when::When;
use crate::derive::Outcome;
use crate::model::PartialDate;

/// The records without what came after a day.
pub fn as_of(contents: &Contents, kinds: &BTreeMap<Id, Kind>, day: PartialDate) -> Contents {
    let days = days_of_texts(contents);
    let is_published = |text: &Text| days.get(&text.id).is_some_and(|first| *first <= day);
    let texts = contents.texts.iter();
    let texts: BTreeMap<Id, Text> = texts
        .filter(|(_, text)| is_published(text))
        .map(|(id, text)| (*id, text.clone()))
        .collect();
    let events = contents.events.iter();
    let events: Vec<Event> = events
        .filter(|event| is_event_known(event, &texts, day))
        .map(|event| {
            let mut event = event.clone();
            event.texts.retain(|text| texts.contains_key(text));
            event.evidence.retain(|it| is_text_known(it.text, &texts));
            event
        })
        .collect();
    let is_done = |act: &Act| {
        let event = || contents.event(act.made_at?)?.when.as_ref();
        let text = || days.get(&act.text?).copied();
        let first = first(act.when.as_ref().or_else(event)).or_else(text);
        first.is_some_and(|first| first <= day) && is_text_known(act.text, &texts)
    };
    let ids: BTreeSet<Id> = contents
        .acts
        .iter()
        .filter(|act| is_done(act))
        .map(|act| act.id)
        .collect();
    let acts = contents.acts.iter();
    let acts = acts
        .filter(|act| ids.contains(&act.id))
        .map(|act| cut(act, &ids, contents, kinds));
    let memberships = contents.memberships.iter();
    let memberships = memberships.filter_map(|term| known_term(term, day));
    Contents::new(
        texts,
        acts.collect(),
        events,
        memberships.collect(),
        contents.inferences.clone(),
    )
}

/// The first day of each text: of its publication, or else of the latest event, or else act, that it reports.
fn days_of_texts(contents: &Contents) -> BTreeMap<Id, PartialDate> {
    let events = contents.event_dates();
    let mut acts: BTreeMap<Id, PartialDate> = BTreeMap::new();
    for act in &contents.acts {
        if let (Some(text), Some(first)) = (act.text, first(act.when.as_ref())) {
            let latest = acts.entry(text).or_insert(first);
            *latest = first.max(*latest);
        }
    }
    let day = |text: &Text| {
        let published = first(text.published.as_ref());
        let event = || first(events.get(&text.id).copied());
        published
            .or_else(event)
            .or_else(|| acts.get(&text.id).copied())
    };
    let texts = contents.texts.values();
    texts
        .filter_map(|text| Some((text.id, day(text)?)))
        .collect()
}

/// Whether an event was held by a day, or announced, and a text reports it if any does.
fn is_event_known(event: &Event, texts: &BTreeMap<Id, Text>, day: PartialDate) -> bool {
    let is_reported = event.texts.iter().any(|text| texts.contains_key(text));
    let is_over = match first(event.when.as_ref()) {
        Some(first) => first <= day,
        None => is_reported,
    };
    (is_over || !event.is_held()) && (is_reported || event.texts.is_empty())
}

fn is_text_known(text: Option<Id>, texts: &BTreeMap<Id, Text>) -> bool {
    text.is_none_or(|text| texts.contains_key(&text))
}

/// An act without its links to unknown acts, and without what these caused.
fn cut(act: &Act, ids: &BTreeSet<Id>, contents: &Contents, kinds: &BTreeMap<Id, Kind>) -> Act {
    let mut act = act.clone();
    act.follows.retain(|link| ids.contains(&link.act));
    act.followers.retain(|link| ids.contains(&link.act));
    for links in [&mut act.replaces, &mut act.replaced_by, &mut act.matches] {
        links.retain(|other| ids.contains(other));
    }
    let causes = act.outcome_by.len();
    act.outcome_by.retain(|cause| ids.contains(cause));
    if act.outcome_by.len() < causes {
        let dates = act.outcome_by.iter();
        let dates = dates.filter_map(|cause| contents.act(*cause)?.when.clone());
        act.outcome_date = dates.min_by_key(|when| when.last);
        if act.outcome_by.is_empty() {
            let mut kinds = act.kinds.iter().filter_map(|kind| kinds.get(kind));
            let awaits_answer = kinds.any(Kind::awaits_answer);
            act.outcome = awaits_answer.then_some(Outcome::Open);
        }
    }
    act
}

/// A term that had begun, without an end to come.
fn known_term(term: &Membership, day: PartialDate) -> Option<Membership> {
    if term.since.is_some_and(|since| since > day) {
        return None;
    }
    let mut term = term.clone();
    if term.until.is_some_and(|until| until > day) {
        term.until = None;
        if let Some(when) = &mut term.when {
            when.last = None;
            when.end = None;
        }
    }
    Some(term)
}

fn first(when: Option<&When>) -> Option<PartialDate> {
    when?.first
}
