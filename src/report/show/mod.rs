//! Everything that is known about one entity: its facts, memberships, events and acts.

mod facts;
mod offices;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use oxigraph::model::NamedNodeRef;

use super::event_lines::event_item;
use super::inferred::Notes;
use super::sentences::{Fact, act_item, amounts, chain, reports, words};
use crate::document::{Block, Document, Item};
use crate::model::EntityKind;
use crate::records::{Act, Id, Records, claims};
use crate::report::span::NoContent;
use crate::text::holds_words;
use crate::vocab::bil;
use crate::vocab::w3c::rdf;

/// The roles of an entity in acts, in the order of the page, each with the beginning of its heading.
const PARTS: [(NamedNodeRef<'static>, &str); 10] = [
    (bil::BY, "By"),
    (bil::TO, "Toward"),
    (bil::SPEAKER, "In the words of"),
    (bil::ITEM, "Concerning"),
    (bil::SECTOR, "In the sector"),
    (bil::ABOUT, "About"),
    (bil::OCCASION, "On the occasion of"),
    (bil::MADE_AT, "Said at"),
    (bil::REPORTED_IN, "Reported in"),
    (rdf::TYPE, "Of the kind"),
];
/// The beginnings of the headings of other acts on a person.
const NAMING: &str = "Naming";
const IN_PRESENCE: &str = "Said by others at meetings with";

/// Everything that is known about an entity, each line with its evidence.
///
/// The entity may be an actor, a sector or anything else with a name, an act, a readout, a class or a kind of act.
///
/// # Errors
/// [`NoContent`] if nothing is known.
pub fn show(records: &Records, entity: NamedNodeRef<'_>) -> Result<Document, NoContent> {
    let known = records
        .id(entity)
        .and_then(|id| Some((id, records.entity(id)?)));
    let (id, entity) = known.ok_or(NoContent { outside: 0 })?;
    let mut blocks = facts::blocks(records, &entity);
    blocks.extend(offices::section(records, id));
    if let Some(act) = records.act(id) {
        blocks.extend(act_blocks(records, act));
    } else {
        let mut notes = Notes::new(records);
        blocks.extend(events(id, &mut notes));
        blocks.extend(acts(id, &mut notes));
        blocks.extend(notes.section());
    }
    Ok(Document::new(blocks))
}

/// The outcome of an act, its words, and the acts before and after it.
fn act_blocks(records: &Records, act: &Act) -> [Block; 3] {
    let outcome = act
        .outcome
        .map(|outcome| Item::text(format!("status: {}", outcome.word())));
    let amounts = amounts(records, act);
    let mut links = reports(records, act);
    links.extend(chain(records, act));
    [
        Block::List(outcome.into_iter().chain(amounts).collect()),
        Block::Quotation(words(records, act)),
        Block::List(links),
    ]
}

/// The event itself, its parts, and events with this entity as a whole, a side, a participant or the place.
fn events(id: Id, notes: &mut Notes<'_>) -> Vec<Block> {
    let records = notes.records;
    let events = records.events().iter();
    let events =
        events.filter(|event| event.id == id || event.wholes.contains(&id) || event.concerns(id));
    let items: Vec<Item> = events.map(|event| event_item(event, notes)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(2, "Events"), Block::List(items)]
}

/// Each act once, under the first role that the entity, or something narrower, has in it; then the acts that name a
/// person, and what others said at meetings with this person.
fn acts(id: Id, notes: &mut Notes<'_>) -> Vec<Block> {
    let records = notes.records;
    let entities = records.within(id);
    let surname = surname(records, id);
    let mut sections: BTreeMap<(usize, &str), Vec<&Act>> = BTreeMap::new();
    for act in records.acts() {
        let played = act.parts().filter(|(_, entity)| entities.contains(entity));
        let played: BTreeSet<NamedNodeRef<'_>> = played.map(|(part, _)| part).collect();
        let mut parts = PARTS.iter().enumerate();
        let part = parts.find(|(_, (part, _))| played.contains(part));
        let section = match (part, &surname) {
            (Some((place, (_, heading))), _) => (place, *heading),
            (None, Some(surname)) if names(act, surname) => (PARTS.len(), NAMING),
            (None, Some(_)) if is_present(records, id, act) => (PARTS.len() + 1, IN_PRESENCE),
            (None, _) => continue,
        };
        sections.entry(section).or_default().push(act);
    }
    if sections.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(2, "Acts")];
    for ((_, heading), acts) in sections {
        let claims = claims(records, acts).into_iter();
        let mut acts: Vec<&Act> = claims.map(|claim| claim.act).collect();
        let name = records.in_text(id);
        blocks.push(Block::heading(
            3,
            format!("{heading} {name} ({})", acts.len()),
        ));
        acts.sort_by_key(|act| records.time(act));
        let acts = acts.into_iter();
        let items = acts.map(|act| act_item(act, &[Fact::When], &[], notes));
        blocks.push(Block::List(items.collect()));
    }
    blocks
}

/// The surname of a person; `None` for anything else.
fn surname(records: &Records, id: Id) -> Option<String> {
    let is_person = records.entity_kind(id) == Some(EntityKind::Person);
    let short = || records.first_text(id, bil::SHORT_NAME);
    let last = || records.label(id).split_whitespace().last().map(Arc::from);
    let name = is_person.then(|| short().or_else(last));
    name.flatten().map(|name| name.to_string())
}

/// Whether the sentence or the words of an act have a name.
fn names(act: &Act, name: &str) -> bool {
    let texts = act.passages().chain([&*act.sentence]);
    texts.into_iter().any(|text| holds_words(text, name))
}

/// Whether an act was made at an event that a person attended.
fn is_present(records: &Records, person: Id, act: &Act) -> bool {
    let event = act.made_at.and_then(|event| records.event(event));
    event.is_some_and(|event| event.concerns(person))
}
