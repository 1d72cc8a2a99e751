//! The names and acts that have some words; each name with the number of acts and events that use it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EntityKind, NameIndex};
use crate::records::{Act, Event, Id, Records};
use crate::text::{holds_beginning, holds_words, is_same_name};
use crate::vocab::slug;

/// A name with what it means and where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundName {
    /// The prefixed name, such as `id:minsk`; where no standard prefix fits, the IRI.
    pub name: String,
    /// The class of the entity in words, such as `Person`; or `Kind of act`, or `Readout`.
    pub class: &'static str,
    /// Its English label, or its first one.
    pub label: String,
    /// Its other names.
    pub other_names: Vec<String>,
    /// The number of acts that it has a role in; for an event, of the acts made at it; for a kind or a readout, of its acts.
    pub acts: usize,
    /// The number of events that it has a role in; for an event, of its parts; for a readout, of those that it reports.
    pub events: usize,
}

/// The entities, kinds of act and readouts that have some words in their slug or in one of their names, in any spelling.
/// The last word may be the beginning of a longer one. Equal names are first, then those with whole words; in each group,
/// events and then readouts are last, and what more acts use is first.
#[must_use]
pub fn find(records: &Records, index: &NameIndex, words: &str) -> Vec<FoundName> {
    let uses = Uses::count(records);
    let mut found: Vec<(Likeness, FoundName)> = Vec::new();
    for (id, class, names) in named(records, index) {
        let slug = records.named(id).map_or("", slug);
        let spellings = || [slug].into_iter().chain(names.iter().copied());
        let likeness = spellings().filter_map(|name| likeness(name, words)).min();
        if let Some(likeness) = likeness {
            found.push((likeness, uses.of(records, id, class, &names)));
        }
    }
    found.sort_by_cached_key(|(likeness, name)| {
        let is_event = name.class == EntityKind::Event.word();
        let rank = (name.class == READOUT, is_event);
        (*likeness, rank, usize::MAX - name.acts, name.name.clone())
    });
    found.into_iter().map(|(_, name)| name).collect()
}

/// An act with what it says in our words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundAct {
    /// The prefixed name, such as `act:2017-11-13-minsk.trade`.
    pub name: String,
    /// The date as recorded, such as `2018-10/2018-12`.
    pub date: Option<String>,
    /// Its label.
    pub sentence: String,
    /// The remark of the person who recorded it, if it has the words.
    pub note: Option<String>,
    /// The publisher of the text that reports it, as in the table of acts.
    pub publisher: Option<String>,
}

/// The acts that have some words in their sentence, gist or note, in order of time. The last word may be the beginning
/// of a longer one.
#[must_use]
pub fn find_acts(records: &Records, words: &str) -> Vec<FoundAct> {
    let has = |text: &str| holds_beginning(text, words);
    let found = records.acts().iter().filter_map(|act| {
        let note = act.note.as_deref().filter(|note| has(note));
        let in_gist = || act.gist.as_deref().is_some_and(has);
        (note.is_some() || has(&act.sentence) || in_gist()).then_some((act, note))
    });
    let mut found: Vec<(&Act, Option<&str>)> = found.collect();
    found.sort_by_key(|(act, _)| (act.when.as_ref().and_then(|when| when.first), act.id));
    let publisher = |act: &Act| records.text(act.text?)?.publisher_name.as_deref();
    let found = found.into_iter().map(|(act, note)| FoundAct {
        name: records.name(act.id),
        date: act.when.as_ref().map(ToString::to_string),
        sentence: (*act.sentence).to_owned(),
        note: note.map(str::to_owned),
        publisher: publisher(act).map(str::to_owned),
    });
    found.collect()
}

/// How much of a name some words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Whole,
    Words,
    Beginning,
}

fn likeness(name: &str, words: &str) -> Option<Likeness> {
    if is_same_name(name, words) {
        Some(Likeness::Whole)
    } else if holds_words(name, words) {
        Some(Likeness::Words)
    } else {
        holds_beginning(name, words).then_some(Likeness::Beginning)
    }
}

const READOUT: &str = "Readout";

/// A node with its class in words and its names, the label first.
type Named<'a> = (Id, &'static str, Vec<&'a str>);

/// Every entity, kind of act and readout of the graph.
fn named<'a>(records: &'a Records, index: &'a NameIndex) -> impl Iterator<Item = Named<'a>> {
    let all = |label: &'a String, others: &'a [String]| {
        let others = others.iter().map(String::as_str);
        [label.as_str()].into_iter().chain(others).collect()
    };
    let entities = index
        .of_kinds(EntityKind::ALL)
        .filter_map(move |(iri, entity)| {
            let class = entity.kinds.first()?.word();
            let names = all(&entity.label, &entity.aliases);
            Some((records.id(iri.as_ref())?, class, names))
        });
    let kinds = index.kinds().filter_map(move |kind| {
        let names = all(&kind.label, &kind.synonyms);
        Some((records.id(kind.iri.as_ref())?, "Kind of act", names))
    });
    let readouts = records.texts();
    let readouts = readouts.map(|readout| (readout.id, READOUT, vec![&*readout.title]));
    entities.chain(kinds).chain(readouts)
}

/// The number of acts and events that use each node.
struct Uses {
    acts: BTreeMap<Id, usize>,
    events: BTreeMap<Id, usize>,
}

impl Uses {
    fn count(records: &Records) -> Self {
        let of_act = |act: &Act| act.parts().map(|(_, part)| part).collect();
        Self {
            acts: counts(records.acts().iter().map(of_act)),
            events: counts(records.events().iter().map(parts)),
        }
    }

    fn of(&self, records: &Records, id: Id, class: &'static str, names: &[&str]) -> FoundName {
        let mut names: Vec<&str> = names.to_vec();
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        let mut names = names.into_iter().map(str::to_owned);
        FoundName {
            name: records.name(id),
            class,
            label: names.next().unwrap_or_default(),
            other_names: names.collect(),
            acts: self.acts.get(&id).copied().unwrap_or_default(),
            events: self.events.get(&id).copied().unwrap_or_default(),
        }
    }
}

fn counts(users: impl Iterator<Item = BTreeSet<Id>>) -> BTreeMap<Id, usize> {
    users.flatten().fold(BTreeMap::new(), |mut counts, node| {
        *counts.entry(node).or_default() += 1;
        counts
    })
}

/// The nodes with a role in an event, what it is part of, and the readouts that report it.
fn parts(event: &Event) -> BTreeSet<Id> {
    let people = event.sides.iter().flat_map(|side| &side.people);
    let people = people.flat_map(|participant| [Some(participant.who), participant.post]);
    let sides = event.sides.iter().map(|side| side.actor);
    sides
        .chain(people.flatten())
        .chain(event.place)
        .chain(event.host)
        .chain(event.guests.iter().copied())
        .chain(event.wholes.iter().copied())
        .chain(event.texts.iter().copied())
        .collect()
}
