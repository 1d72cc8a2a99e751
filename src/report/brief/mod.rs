//! The brief: one page in Markdown on what two sides said to each other.
//!
//! Everything in it stands in the graph, and every line is followed by the words that carry it.

mod commitments;
mod figures;
mod open;
mod overview;
mod rest;

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::markup::{Markup, Style};
use super::span::Span;
use super::told::{self, Event, Inferred, Record};
use crate::source::{Source, SourceError};
use crate::vocab::bil;

/// The two sides of a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// One side.
    pub a: NamedNode,
    /// Its name.
    pub a_name: String,
    /// The other side.
    pub b: NamedNode,
    /// Its name.
    pub b_name: String,
}

/// Writes the brief on two sides; `None` where no meeting and no act of theirs within the span is recorded.
///
/// An act belongs to it where it was said at a meeting of both, or where one of them does it toward the other, or
/// tells of it; also where it is about both of them.
///
/// # Errors
/// Those of the queries on which it rests.
pub fn brief(source: &Source, pair: &Pair, span: Span) -> Result<Option<String>, SourceError> {
    let mut meetings = told::events(source)?;
    keep_meetings(&mut meetings, pair);
    let events: BTreeSet<&NamedNode> = meetings.iter().map(|meeting| &meeting.iri).collect();
    let mut acts = told::acts(source)?;
    acts.retain(|act| belongs(act, &events, pair) && span.holds(act.time()));
    for act in &mut acts {
        act.inferences
            .retain(|inference| is_news(inference, &meetings));
    }
    meetings.retain(|event| span.holds(event.when.as_ref()));
    if meetings.is_empty() && acts.is_empty() {
        return Ok(None);
    }
    let mut page = Markup::new(Style::Markdown);
    page.heading(1, &format!("{} and {}", pair.a_name, pair.b_name));
    overview::write(&mut page, &meetings, &acts, pair);
    write_meetings(&mut page, &meetings);
    commitments::write(&mut page, source, &acts)?;
    open::write_answers(&mut page, &acts);
    figures::write(&mut page, &acts);
    rest::write(&mut page, &acts, pair);
    open::write(&mut page, &acts);
    Ok(Some(page.finish()))
}

fn write_meetings(page: &mut Markup, meetings: &[Event]) {
    if meetings.is_empty() {
        return;
    }
    page.heading(2, "Meetings");
    for meeting in meetings {
        page.event(0, meeting);
    }
}

/// Keeps the meetings and visits of both, and what is a part of these.
fn keep_meetings(events: &mut Vec<Event>, pair: &Pair) {
    let both = |event: &&Event| event.is_side(&pair.a) && event.is_side(&pair.b);
    let own: BTreeSet<NamedNode> = events
        .iter()
        .filter(both)
        .map(|event| event.iri.clone())
        .collect();
    let is_part = |event: &Event| event.wholes.iter().any(|(whole, _)| own.contains(whole));
    events.retain(|event| event.class != "Event" && (own.contains(&event.iri) || is_part(event)));
}

fn belongs(act: &Record, events: &BTreeSet<&NamedNode>, pair: &Pair) -> bool {
    let event = act.event.as_ref();
    let at_the_table = event.is_some_and(|event| events.contains(event))
        || act.values(bil::ABOUT).any(|thing| events.contains(thing));
    let touches = |side: &NamedNode| {
        let ends = [bil::BY, bil::TO, bil::ABOUT].into_iter();
        ends.flat_map(|end| act.values(end))
            .any(|actor| actor == side)
    };
    at_the_table || (touches(&pair.a) && touches(&pair.b))
}

/// Whether an inference about an act has to be told: not what was told of the meeting from which the act has it.
fn is_news(inference: &Inferred, meetings: &[Event]) -> bool {
    let told = |meeting: &Event| meeting.inferences.contains(inference);
    !meetings.iter().any(told)
}
