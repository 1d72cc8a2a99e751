//! `bil:Event` and its subclasses.

use super::{Homes, Triples, evidence, inference};
use crate::model::{Event, MaybeInferred, Sheet};
use crate::vocab::bil;
use crate::vocab::w3c::{org, rdf, schema};

/// What is said of an event goes to the reference graph; that this readout says it, and in which words, to its own.
pub fn to_rdf(event: &Event, sheet: &Sheet, homes: &mut Homes<'_>) {
    let iri = &event.iri;
    let readout = sheet.readout.iri();
    let told = &mut homes.readout();
    told.add(iri, bil::REPORTED_IN, readout.clone());
    for passage in &event.evidence {
        told.add(iri, bil::EVIDENCE, evidence::iri(passage, &readout));
        evidence::to_rdf(passage, &readout, told);
    }
    let triples = &mut homes.reference();
    triples.add(iri, rdf::TYPE, event.class.clone());
    triples.label(iri, &event.name, "en");
    people(event, triples);
    if let Some(date) = &event.date {
        triples.period(iri, date.value);
        inference::of_period(iri, date, triples);
    }
    if let Some(place) = &event.place {
        triples.add(iri, bil::PLACE, place.value.clone());
        inference::to_rdf(iri, bil::PLACE, place, triples);
    }
    if let Some(host) = &event.host {
        triples.add(iri, bil::HOST, host.value.clone());
        inference::to_rdf(iri, bil::HOST, host, triples);
        let guests = event.sides.iter().map(|side| side.actor.clone());
        let guests = MaybeInferred {
            value: guests
                .filter(|guest| *guest != host.value)
                .collect::<Vec<_>>(),
            inference: host.inference.clone(),
        };
        triples.each(iri, bil::GUEST, &guests.value);
        inference::of_list(iri, bil::GUEST, &guests, triples);
    }
    triples.maybe_text(iri, bil::MODE, event.mode.as_deref());
    triples.maybe_text(iri, schema::EVENT_STATUS, event.status.as_deref());
    triples.maybe(iri, bil::PART_OF, event.part_of.as_ref());
}

fn people(event: &Event, triples: &mut Triples<'_>) {
    for side in &event.sides {
        triples.add(&event.iri, bil::SIDE, side.actor.clone());
        for participant in &side.participants {
            triples.add(&event.iri, bil::PARTICIPANT, participant.who.clone());
            triples.maybe(&participant.who, org::HOLDS, participant.post.as_ref());
        }
    }
}
