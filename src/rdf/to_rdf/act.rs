//! `bil:Act`.

use oxigraph::model::{Literal, NamedNode, NamedNodeRef};

use super::{Triples, evidence, figure, inference};
use crate::model::{Act, MaybeInferred, NameIndex, PartialDate, Sheet};
use crate::rdf::sentence;
use crate::vocab::bil;
use crate::vocab::w3c::{prov, rdf, skos};

pub fn to_rdf(act: &Act, sheet: &Sheet, name_index: &NameIndex, triples: &mut Triples<'_>) {
    let iri = &act.iri;
    triples.add(iri, rdf::TYPE, act.kind.clone());
    match &act.gist {
        Some(gist) => triples.label(iri, gist, "en"),
        None => triples.label(iri, &sentence::sentence(act, name_index), "en"),
    }
    triples.add(iri, bil::REPORTED_IN, sheet.readout.iri());
    parties(act, triples);
    content(act, triples);
    times(act, triples);
    words(act, &sheet.readout.iri(), triples);
    list(iri, bil::FOLLOWS_UP, &act.follows_up, triples);
    list(iri, prov::WAS_REVISION_OF, &act.replaces, triples);
    list(iri, prov::ALTERNATE_OF, &act.matches, triples);
    triples.maybe_text(iri, skos::NOTE, act.note.as_deref());
    if let Some(status) = &act.status {
        triples.text(iri, bil::STATUS, &status.value);
        let value = Literal::new_simple_literal(&status.value);
        inference::mark(
            iri,
            bil::STATUS,
            status.inference.as_ref(),
            [value],
            triples,
        );
    }
}

fn parties(act: &Act, triples: &mut Triples<'_>) {
    list(&act.iri, bil::BY, &act.by, triples);
    list(&act.iri, bil::TO, &act.to, triples);
    one(&act.iri, bil::SPEAKER, act.speaker.as_ref(), triples);
    triples.maybe(&act.iri, bil::MADE_AT, act.made_at.as_ref());
}

fn content(act: &Act, triples: &mut Triples<'_>) {
    let iri = &act.iri;
    triples.each(iri, bil::SECTOR, &act.sectors);
    triples.each(iri, bil::ITEM, &act.items);
    if let Some(about) = &act.about {
        list(iri, bil::ABOUT, about, triples);
    }
    one(iri, bil::OCCASION, act.occasion.as_ref(), triples);
    triples.maybe_text(iri, bil::CONDITION, act.condition.as_deref());
    for (index, content) in act.figures.iter().enumerate() {
        figure::to_rdf(iri, index + 1, content, triples);
    }
}

fn times(act: &Act, triples: &mut Triples<'_>) {
    if let Some(date) = &act.date {
        triples.period(&act.iri, date.value);
        inference::of_period(&act.iri, date, triples);
    }
    deadline(&act.iri, bil::DUE, act.due.as_ref(), triples);
    deadline(&act.iri, bil::UNTIL, act.until.as_ref(), triples);
}

/// The passages; where there are none, the gist stands in for them.
fn words(act: &Act, readout: &NamedNode, triples: &mut Triples<'_>) {
    for passage in &act.evidence {
        triples.add(&act.iri, bil::EVIDENCE, evidence::iri(passage, readout));
        evidence::to_rdf(passage, readout, triples);
    }
    match act.quote() {
        Some(quote) => triples.text(&act.iri, bil::QUOTE, &quote),
        None => triples.maybe_text(&act.iri, bil::GIST, act.gist.as_deref()),
    }
}

fn one(
    subject: &NamedNode,
    property: NamedNodeRef<'_>,
    given: Option<&MaybeInferred<NamedNode>>,
    triples: &mut Triples<'_>,
) {
    if let Some(given) = given {
        triples.add(subject, property, given.value.clone());
        inference::to_rdf(subject, property, given, triples);
    }
}

fn list(
    subject: &NamedNode,
    property: NamedNodeRef<'_>,
    given: &MaybeInferred<Vec<NamedNode>>,
    triples: &mut Triples<'_>,
) {
    triples.each(subject, property, &given.value);
    inference::of_list(subject, property, given, triples);
}

fn deadline(
    subject: &NamedNode,
    property: NamedNodeRef<'_>,
    given: Option<&MaybeInferred<PartialDate>>,
    triples: &mut Triples<'_>,
) {
    if let Some(given) = given {
        let date = given.value.literal();
        triples.add(subject, property, date.clone());
        inference::mark(subject, property, given.inference.as_ref(), [date], triples);
    }
}
