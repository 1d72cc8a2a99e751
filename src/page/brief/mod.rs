//! The brief: one page in Markdown on what two sides said to each other.
//!
//! Everything in it stands in the graph, and every line is followed by the words that carry it.

mod commitments;
mod markdown;
mod meetings;
mod open;
mod overview;
mod rest;

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use self::markdown::Markdown;
use self::meetings::Meeting;
use super::records::{self, Inferred, Record};
use crate::source::{Limits, Source, SourceError};
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

/// Writes the brief on two sides; `None` where no meeting and no act of theirs is recorded.
///
/// An act belongs to it where it was said at a meeting of both, or where one of them does it toward the other.
///
/// # Errors
/// Those of the queries on which it rests.
pub fn brief(source: &Source, pair: &Pair, limits: &Limits) -> Result<Option<String>, SourceError> {
    let meetings = meetings::load(source, pair, limits)?;
    let events: BTreeSet<&NamedNode> = meetings.iter().map(|meeting| &meeting.event).collect();
    let mut acts = records::all(source, limits)?;
    acts.retain(|act| belongs(act, &events, pair));
    for act in &mut acts {
        act.inferences
            .retain(|inference| is_news(inference, &meetings));
    }
    if meetings.is_empty() && acts.is_empty() {
        return Ok(None);
    }
    let mut page = Markdown::default();
    page.heading(1, &format!("{} and {}", pair.a_name, pair.b_name));
    overview::write(&mut page, &meetings, &acts, pair);
    meetings::write(&mut page, &meetings);
    commitments::write(&mut page, source, &acts, limits)?;
    open::write_answers(&mut page, &acts);
    rest::write(&mut page, &acts, pair);
    open::write(&mut page, &acts);
    Ok(Some(page.finish()))
}

fn belongs(act: &Record, events: &BTreeSet<&NamedNode>, pair: &Pair) -> bool {
    let at_the_table = act
        .event
        .as_ref()
        .is_some_and(|event| events.contains(event));
    let touches = |side: &NamedNode| {
        act.values(bil::BY)
            .chain(act.values(bil::TO))
            .any(|actor| actor == side)
    };
    at_the_table || (touches(&pair.a) && touches(&pair.b))
}

/// Whether an inference about an act has to be told: not who speaks, which the brief leaves out,
/// nor what was already told of the meeting from which the act has it.
fn is_news(inference: &Inferred, meetings: &[Meeting]) -> bool {
    let told = |meeting: &Meeting| meeting.inferences.contains(inference);
    inference.property != "speaker" && !meetings.iter().any(told)
}
