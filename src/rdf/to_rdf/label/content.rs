//! What an act is about, as one phrase.

use oxigraph::model::NamedNode;

use crate::model::{EntityKind, NameIndex, SheetAct};
use crate::text::enumerated;

/// How many names a list has that is not cut.
const MOST: usize = 4;
/// How many names of a longer list are shown.
const SHOWN: usize = 3;

/// What the topics of a label are.
const TOPICS: &[EntityKind] = &[EntityKind::Topic, EntityKind::Instrument, EntityKind::Event];
/// What reads as `other c` after a part of it: not topics, as in "the armed conflict and security".
const DIVISIBLE: &[EntityKind] = &[EntityKind::Good, EntityKind::Service, EntityKind::Sector];

/// What an act is about.
pub struct Content<'a> {
    items: Vec<&'a NamedNode>,
    /// Topics, instruments and events.
    topics: Vec<&'a NamedNode>,
    sectors: Vec<&'a NamedNode>,
    places: Vec<&'a NamedNode>,
    /// Actors and all other entities.
    others: Vec<&'a NamedNode>,
    name_index: &'a NameIndex,
}

impl<'a> Content<'a> {
    /// That of an act, without its doers and targets.
    pub fn of(act: &'a SheetAct, name_index: &'a NameIndex) -> Self {
        let mut content = Self {
            items: act.items.iter().collect(),
            topics: Vec::new(),
            sectors: act.sectors.iter().collect(),
            places: Vec::new(),
            others: Vec::new(),
            name_index,
        };
        for entity in act.about.iter().flat_map(|about| &about.value) {
            if act.by.value.contains(entity) || act.to.value.contains(entity) {
                continue;
            }
            let list = if content.is_one_of(entity, TOPICS) {
                &mut content.topics
            } else if content.is_one_of(entity, &[EntityKind::Place]) {
                &mut content.places
            } else {
                &mut content.others
            };
            list.push(entity);
        }
        content
    }

    /// Its first part that is not empty: items, topics, sectors, then all other entities.
    pub fn what(&self) -> String {
        let parts = [&self.items, &self.topics, &self.sectors, &self.places];
        let mut parts = parts.into_iter().chain([&self.others]);
        let part = parts.find(|part| !part.is_empty());
        part.map(|part| self.listed(part)).unwrap_or_default()
    }

    /// The places, where something else is what the act is about.
    pub fn parenthesis(&self) -> String {
        let parts = [&self.items, &self.topics, &self.sectors];
        if parts.iter().all(|part| part.is_empty()) {
            return String::new();
        }
        self.listed(&self.places)
    }

    pub fn items(&self) -> String {
        self.listed(&self.items)
    }

    pub fn instruments(&self) -> String {
        let topics = self.topics.iter().copied();
        let instruments = topics.filter(|topic| self.is_one_of(topic, &[EntityKind::Instrument]));
        self.listed(&instruments.collect::<Vec<_>>())
    }

    /// Whether an entity is among the topics, and nothing else comes first.
    pub fn mentions(&self, entity: &NamedNode) -> bool {
        self.items.is_empty() && self.topics.contains(&entity)
    }

    fn is_one_of(&self, entity: &NamedNode, kinds: &[EntityKind]) -> bool {
        let entity = self.name_index.entity(entity);
        entity.is_some_and(|entity| kinds.iter().any(|kind| entity.kinds.contains(kind)))
    }

    /// `a, b and c`; an item or sector that is broader than another comes last, as `other c`; a long list is cut.
    fn listed(&self, names: &[&NamedNode]) -> String {
        let is_broader = |name: &&&NamedNode| {
            if !self.is_one_of(name, DIVISIBLE) {
                return false;
            }
            let mut others = names.iter().filter(|other| *other != *name);
            others.any(|other| self.name_index.is_within(other, name))
        };
        let (broader, narrow): (Vec<&&NamedNode>, Vec<&&NamedNode>) =
            names.iter().partition(is_broader);
        let narrow = narrow.into_iter().map(|name| self.name_index.in_text(name));
        let broader = broader.into_iter().map(|name| {
            let name = self.name_index.in_text(name);
            format!("other {}", name.strip_prefix("the ").unwrap_or(&name))
        });
        let mut names: Vec<String> = narrow.chain(broader).collect();
        if names.len() > MOST {
            let more = names.len() - SHOWN;
            names.truncate(SHOWN);
            names.push(format!("{more} more"));
        }
        joined(&names)
    }
}

/// `a, b and c`; with a comma before the last "and" where a name itself has one: `finance and insurance, and energy`.
fn joined(names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest))
            if !rest.is_empty() && names.iter().any(|name| name.contains(" and ")) =>
        {
            format!("{}, and {last}", rest.join(", "))
        }
        _ => enumerated(names),
    }
}
