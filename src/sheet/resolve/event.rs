//! `[[event]]`.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::names::{Names, given};
use super::{Draft, Happenings};
use crate::diagnostic::{Code, Place};
use crate::model::{
    EntityKind, Event, InferencePolicy, MaybeInferred, NameIndex, NamedEntity, Participant, Side,
};
use crate::sheet::read::{Fields, RawSide};
use crate::sheet::report::Report;
use crate::vocab::bil;
use crate::vocab::slug;

/// An event, as all sheets together tell of it.
pub struct MergedEvent {
    pub(crate) event: Event,
    /// The keys of [`COMPARED`] that a sheet typed, and where the first of them did.
    typed: BTreeMap<&'static str, Place>,
    /// Whether it is the main event of a sheet that types no status: that text tells of it as held.
    has_text: bool,
}

/// The status that gives way to any other: what was planned is later held or cancelled.
const PLANNED: &str = "planned";
/// The status of a meeting or visit of which nothing else is said.
const HELD: &str = "held";

/// The keys under which two sheets may contradict or complete each other on an event.
const COMPARED: [&str; 9] = [
    "kind", "name", "sides", "date", "place", "host", "mode", "status", "part_of",
];

/// Notes what contradicts the RDF files.
pub fn hold_against_rdf(
    fields: &Fields,
    folder: &str,
    name_index: &NameIndex,
    report: &mut Report,
) {
    super::hold_against_rdf(
        &iri(fields, folder),
        EntityKind::Event,
        fields,
        name_index,
        report,
    );
}

/// Makes an event's name known.
pub fn declare(fields: &Fields, folder: &str, name_index: &mut NameIndex) {
    let iri = iri(fields, folder);
    let thing = NamedEntity {
        kinds: [EntityKind::Event].into(),
        label: fields.text("name").unwrap_or(slug(iri.as_ref())).to_owned(),
        aliases: Vec::new(),
        broader: Vec::new(),
    };
    name_index.add_entity(iri, thing);
}

/// The main event has its folder's slug, any other its own.
pub fn iri(fields: &Fields, folder: &str) -> NamedNode {
    EntityKind::Event
        .namespace()
        .mint(fields.text("id").unwrap_or(folder))
}

/// An event and the one of which its table says that it is a part.
pub fn whole(
    fields: &Fields,
    folder: &str,
    name_index: &NameIndex,
) -> Option<(NamedNode, NamedNode)> {
    let name = fields.text("part_of")?;
    let whole = name_index.resolve(name, EntityKind::EVENTS).ok()?;
    Some((iri(fields, folder), whole))
}

