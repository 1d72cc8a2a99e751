//! Meetings, visits and other events: when, where, who was there, and what of that is inferred.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::{Inferred, Text, texts};
use crate::report::when::When;
use crate::source::{Row, Source, SourceError};
use crate::vocab::slug;

/// An event, as pages tell of it.
#[derive(Debug)]
pub struct Event {
    pub(crate) iri: NamedNode,
    /// `Meeting`, `Visit` or `Event`.
    pub(crate) class: String,
    pub(crate) title: String,
    pub(crate) when: Option<When>,
    /// Where, and the name of that place.
    pub(crate) place: Option<(NamedNode, String)>,
    pub(crate) host: Option<NamedNode>,
    mode: Option<String>,
    status: Option<String>,
    /// The events of which it is a part, and their names.
    pub(crate) wholes: Vec<(NamedNode, String)>,
    /// The texts that tell of it.
    pub(crate) texts: Vec<Text>,
    /// Each side with those who were there for it.
    pub(crate) sides: Vec<Side>,
    /// The address of each text that tells of it, and its passages.
    pub(crate) passages: Vec<(String, Vec<String>)>,
    pub(crate) inferences: Vec<Inferred>,
}

/// One side of an event.
#[derive(Debug)]
pub struct Side {
    pub(crate) actor: NamedNode,
    pub(crate) name: String,
    /// Who was there for it, each with the post held then, where it is known.
    pub(crate) people: Vec<(NamedNode, String)>,
}

impl Event {
    /// Whether an actor is one of its sides.
    pub(crate) fn is_side(&self, actor: &NamedNode) -> bool {
        self.sides.iter().any(|side| side.actor == *actor)
    }

    /// Whether a thing plays a part in it: as a side, as somebody who was there, or as the place.
    pub(crate) fn concerns(&self, thing: &NamedNode) -> bool {
        let mut people = self.sides.iter().flat_map(|side| &side.people);
        let place = self.place.as_ref();
        self.is_side(thing)
            || people.any(|(who, _)| who == thing)
            || place.is_some_and(|(place, _)| place == thing)
    }

    /// Whether it took place, as far as is told.
    pub(crate) fn is_held(&self) -> bool {
        self.status.as_deref().is_none_or(|status| status == "held")
    }

    /// What is unusual about it: that it was on the phone, that it was only planned.
    pub(crate) fn circumstances(&self) -> String {
        let usual = ["in-person", "held"];
        let words = [&self.mode, &self.status].into_iter().flatten();
        let words: Vec<&str> = words
            .map(String::as_str)
            .filter(|word| !usual.contains(word))
            .collect();
        words.join(", ")
    }

    /// The title without the date behind it, which pages tell before it.
    pub(crate) fn untimed(&self) -> &str {
        let date = self.when.as_ref().map_or("", |when| &when.words);
        let title = self.title.strip_suffix(date);
        title
            .and_then(|title| title.strip_suffix(", "))
            .unwrap_or(&self.title)
    }

    /// Whether the words that tell of it are here.
    pub(crate) fn is_verifiable(&self) -> bool {
        !self.passages.is_empty()
    }
}

/// Every event, in the order of time.
pub fn events(source: &Source) -> Result<Vec<Event>, SourceError> {
    let texts = texts(source)?;
    let mut events: Vec<Event> = Vec::new();
    source.each_row(include_str!("events.rq"), |row| {
        let Some(iri) = row.node("event") else { return };
        if events.last().is_none_or(|last| last.iri != *iri) {
            events.push(event(iri, row));
        }
        if let Some(event) = events.last_mut() {
            add_texts(event, row, &texts);
        }
    })?;
    let places = events.iter().enumerate();
    let places: BTreeMap<NamedNode, usize> = places
        .map(|(index, event)| (event.iri.clone(), index))
        .collect();
    let mut extend = |sparql, subject, add: fn(&mut Event, &Row)| {
        source.each_row(sparql, |row| {
            let index = row.node(subject).and_then(|event| places.get(event));
            if let Some(event) = index.and_then(|index| events.get_mut(*index)) {
                add(event, row);
            }
        })
    };
    extend(include_str!("people.rq"), "event", add_person)?;
    extend(include_str!("passages.rq"), "subject", add_passage)?;
    extend(include_str!("inferences.rq"), "subject", add_inference)?;
    Ok(events)
}

fn event(iri: &NamedNode, row: &Row) -> Event {
    let text = |column| row.text(column).map(str::to_owned);
    Event {
        iri: iri.clone(),
        class: row
            .node("class")
            .map_or_else(String::new, |class| slug(class.as_ref()).to_owned()),
        title: text("title").unwrap_or_default(),
        when: When::of(row),
        place: row.node("where").cloned().zip(text("place")),
        host: row.node("host").cloned(),
        mode: text("mode"),
        status: text("status"),
        wholes: Vec::new(),
        texts: Vec::new(),
        sides: Vec::new(),
        passages: Vec::new(),
        inferences: Vec::new(),
    }
}

fn add_texts(event: &mut Event, row: &Row, texts: &BTreeMap<NamedNode, Text>) {
    let text = row.node("readout").and_then(|readout| texts.get(readout));
    if let Some(text) = text.filter(|text| !event.texts.contains(text)) {
        event.texts.push(text.clone());
    }
    if let (Some(whole), Some(name)) = (row.node("part_of"), row.text("whole"))
        && event.wholes.iter().all(|(known, _)| known != whole)
    {
        event.wholes.push((whole.clone(), name.to_owned()));
    }
}

fn add_person(event: &mut Event, row: &Row) {
    let (Some(actor), Some(name)) = (row.node("side"), row.text("party")) else {
        return;
    };
    if event.sides.last().is_none_or(|last| last.actor != *actor) {
        event.sides.push(Side {
            actor: actor.clone(),
            name: name.to_owned(),
            people: Vec::new(),
        });
    }
    let person = row.text("person").map(|person| match row.text("post") {
        Some(post) => format!("{person}, {post}"),
        None => person.to_owned(),
    });
    if let (Some(side), Some(who), Some(person)) = (event.sides.last_mut(), row.node("who"), person)
        && side.people.iter().all(|(_, known)| *known != person)
    {
        side.people.push((who.clone(), person));
    }
}

fn add_passage(event: &mut Event, row: &Row) {
    let (Some(page), Some(exact)) = (row.text("page"), row.text("exact")) else {
        return;
    };
    // Passages come text by text.
    match event.passages.last_mut() {
        Some((last, passages)) if last == page => passages.push(exact.to_owned()),
        _ => event
            .passages
            .push((page.to_owned(), vec![exact.to_owned()])),
    }
}

fn add_inference(event: &mut Event, row: &Row) {
    // Who was the guest follows from who was the host.
    if let Some(inferred) = Inferred::of(row).filter(|inferred| inferred.property != "guest") {
        inferred.add_to(&mut event.inferences);
    }
}
