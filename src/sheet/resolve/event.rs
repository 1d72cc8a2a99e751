//! `[[event]]`.

use oxigraph::model::NamedNode;

use super::draft::Draft;
use super::field_resolver::FieldResolver;
use super::merged_event::{HELD, MergedEvent, MergedEvents};
use crate::diagnostic::Code;
use crate::model::{
    EntityKind, InferencePolicy, NameIndex, SheetEvent, SheetParticipant, SheetSide,
};
use crate::sheet::read::{Fields, RawSide};
use crate::vocab::{bil, slug};

/// The IRI of an event: the main event has its folder's slug, any other its own.
pub fn iri(fields: &Fields, folder: &str) -> NamedNode {
    let slug = fields.text("id").unwrap_or(folder);
    EntityKind::Event.namespace().mint(slug)
}

/// Resolves the events of all sheets and merges the descriptions of each.
///
/// Values that `policy` excludes are dropped before anything is derived from them.
pub fn resolve_all(
    drafts: &mut [Draft<'_>],
    name_index: &mut NameIndex,
    policy: InferencePolicy,
) -> MergedEvents {
    let mut events = MergedEvents::new();
    for draft in drafts.iter_mut() {
        for fields in &draft.parsed.fields.events {
            let event = draft.event(fields, name_index);
            for participant in event.sides.iter().flat_map(|side| &side.participants) {
                if let Some(post) = &participant.post {
                    name_index.add_broader(&participant.who, post.clone());
                }
            }
            if draft.accept_main_event(fields, &event) {
                draft.sheet.events.push(event.clone());
                MergedEvent::new(event, fields, &draft.findings).merge_into(
                    &mut events,
                    fields,
                    &mut draft.findings,
                );
            }
        }
    }
    for event in events.values_mut() {
        event.finish(name_index, policy);
    }
    for event in drafts.iter_mut().flat_map(|draft| &mut draft.sheet.events) {
        if let Some(merged) = events.get(&event.iri) {
            let evidence = std::mem::take(&mut event.evidence);
            *event = SheetEvent {
                evidence,
                ..merged.event.clone()
            };
        }
    }
    events
}

impl Draft<'_> {
    /// Remembers the event without an `id`, and refuses a second one.
    fn accept_main_event(&mut self, fields: &Fields, event: &SheetEvent) -> bool {
        if fields.has("id") {
            return true;
        }
        let is_first = self.main_event.is_none();
        if is_first {
            self.main_event = Some(event.iri.clone());
        } else {
            let message = "two events without an `id`: only the main event has none";
            self.findings
                .error(Code::MissingKey, &fields.range, message)
                .help("add an `id` to this one");
        }
        is_first
    }

    fn event(&mut self, fields: &Fields, name_index: &NameIndex) -> SheetEvent {
        let class = match fields.text("kind") {
            Some("Visit") => bil::class::VISIT,
            Some("Event") => bil::class::EVENT,
            _ => bil::class::MEETING,
        };
        // Sides, mode and status have defaults only where two sides meet: a sports event has none.
        let meets = class != bil::class::EVENT;
        let or_default = |key: &str, default: &str| {
            let word = fields.text(key).or(meets.then_some(default));
            word.map(str::to_owned)
        };
        let evidence = self.evidence(fields);
        let (manifest, slug) = (self.manifest, &self.parsed.slug);
        let mut resolver = self.resolver(fields, name_index);
        let sides = match fields.sides("sides") {
            Some(sides) => resolve_sides(sides, &mut resolver),
            None if meets => default_sides(&manifest.sides),
            None => Vec::new(),
        };
        SheetEvent {
            iri: iri(fields, slug),
            class: class.into_owned(),
            name: fields.text("name").unwrap_or_default().to_owned(),
            sides,
            date: resolver.period("date"),
            place: resolver.inferable_name("place", EntityKind::PLACES),
            host: resolver.inferable_name("host", EntityKind::ACTORS),
            mode: or_default("mode", "in-person"),
            level: fields.text("level").map(str::to_owned),
            status: or_default("status", HELD),
            part_of: resolver.name("part_of", EntityKind::EVENTS),
            evidence,
        }
    }
}

/// The sides of an event; a second side of the same actor is refused.
fn resolve_sides(raw_sides: &[RawSide], resolver: &mut FieldResolver<'_>) -> Vec<SheetSide> {
    let mut sides: Vec<SheetSide> = Vec::new();
    for raw in raw_sides {
        let Some(side) = resolve_side(raw, &sides, resolver) else {
            continue;
        };
        if sides.iter().any(|earlier| earlier.actor == side.actor) {
            let message = format!("`{}` is a side already", raw.actor.value);
            resolver
                .findings
                .error(Code::WrongForm, &raw.actor.range, message);
        } else {
            sides.push(side);
        }
    }
    sides
}

/// One side of an event; a participant of an earlier side is refused.
fn resolve_side(
    raw: &RawSide,
    earlier: &[SheetSide],
    resolver: &mut FieldResolver<'_>,
) -> Option<SheetSide> {
    let actor = resolver.resolve(&raw.actor, EntityKind::ACTORS);
    let mut participants = Vec::new();
    for raw in &raw.participants {
        let post = raw.post.as_ref();
        let post = post.and_then(|post| resolver.resolve(post, &[EntityKind::Post]));
        let Some(who) = resolver.resolve(&raw.who, EntityKind::PEOPLE) else {
            continue;
        };
        let takes_part = |side: &&SheetSide| side.participants.iter().any(|other| other.who == who);
        if let Some(side) = earlier.iter().find(takes_part) {
            let actor = slug(side.actor.as_ref());
            let message = format!("`{}` is on the side of `{actor}` already", raw.who.value);
            resolver
                .findings
                .error(Code::WrongParty, &raw.who.range, message);
        }
        participants.push(SheetParticipant { who, post });
    }
    Some(SheetSide {
        actor: actor?,
        participants,
    })
}

/// The sides of the dossier, without participants.
fn default_sides(actors: &[NamedNode]) -> Vec<SheetSide> {
    let side = |actor: &NamedNode| SheetSide {
        actor: actor.clone(),
        participants: Vec::new(),
    };
    actors.iter().map(side).collect()
}