/// Resolves the events of all sheets. What several tell of one event is put together, defaults giving way to what
/// is typed, so that it does not matter which of them is read first. What is not kept goes before anything follows
/// from it.
pub fn resolve_all(
    drafts: &mut [Draft<'_>],
    name_index: &mut NameIndex,
    policy: InferencePolicy,
) -> Happenings {
    let mut happenings: Happenings = BTreeMap::new();
    for draft in drafts.iter_mut() {
        let written = draft.written;
        for fields in &written.fields.events {
            let event = draft.event(fields, name_index);
            for participant in event.sides.iter().flat_map(|side| &side.participants) {
                if let Some(post) = &participant.post {
                    name_index.put_below(&participant.who, post.clone());
                }
            }
            if draft.remember_main_event(fields, &event) {
                draft.sheet.events.push(event.clone());
                let told = MergedEvent::told(event, fields, &draft.report);
                put_together(told, &mut happenings, fields, &mut draft.report);
            }
        }
    }
    for happening in happenings.values_mut() {
        if happening.is_planned() && happening.has_text {
            happening.event.status = Some(HELD.to_owned());
        }
        happening.event.policy(policy);
        happening.name(name_index);
    }
    for event in drafts.iter_mut().flat_map(|draft| &mut draft.sheet.events) {
        if let Some(happening) = happenings.get(&event.iri) {
            let evidence = std::mem::take(&mut event.evidence);
            *event = Event {
                evidence,
                ..happening.event.clone()
            };
        }
    }
    happenings
}

fn put_together(
    told: MergedEvent,
    happenings: &mut Happenings,
    fields: &Fields,
    report: &mut Report,
) {
    let Some(known) = happenings.get_mut(&told.event.iri) else {
        happenings.insert(told.event.iri.clone(), told);
        return;
    };
    for (key, place) in &known.typed {
        let overtaken = *key == "status" && (known.is_planned() || told.is_planned());
        if told.typed.contains_key(key) && !overtaken && !same(key, &known.event, &told.event) {
            let message = format!("`{key}` of this event contradicts what {place} says");
            let hint = "say it once, or say the same in both places".to_owned();
            report.hinted(
                Code::Contradiction,
                fields.range_of(key),
                message,
                Some(hint),
            );
        }
    }
    known.complete(told);
}

impl MergedEvent {
    fn told(event: Event, fields: &Fields, report: &Report) -> Self {
        let typed = COMPARED.into_iter().filter(|key| fields.has(key));
        Self {
            event,
            typed: typed
                .map(|key| (key, report.place(fields.range_of(key))))
                .collect(),
            has_text: !fields.has("id") && !fields.has("status"),
        }
    }

    fn is_planned(&self) -> bool {
        self.event.status.as_deref() == Some(PLANNED)
    }

    /// Takes over what another sheet typed and none before it, what it asserts and others inferred, and what became
    /// of a plan.
    fn complete(&mut self, other: Self) {
        self.has_text |= other.has_text;
        for (key, place) in other.typed {
            let overtaken = key == "status" && self.is_planned();
            if !self.typed.contains_key(key) || is_inferred(key, &self.event) || overtaken {
                take_over(key, &mut self.event, &other.event);
            }
            self.typed.entry(key).or_insert(place);
        }
    }

    /// Generates a name where neither a sheet nor an RDF file gives one, and makes it known.
    fn name(&mut self, name_index: &mut NameIndex) {
        let event = &mut self.event;
        if self.typed.contains_key("name") {
            return;
        }
        let known = name_index.label(&event.iri);
        event.name = if known == slug(event.iri.as_ref()) {
            label(event, name_index)
        } else {
            known.to_owned()
        };
        name_index.rename(&event.iri, event.name.clone());
    }
}

/// Whether two sheets say the same under a key, whether or not one of them inferred it.
fn same(key: &str, a: &Event, b: &Event) -> bool {
    fn values<T: PartialEq>(a: Option<&MaybeInferred<T>>, b: Option<&MaybeInferred<T>>) -> bool {
        a.map(|given| &given.value) == b.map(|given| &given.value)
    }
    match key {
        "kind" => a.class == b.class,
        "name" => a.name == b.name,
        "sides" => a.sides == b.sides,
        "date" => values(a.date.as_ref(), b.date.as_ref()),
        "place" => values(a.place.as_ref(), b.place.as_ref()),
        "host" => values(a.host.as_ref(), b.host.as_ref()),
        "mode" => a.mode == b.mode,
        "status" => a.status == b.status,
        _ => a.part_of == b.part_of,
    }
}

fn is_inferred(key: &str, event: &Event) -> bool {
    match key {
        "date" => event.date.as_ref().is_some_and(MaybeInferred::is_inferred),
        "place" => event.place.as_ref().is_some_and(MaybeInferred::is_inferred),
        "host" => event.host.as_ref().is_some_and(MaybeInferred::is_inferred),
        _ => false,
    }
}

fn take_over(key: &str, event: &mut Event, from: &Event) {
    match key {
        "kind" => event.class = from.class.clone(),
        "name" => event.name.clone_from(&from.name),
        "sides" => event.sides.clone_from(&from.sides),
        "date" => event.date.clone_from(&from.date),
        "place" => event.place.clone_from(&from.place),
        "host" => event.host.clone_from(&from.host),
        "mode" => event.mode.clone_from(&from.mode),
        "status" => event.status.clone_from(&from.status),
        _ => event.part_of.clone_from(&from.part_of),
    }
}

impl Draft<'_> {
    /// Remembers the event without an `id`; `false` for a second one, which is noted.
    fn remember_main_event(&mut self, fields: &Fields, event: &Event) -> bool {
        if fields.has("id") {
            return true;
        }
        let is_first = self.main_event.is_none();
        if is_first {
            self.main_event = Some(event.iri.clone());
        } else {
            let message = "two events without an `id`: only the main event has none";
            let hint = Some("give this one an `id`".to_owned());
            self.report
                .hinted(Code::MissingKey, fields.range.clone(), message, hint);
        }
        is_first
    }

    fn event(&mut self, fields: &Fields, name_index: &NameIndex) -> Event {
        let class = match fields.text("kind") {
            Some("Visit") => bil::class::VISIT,
            Some("Event") => bil::class::EVENT,
            _ => bil::class::MEETING,
        };
        // Sides, mode and status have defaults only where two sides meet: a sports event has none.
        let meets = class != bil::class::EVENT;
        let or_default = |key: &str, default: &str| match fields.text(key) {
            Some(word) => Some(word.to_owned()),
            None => meets.then(|| default.to_owned()),
        };
        let (voice, fixed) = self.voice(fields);
        let evidence = self.evidence(fields, voice, fixed);
        let words = self.written.words.as_ref();
        let mut names = Names::new(name_index, &mut self.report);
        let sides = match fields.sides() {
            Some(sides) => all_sides(sides, &mut names),
            None if meets => nobody_named(&self.manifest.sides),
            None => Vec::new(),
        };
        let place = names.given(fields, "place", EntityKind::PLACES, words);
        let host = names.given(fields, "host", EntityKind::ACTORS, words);
        let part_of = names.key(fields, "part_of", EntityKind::EVENTS);
        let date = fields
            .period("date")
            .map(|period| given(period, fields, "date", words, &mut self.report));
        Event {
            iri: iri(fields, &self.written.slug),
            class: class.into_owned(),
            name: fields.text("name").unwrap_or_default().to_owned(),
            sides,
            date,
            place,
            host,
            mode: or_default("mode", "in-person"),
            status: or_default("status", HELD),
            part_of,
            evidence,
        }
    }
}

