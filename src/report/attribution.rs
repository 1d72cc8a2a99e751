//! Who says so: the speaker of quoted words with the side, and the publisher of a text.

use crate::document::Inlines;
use crate::model::{EntityKind, Voice, named_publishers, publisher_name, text_fragment};
use crate::records::{Act, Evidence, Id, Records};
use crate::text::{capitalised, enumerated, framed};

/// Who speaks the words of an act: `Mira Holt (Norland)`, with the publisher if it reports them in its own words; the
/// publisher alone, if they are its own.
pub fn attribution(records: &Records, act: &Act) -> String {
    let mut voices = act.evidence.iter().map(|passage| passage.voice);
    if act.speakers.is_empty() && voices.clone().all(|voice| voice == Some(Voice::Text)) {
        return voice_of_text(records, act.text);
    }
    let speakers = act.speakers.iter();
    let speakers = speakers.map(|speaker| {
        let sides = enumerated(&names(records, &sides(records, act, *speaker)));
        records.label(*speaker).to_owned() + &framed(" (", &sides, ")")
    });
    let speakers: Vec<String> = speakers.collect();
    let who = if speakers.is_empty() {
        capitalised(&in_text(records, &act.by))
    } else {
        enumerated(&speakers)
    };
    if voices.any(|voice| voice == Some(Voice::Paraphrase)) {
        format!("{who}, as reported by {}", publisher(records, act.text))
    } else {
        who
    }
}

/// The issuers of a joint text, else the publisher.
fn voice_of_text(records: &Records, text: Option<Id>) -> String {
    let issuers = text
        .and_then(|text| records.text(text))
        .map(|text| &text.issuers);
    capitalised(&match issuers.map(Vec::as_slice) {
        Some(several @ [_, _, ..]) => in_text(records, several),
        _ => return publisher(records, text),
    })
}

/// The side of a speaker: at the event, else the doers of the act.
fn sides(records: &Records, act: &Act, speaker: Id) -> Vec<Id> {
    let event = act.made_at.and_then(|event| records.event(event));
    let sides = event.iter().flat_map(|event| &event.sides);
    let mut sides = sides.filter(|side| side.people.iter().any(|one| one.who == speaker));
    let sides: Vec<Id> = match sides.next() {
        Some(side) => vec![side.actor],
        None => act.by.clone(),
    };
    sides.into_iter().filter(|side| *side != speaker).collect()
}

/// The publisher of a text as readers know it: by its name, else by the host of the address; of a joint text without a
/// publisher the issuers.
pub fn publisher(records: &Records, text: Option<Id>) -> String {
    let Some(text) = text.and_then(|text| records.text(text)) else {
        return publisher_name(None, "");
    };
    let is_organization = |id: &Id| records.entity_kind(*id) == Some(EntityKind::Organization);
    let named = named_publishers(text.publisher.as_slice(), &text.issuers, is_organization);
    let name = (!named.is_empty()).then(|| in_text(records, named));
    publisher_name(name, text.address.as_deref().unwrap_or_default())
}

/// The publisher of a text, with a link to it.
pub fn published(records: &Records, text: Id) -> Inlines {
    Inlines::from(publisher(records, Some(text))).note(address(records, text, &[]))
}

/// The address of a text, opened at some passages.
pub fn address(records: &Records, text: Id, evidence: &[Evidence]) -> Option<String> {
    let page = records.text(text)?.address.as_deref()?;
    text_fragment(page, evidence.iter().map(|passage| &*passage.exact))
}

/// The names of nodes within a sentence: `Ukraine and the United States`.
pub fn in_text(records: &Records, nodes: &[Id]) -> String {
    let names: Vec<String> = nodes.iter().map(|node| records.in_text(*node)).collect();
    enumerated(&names)
}

/// The names of nodes, outside of sentences.
pub fn names<'a>(records: &'a Records, nodes: &[Id]) -> Vec<&'a str> {
    nodes.iter().map(|node| records.label(*node)).collect()
}
