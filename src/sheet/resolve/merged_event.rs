//! One event as all sheets together describe it.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use crate::diagnostic::Place;
use crate::model::{EntityKind, InferencePolicy, MaybeInferred, NameIndex, SheetEvent, in_text};
use crate::sheet::findings::Findings;
use crate::sheet::read::Fields;
use crate::text::enumerated;
use crate::vocab::slug;

/// The events of all sheets, by IRI.
pub type MergedEvents = BTreeMap<NamedNode, MergedEvent>;

/// An event as all sheets together describe it. A typed value replaces a default, so the order of the sheets does not
/// matter.
pub struct MergedEvent {
    pub event: SheetEvent,
    /// For each of the [`PARTS`], the place in the first sheet that has its key.
    typed: [Option<Place>; PARTS.len()],
    /// Whether it is the main event of a sheet without a status: that text reports it as held.
    has_text: bool,
}

/// The status that any other replaces: a planned event is later held or cancelled.
const PLANNED: &str = "planned";
/// The default status of a meeting or visit.
pub const HELD: &str = "held";

/// A key under which two sheets may contradict or complete each other on an event.
struct Part {
    key: &'static str,
    /// Whether two sheets have the same value, inferred or not.
    is_same: fn(&SheetEvent, &SheetEvent) -> bool,
    is_inferred: fn(&SheetEvent) -> bool,
    copy: fn(&mut SheetEvent, &SheetEvent),
}

macro_rules! part {
    ($key:literal, $field:ident) => {
        Part {
            key: $key,
            is_same: |a, b| a.$field == b.$field,
            is_inferred: |_| false,
            copy: |event, source| event.$field.clone_from(&source.$field),
        }
    };
    (inferable $key:literal, $field:ident) => {
        Part {
            is_same: |a, b| value(a.$field.as_ref()) == value(b.$field.as_ref()),
            is_inferred: |event| {
                event
                    .$field
                    .as_ref()
                    .is_some_and(MaybeInferred::is_inferred)
            },
            ..part!($key, $field)
        }
    };
}

const PARTS: [Part; 10] = [
    part!("kind", class),
    part!("name", name),
    part!("sides", sides),
    part!(inferable "date", date),
    part!(inferable "place", place),
    part!(inferable "host", host),
    part!("mode", mode),
    part!("level", level),
    part!("status", status),
    part!("part_of", part_of),
];

fn value<T>(maybe_inferred: Option<&MaybeInferred<T>>) -> Option<&T> {
    Some(&maybe_inferred?.value)
}

impl MergedEvent {
    /// The description of one sheet.
    pub fn new(event: SheetEvent, fields: &Fields, findings: &Findings) -> Self {
        let place = |part: Part| {
            fields
                .value_range(part.key)
                .map(|range| findings.place(range))
        };
        Self {
            event,
            typed: PARTS.map(place),
            has_text: !fields.has("id") && !fields.has("status"),
        }
    }

    /// Adds the description of one sheet to those of the sheets before, and reports contradictions.
    pub fn merge_into(self, events: &mut MergedEvents, fields: &Fields, findings: &mut Findings) {
        let Some(merged) = events.get_mut(&self.event.iri) else {
            events.insert(self.event.iri.clone(), self);
            return;
        };
        let either_is_planned = merged.is_planned() || self.is_planned();
        let places = merged.typed.iter().zip(&self.typed);
        for (part, (first, second)) in PARTS.iter().zip(places) {
            let is_outdated = part.key == "status" && either_is_planned;
            if let (Some(place), Some(_)) = (first, second)
                && !is_outdated
                && !(part.is_same)(&merged.event, &self.event)
            {
                let message = format!("`{}` of this event contradicts what {place} says", part.key);
                findings.contradiction(fields.range_of(part.key), message);
            }
        }
        merged.complete(self);
    }

    /// Takes over what a later sheet types and none before it, what it asserts and others inferred, and the outcome of a
    /// plan.
    fn complete(&mut self, later: Self) {
        self.has_text |= later.has_text;
        for ((part, place), typed) in PARTS.iter().zip(later.typed).zip(&mut self.typed) {
            if place.is_none() {
                continue;
            }
            let is_planned = self.event.status.as_deref() == Some(PLANNED);
            let is_outdated = part.key == "status" && is_planned;
            if typed.is_none() || (part.is_inferred)(&self.event) || is_outdated {
                (part.copy)(&mut self.event, &later.event);
            }
            *typed = typed.take().or(place);
        }
    }

    fn is_planned(&self) -> bool {
        self.event.status.as_deref() == Some(PLANNED)
    }

    /// Settles status and name once all sheets are merged; adds the name to the index.
    pub fn finish(&mut self, name_index: &mut NameIndex, policy: InferencePolicy) {
        if self.is_planned() && self.has_text {
            self.event.status = Some(HELD.to_owned());
        }
        let event = &mut self.event;
        event.apply(policy);
        if !event.name.is_empty() {
            // A sheet that only refers to the event may come before the one that names it.
            if name_index.label(&event.iri) == slug(event.iri.as_ref()) {
                let in_text = in_text(&event.name, |kind| kind == EntityKind::Event);
                name_index.rename_event(&event.iri, event.name.clone(), in_text);
            }
            return;
        }
        let label = name_index.label(&event.iri);
        if label != slug(event.iri.as_ref()) {
            event.name = label.to_owned();
            return;
        }
        event.name = generated_name(event, ", ", name_index);
        let date = event.date.as_ref().map(|date| date.value);
        let is_day = date.is_some_and(|date| date.first_day() == date.last_day());
        let before_date = if is_day { " on " } else { ", " };
        let name = generated_name(event, before_date, name_index);
        let in_text = in_text(&name, |kind| kind == EntityKind::Event);
        name_index.rename_event(&event.iri, event.name.clone(), in_text);
    }
}

/// `Meeting of Belarus and the United States, 13 November 2017`, as far as these are known.
fn generated_name(event: &SheetEvent, before_date: &str, name_index: &NameIndex) -> String {
    let sides = event.sides.iter();
    let sides: Vec<String> = sides.map(|side| name_index.in_text(&side.actor)).collect();
    let mut name = slug(event.class.as_ref()).to_owned();
    if !sides.is_empty() {
        name.extend([" of ", &enumerated(&sides)]);
    }
    if let Some(date) = &event.date {
        name.extend([before_date, &date.value.in_words()]);
    }
    name
}
