//! The sheet of meetings and other events.

use super::cells::{self, Column};
use crate::document::Table;
use crate::records::{Event, Participant, Records, Side};

/// The columns to print: up to the participants.
pub const PRINTED: usize = 9;

const COLUMNS: &[Column<Event>] = &[
    ("First day", |_, event| {
        cells::first_day(event.when.as_ref())
    }),
    ("Last day", |_, event| cells::last_day(event.when.as_ref())),
    ("Kind", |records, event| {
        cells::name(records, Some(event.class))
    }),
    ("Name", |_, event| cells::text(Some(&event.title))),
    ("Status", |_, event| {
        cells::line(event.status.as_deref().unwrap_or("held").to_owned())
    }),
    ("Mode", |_, event| cells::text(event.mode.as_ref())),
    ("Place", |records, event| cells::name(records, event.place)),
    ("Host", |records, event| cells::name(records, event.host)),
    ("Participants", |records, event| {
        cells::texts(event.sides.iter().map(|side| delegation(records, side)))
    }),
    ("Date as recorded", |_, event| {
        cells::recorded(event.when.as_ref())
    }),
    ("Part of", |records, event| {
        cells::names(records, &event.wholes)
    }),
    ("Texts", |records, event| {
        cells::texts(event.texts.iter().filter_map(|text| {
            let text = records.text(*text)?;
            text.address.as_deref().map(str::to_owned)
        }))
    }),
    ("Inferred", |records, event| {
        cells::inferred(records, event.id)
    }),
    ("Event", |records, event| cells::id(records, event.id)),
];

/// The events, in order of time.
pub fn table(records: &Records) -> Table {
    cells::table(records, COLUMNS, records.events())
}

/// `Belarus: Aleksandr Lukashenko (President of Belarus)`.
fn delegation(records: &Records, side: &Side) -> String {
    let actor = records.label(side.actor);
    let people: Vec<String> = side
        .people
        .iter()
        .map(|participant| person(records, participant))
        .collect();
    if people.is_empty() {
        actor.to_owned()
    } else {
        format!("{actor}: {}", people.join(", "))
    }
}

fn person(records: &Records, participant: &Participant) -> String {
    let who = records.label(participant.who);
    match participant.post {
        Some(post) => format!("{who} ({})", records.label(post)),
        None => who.to_owned(),
    }
}
