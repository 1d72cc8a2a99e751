//! Everything that is known about one entity: its facts, memberships, events and acts.

mod facts;
mod offices;

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNodeRef;

use super::event_lines::event_item;
use super::inferred::Notes;
use super::sentences::{Fact, act_item, amounts, chain, reports, words};
use crate::document::{Block, Document, Item};
use crate::records::{Act, Id, Records, claims};
use crate::report::span::NoContent;
use crate::vocab::bil;
use crate::vocab::w3c::rdf;

/// The roles of an entity in acts, in the order of the page, each with its heading.
const PARTS: [(NamedNodeRef<'static>, &str); 10] = [
    (bil::BY, "Done or said by it"),
    (bil::TO, "Aimed at it"),
    (bil::SPEAKER, "In its words"),
    (bil::ITEM, "With it as good or service"),
    (bil::SECTOR, "In it as a sector"),
    (bil::ABOUT, "About it"),
    (bil::OCCASION, "On its occasion"),
    (bil::MADE_AT, "Said at it"),
    (bil::REPORTED_IN, "Reported in it"),
    (rdf::TYPE, "Of this kind"),
];

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

/// Each act once, under the first role that the entity, or something narrower, has in it.
fn acts(id: Id, notes: &mut Notes<'_>) -> Vec<Block> {
    let records = notes.records;
    let entities = records.within(id);
    let mut sections: BTreeMap<(usize, &str), Vec<&Act>> = BTreeMap::new();
    for act in records.acts() {
        let played = act.parts().filter(|(_, entity)| entities.contains(entity));
        let played: BTreeSet<NamedNodeRef<'_>> = played.map(|(part, _)| part).collect();
        let mut parts = PARTS.iter().enumerate();
        if let Some((place, (_, heading))) = parts.find(|(_, (part, _))| played.contains(part)) {
            sections.entry((place, heading)).or_default().push(act);
        }
    }
    if sections.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(2, "Acts")];
    for ((_, heading), acts) in sections {
        let claims = claims(records, acts).into_iter();
        let mut acts: Vec<&Act> = claims.map(|claim| claim.act).collect();
        blocks.push(Block::heading(3, format!("{heading} ({})", acts.len())));
        acts.sort_by_key(|act| records.time(act));
        let acts = acts.into_iter();
        let items = acts.map(|act| act_item(act, &[Fact::When], &[], notes));
        blocks.push(Block::List(items.collect()));
    }
    blocks
}
