//! The lines of an event: date and place, participants, sources.

use super::attribution::{address, published};
use super::inferred::{Notes, inferred};
use super::sentences::{listed, passages};
use crate::document::{Inlines, Item};
use crate::records::{Event, Evidence, Id, Records, Side, When};
use crate::text::framed;

/// `**13 November 2017, Minsk** · Meeting of Belarus and Kaliningrad Oblast`, with the participants below it. Inferred
/// values have notes.
pub fn event_item<'a>(event: &'a Event, notes: &mut Notes<'a>) -> Item {
    let records = notes.records;
    let when = event.when.as_ref().map(When::words);
    let title = untimed(event);
    let mut time_and_place = when.as_deref().unwrap_or("date unknown").to_owned();
    if let Some(place) = event.place {
        time_and_place.extend([", ", records.label(place)]);
    }
    let circumstances = framed(" (", &circumstances(event).join(", "), ")");
    let line = Inlines::new()
        .strong(time_and_place)
        .text(format!("{circumstances} · {title}"));
    let mut below: Vec<Item> = event
        .sides
        .iter()
        .map(|side| side_item(records, side, event.host))
        .collect();
    let whole = |whole: &Id| Inlines::from("part of: ").then(linked(records, *whole));
    below.extend(event.wholes.iter().map(whole).map(Item::new));
    let by_text = event.evidence.chunk_by(|a, b| a.text == b.text);
    below.extend(by_text.map(|evidence| Item::new(quoted(records, evidence))));
    below.extend(reported(records, event));
    let item = notes.noted(Item::new(line), inferred(records, event.id));
    item.with_list(below)
}

/// The title without the date at its end, which the line has in another place.
pub fn untimed(event: &Event) -> &str {
    let period = event.when.as_ref().and_then(When::period);
    let untimed = period.and_then(|period| {
        let title = event.title.strip_suffix(&period.in_words())?;
        title.strip_suffix(", ")
    });
    untimed.unwrap_or(&event.title)
}

/// Unusual circumstances: a phone call, a planned event.
fn circumstances(event: &Event) -> Vec<&str> {
    let words = [&event.mode, &event.status].into_iter().flatten();
    let words = words.map(|word| &**word);
    words
        .filter(|word| !["in-person", "held"].contains(word))
        .collect()
}

/// `Belarus (host): Aleksandr Lukashenko, President of Belarus`.
fn side_item(records: &Records, side: &Side, host: Option<Id>) -> Item {
    let host = if host == Some(side.actor) {
        " (host)"
    } else {
        ""
    };
    let mut people: Vec<String> = Vec::new();
    for participant in &side.people {
        let name = records.label(participant.who);
        let post = participant.post.map(|post| records.label(post));
        let person = post.map_or_else(|| name.to_owned(), |post| format!("{name}, {post}"));
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let people = framed(": ", &people.join("; "), "");
    Item::new(linked(records, side.actor).text(format!("{host}{people}")))
}

/// Passages of one text, with a link to them.
fn quoted(records: &Records, evidence: &[Evidence]) -> Inlines {
    let text = evidence.first().and_then(|passage| passage.text);
    passages(evidence).note(text.and_then(|text| address(records, text, evidence)))
}

/// The publishers of the texts that report an event.
fn reported(records: &Records, event: &Event) -> Option<Item> {
    let mut texts: Vec<Inlines> = Vec::new();
    for text in &event.texts {
        let text = published(records, *text);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    if texts.is_empty() {
        return None;
    }
    let only = if texts.len() == 1 && !event.is_verifiable() {
        " only; not verifiable here"
    } else {
        ""
    };
    let line = Inlines::from("reported by ").then(listed(texts)).text(only);
    Some(Item::new(line))
}

/// The name of an entity, which HTML can link to its page.
pub fn linked(records: &Records, id: Id) -> Inlines {
    Inlines::new().entity(records.label(id), records.name(id))
}
