//! The events and acts in which a thing plays a part, the acts by the part that it plays.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, NamedNodeRef};

use crate::report::markup::Markup;
use crate::report::telling::Fact;
use crate::report::told::{Event, Record};
use crate::vocab::bil;
use crate::vocab::w3c::rdf;

/// The parts, in the order in which they are told, each with its heading.
const PARTS: [(NamedNodeRef<'static>, &str); 10] = [
    (bil::BY, "Done or said by it"),
    (bil::TO, "Aimed at it"),
    (bil::SPEAKER, "In its words"),
    (bil::ITEM, "With it as good or service"),
    (bil::SECTOR, "In it as a sector"),
    (bil::ABOUT, "About it"),
    (bil::OCCASION, "On its occasion"),
    (bil::MADE_AT, "Said at it"),
    (bil::REPORTED_IN, "Told in it"),
    (rdf::TYPE, "Of this kind"),
];

/// The event itself, those of which it is a part or the whole, and those with this thing as a side, a participant or
/// the place.
pub fn write_events(page: &mut Markup, thing: &NamedNode, events: &[Event]) {
    let is_part = |event: &&Event| event.wholes.iter().any(|(whole, _)| whole == thing);
    let concerns = |event: &&Event| event.iri == *thing || is_part(event) || event.concerns(thing);
    let events: Vec<&Event> = events.iter().filter(concerns).collect();
    if events.is_empty() {
        return;
    }
    page.heading(2, "Events");
    for event in events {
        page.event(0, event);
    }
}

/// Each act once, under the first of the parts that the thing plays in it.
pub fn write_acts(page: &mut Markup, things: &BTreeSet<NamedNode>, acts: &[Record]) {
    let mut sections: BTreeMap<usize, Vec<&Record>> = BTreeMap::new();
    for act in acts {
        if let Some(part) = part(things, act) {
            sections.entry(part).or_default().push(act);
        }
    }
    if sections.is_empty() {
        return;
    }
    page.heading(2, "Acts");
    for (part, mut acts) in sections {
        let heading = PARTS.get(part).map_or("", |(_, heading)| *heading);
        page.heading(3, &format!("{heading} ({})", acts.len()));
        acts.sort_by_key(|act| act.time());
        for act in acts {
            page.act(0, &[Fact::When], act);
        }
    }
}

/// The place in [`PARTS`] of the first part that one of the things plays in an act.
fn part(things: &BTreeSet<NamedNode>, act: &Record) -> Option<usize> {
    let played: BTreeSet<NamedNodeRef<'_>> = things
        .iter()
        .flat_map(|thing| act.parts_of(thing))
        .collect();
    PARTS.iter().position(|(part, _)| played.contains(part))
}