/// The sides, each of them another actor.
fn all_sides(written: &[RawSide], names: &mut Names<'_>) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    for raw in written {
        let Some(side) = side(raw, &sides, names) else {
            continue;
        };
        if sides.iter().any(|other| other.actor == side.actor) {
            let message = format!("`{}` is a side already", raw.actor.value);
            names
                .report
                .error(Code::WrongForm, raw.actor.range.clone(), message);
        } else {
            sides.push(side);
        }
    }
    sides
}

/// One side; whoever is on another one already is noted.
fn side(raw: &RawSide, others: &[Side], names: &mut Names<'_>) -> Option<Side> {
    let actor = names.one(&raw.actor, EntityKind::ACTORS);
    let mut participants = Vec::new();
    for participant in &raw.participants {
        let post = participant
            .post
            .as_ref()
            .and_then(|post| names.one(post, &[EntityKind::Post]));
        if let Some(who) = names.one(&participant.who, EntityKind::PEOPLE) {
            if let Some(other) = others.iter().find(|side| is_there(side, &who)) {
                let message = format!(
                    "`{}` is on the side of `{}` already",
                    participant.who.value,
                    slug(other.actor.as_ref())
                );
                let range = participant.who.range.clone();
                names.report.error(Code::WrongParty, range, message);
            }
            participants.push(Participant { who, post });
        }
    }
    Some(Side {
        actor: actor?,
        participants,
    })
}

fn is_there(side: &Side, who: &NamedNode) -> bool {
    let mut participants = side.participants.iter();
    participants.any(|participant| participant.who == *who)
}

fn nobody_named(sides: &[NamedNode]) -> Vec<Side> {
    let side = |actor: &NamedNode| Side {
        actor: actor.clone(),
        participants: Vec::new(),
    };
    sides.iter().map(side).collect()
}

/// `a, b and c`.
fn listed(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// `Meeting of Belarus and Kaliningrad Oblast, 13 November 2017`, as far as these are known.
fn label(event: &Event, name_index: &NameIndex) -> String {
    let sides: Vec<&str> = event
        .sides
        .iter()
        .map(|side| name_index.label(&side.actor))
        .collect();
    let kind = slug(event.class.as_ref());
    let mut label = kind.to_owned();
    if !sides.is_empty() {
        label.push_str(" of ");
        label.push_str(&listed(&sides));
    }
    if let Some(date) = &event.date {
        label.push_str(", ");
        label.push_str(&date.value.in_words());
    }
    label
}
