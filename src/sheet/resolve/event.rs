//! `[[event]]`.

use std::collections::BTreeMap;
use std::sync::Arc;

use oxigraph::model::NamedNode;

use super::names::{Names, given};
use super::{Draft, Happenings};
use crate::diagnostic::Place;
use crate::model::{Event, Evidence, Gazetteer, Participant, Side, Sort, Thing, Voice};
use crate::sheet::read::{Fields, RawSide};
use crate::sheet::report::{Located, Report};
use crate::vocab::bil;

/// An event, and where it was recorded.
pub(super) struct Happening {
    pub(super) event: Event,
    /// Where what is said under each key of [`COMPARED`] stands.
    places: Vec<Place>,
}

/// The keys under which two sheets may contradict each other on an event.
const COMPARED: [&str; 6] = ["kind", "name", "sides", "date", "place", "host"];

/// Makes an event's name known.
pub(super) fn declare(
    fields: &Fields,
    folder: &str,
    gazetteer: &mut Gazetteer,
    report: &mut Report,
) {
    let iri = iri(fields, folder);
    if gazetteer
        .thing(&iri)
        .is_some_and(|known| !known.sorts.contains(&Sort::Event))
    {
        report.error(
            "contradiction",
            fields.range_of("id"),
            "this name is already that of something else",
        );
    }
    gazetteer.add_thing(
        iri,
        Thing {
            sorts: [Sort::Event].into(),
            label: fields.text("name").unwrap_or(folder).to_owned(),
            aliases: Vec::new(),
            broader: Vec::new(),
        },
    );
}

/// The main event has its folder's slug, any other its own.
fn iri(fields: &Fields, folder: &str) -> NamedNode {
    Sort::Event
        .namespace()
        .mint(fields.text("id").unwrap_or(folder))
}

