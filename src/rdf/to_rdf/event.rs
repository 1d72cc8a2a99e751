//! `bil:Event` and its subclasses, and the memberships that follow from who took part.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::triples::Triples;
use crate::model::{MaybeInferred, NameIndex, Reason, Sheet, SheetEvent};
use crate::vocab::bil;
use crate::vocab::w3c::{org, rdf, schema};

/// The facts about an event go to the reference graph; that this readout reports it, and in which words, to its own.
pub fn to_rdf(event: &SheetEvent, sheet: &Sheet, own: &mut Triples<'_>) {
    let iri = &event.iri;
    let source = sheet.readout.iri();
    own.add(iri, bil::REPORTED_IN, source.clone());
    for passage in &event.evidence {
        own.passage(iri, passage, &source);
    }
    let triples = &mut own.reference();
    triples.add(iri, rdf::TYPE, event.class.clone());
    triples.label(iri, &event.name, "en");
    people(event, triples);
    triples.period(iri, event.date.as_ref());
    triples.one(iri, bil::PLACE, event.place.as_ref());
    triples.one(iri, bil::HOST, event.host.as_ref());
    if let Some(host) = &event.host {
        let actors = event.sides.iter().map(|side| side.actor.clone());
        let guests = MaybeInferred {
            value: actors.filter(|actor| *actor != host.value).collect(),
            inference: host.inference.clone(),
        };
        triples.list(iri, bil::GUEST, &guests);
    }
    triples.text(iri, bil::MODE, event.mode.as_deref());
    triples.text(iri, bil::LEVEL, event.level.as_deref());
    triples.text(iri, schema::EVENT_STATUS, event.status.as_deref());
    triples.each(iri, bil::PART_OF, event.part_of.clone());
}

fn people(event: &SheetEvent, triples: &mut Triples<'_>) {
    for side in &event.sides {
        triples.add(&event.iri, bil::SIDE, side.actor.clone());
        for participant in &side.participants {
            triples.add(&event.iri, bil::PARTICIPANT, participant.who.clone());
            triples.each(&participant.who, org::HOLDS, participant.post.clone());
        }
    }
}

/// The sides for which people took part without holding a post in them or being members.
///
/// Gathered from all sheets, since a person who comes to many events still has one inference, with one reason.
#[derive(Debug, Default)]
pub struct Memberships<'a> {
    people: BTreeMap<&'a NamedNode, BTreeMap<&'a NamedNode, &'a SheetEvent>>,
}

impl<'a> Memberships<'a> {
    /// Of several events the first by its name is the reason, so that the order of the sheets does not matter.
    pub fn add(&mut self, event: &'a SheetEvent, name_index: &NameIndex) {
        for side in &event.sides {
            for participant in &side.participants {
                if !name_index.is_within(&participant.who, &side.actor) {
                    let sides = self.people.entry(&participant.who).or_default();
                    let reason = sides.entry(&side.actor).or_insert(event);
                    if (&event.iri, &event.name) < (&reason.iri, &reason.name) {
                        *reason = event;
                    }
                }
            }
        }
    }

    pub fn to_rdf(&self, triples: &mut Triples<'_>) {
        for (who, sides) in &self.people {
            let events: Vec<&str> = sides.values().map(|event| event.name.as_str()).collect();
            let member_of = MaybeInferred {
                value: sides.keys().map(|side| (*side).clone()).collect(),
                inference: Some(Reason {
                    because: format!("was there for this side: {}", events.join("; ")),
                    printed: None,
                    source: None,
                }),
            };
            triples.list(who, bil::MEMBER_OF, &member_of);
        }
    }
}