/// Resolves the events of all sheets; a generated label becomes known as soon as the event is.
pub(super) fn resolve_all(drafts: &mut [Draft<'_>], gazetteer: &mut Gazetteer) -> Happenings {
    let mut happenings: Happenings = BTreeMap::new();
    for draft in drafts {
        let written = draft.written;
        for fields in &written.fields.events {
            let event = draft.event(fields, gazetteer);
            gazetteer.rename(&event.iri, event.name.clone());
            for participant in event.sides.iter().flat_map(|side| &side.participants) {
                if let Some(post) = &participant.post {
                    gazetteer.put_below(&participant.who, post.clone());
                }
            }
            if !draft.remember_main_event(fields, &event) {
                continue;
            }
            if let Some(other) = happenings.get(&event.iri) {
                contradictions(&event, other, fields, &mut draft.report);
            }
            draft.sheet.events.push(event.clone());
            let places = COMPARED.map(|key| draft.report.place(fields.range_of(key)));
            let happening = Arc::new(Happening {
                event,
                places: places.into(),
            });
            happenings
                .entry(happening.event.iri.clone())
                .or_insert(happening);
        }
    }
    happenings
}

/// Notes what two statements about one event say differently; what only one of them says is no contradiction.
fn contradictions(event: &Event, other: &Happening, fields: &Fields, report: &mut Report) {
    fn differ<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
        matches!((a, b), (Some(a), Some(b)) if a != b)
    }
    let known = &other.event;
    let differs = [
        event.class != known.class,
        event.name != known.name,
        !event.sides.is_empty() && !known.sides.is_empty() && event.sides != known.sides,
        differ(event.date.as_ref(), known.date.as_ref()),
        differ(event.place.as_ref(), known.place.as_ref()),
        differ(event.host.as_ref(), known.host.as_ref()),
    ];
    let compared = COMPARED.into_iter().zip(&other.places).zip(differs);
    for ((key, place), _) in compared.filter(|(_, differs)| *differs) {
        let message = format!("`{key}` of this event contradicts what {place} says");
        let hint = "say it once, or say the same in both places".to_owned();
        report.hinted("contradiction", fields.range_of(key), message, Some(hint));
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
                .hinted("missing-key", fields.range.clone(), message, hint);
        }
        is_first
    }

    fn event(&mut self, fields: &Fields, gazetteer: &Gazetteer) -> Event {
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
        let mut names = Names::new(gazetteer, &mut self.report);
        let sides = match fields.sides() {
            Some(sides) => sides
                .iter()
                .filter_map(|raw| side(raw, &mut names))
                .collect(),
            None if meets => nobody_named(&self.manifest.sides),
            None => Vec::new(),
        };
        let place = names.given(fields, "place", Sort::PLACES, words);
        let host = names.given(fields, "host", Sort::ACTORS, words);
        let part_of = names.key(fields, "part_of", Sort::EVENTS);
        let date = fields
            .period("date")
            .map(|period| given(period, fields, "date", words, &mut self.report));
        let mut event = Event {
            iri: iri(fields, &self.written.slug),
            class: class.into_owned(),
            name: String::new(),
            sides,
            date,
            place,
            host,
            mode: or_default("mode", "in-person"),
            status: or_default("status", "held"),
            part_of,
            evidence,
        };
        event.name = match fields.text("name") {
            Some(name) => name.to_owned(),
            None => label(&event, gazetteer),
        };
        event
    }

    /// The passages of `quote`; those that cannot be anchored are noted.
    pub(super) fn evidence(
        &mut self,
        fields: &Fields,
        otherwise: Voice,
        fixed: bool,
    ) -> Vec<Evidence> {
        let quotes = fields.list("quote");
        let Some(words) = &self.written.words else {
            if let Some(quote) = quotes.first() {
                let message = "a quote, but no readout.txt lies beside this sheet";
                let hint = "say it in your own words, as the `gist` of an act".to_owned();
                let range = quote.range.clone();
                self.report.hinted("no-words", range, message, Some(hint));
            }
            return Vec::new();
        };
        if words.is_lost() {
            return Vec::new();
        }
        let texts: Vec<&str> = quotes.iter().map(|quote| quote.value.as_str()).collect();
        match words.find_all(&texts) {
            Ok(passages) => {
                let evidence = passages
                    .iter()
                    .map(|passage| words.evidence(passage, otherwise, fixed));
                let evidence: Vec<Evidence> = evidence.collect();
                for (evidence, quote) in evidence.iter().zip(quotes) {
                    self.hold_to_one_voice(evidence, quote);
                }
                evidence
            }
            Err(errors) => {
                for (index, error) in errors {
                    let range = quotes.get(index).map_or(0..0, |quote| quote.range.clone());
                    let (code, hint) = error.advice();
                    self.report.hinted(code, range, error.to_string(), hint);
                }
                Vec::new()
            }
        }
    }

    /// A passage is one node, and its voice sits on that: it cannot have two.
    fn hold_to_one_voice(&mut self, evidence: &Evidence, quote: &Located<String>) {
        let voice = *self.voices.entry(evidence.span).or_insert(evidence.voice);
        if voice != evidence.voice {
            let message = format!(
                "the voice of this passage is `{}` here, but `{}` elsewhere in this sheet",
                evidence.voice.word(),
                voice.word()
            );
            let hint = "give both the same `voice`".to_owned();
            let range = quote.range.clone();
            self.report
                .hinted("contradiction", range, message, Some(hint));
        }
    }
}

fn side(raw: &RawSide, names: &mut Names<'_>) -> Option<Side> {
    let actor = names.one(&raw.actor, Sort::ACTORS);
    let mut participants = Vec::new();
    for participant in &raw.participants {
        let post = participant
            .post
            .as_ref()
            .and_then(|post| names.one(post, &[Sort::Post]));
        if let Some(who) = names.one(&participant.who, Sort::PEOPLE) {
            participants.push(Participant { who, post });
        }
    }
    Some(Side {
        actor: actor?,
        participants,
    })
}

fn nobody_named(sides: &[NamedNode]) -> Vec<Side> {
    let side = |actor: &NamedNode| Side {
        actor: actor.clone(),
        participants: Vec::new(),
    };
    sides.iter().map(side).collect()
}

/// `Meeting of Belarus and Kaliningrad Oblast, 13 November 2017`, as far as these are known.
fn label(event: &Event, gazetteer: &Gazetteer) -> String {
    let sides: Vec<&str> = event
        .sides
        .iter()
        .map(|side| gazetteer.label(&side.actor))
        .collect();
    let kind = crate::model::slug(event.class.as_ref());
    let mut label = kind.to_owned();
    if !sides.is_empty() {
        label.push_str(" of ");
        label.push_str(&sides.join(" and "));
    }
    if let Some(date) = &event.date {
        label.push_str(", ");
        label.push_str(&date.value.in_words());
    }
    label
}
