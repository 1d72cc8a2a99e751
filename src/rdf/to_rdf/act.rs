//! `bil:Act`, with its figures.

use oxigraph::model::{Literal, NamedNode};

use super::triples::Triples;
use crate::model::{Amount, Decimal, Sheet, SheetAct, SheetFigure};
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, prov, rdf, schema, skos, xsd};

pub fn to_rdf(act: &SheetAct, sheet: &Sheet, label: &str, triples: &mut Triples<'_>) {
    let iri = &act.iri;
    triples.add(iri, rdf::TYPE, act.kind.clone());
    triples.label(iri, label, "en");
    triples.add(iri, bil::REPORTED_IN, sheet.readout.iri());
    parties(act, triples);
    content(act, triples);
    times(act, triples);
    words(act, &sheet.readout.iri(), triples);
    triples.list(iri, bil::FOLLOWS_UP, &act.follows_up);
    triples.list(iri, prov::WAS_REVISION_OF, &act.replaces);
    triples.list(iri, prov::ALTERNATE_OF, &act.matches);
    triples.text(iri, skos::NOTE, act.note.as_deref());
    if let Some(status) = &act.status {
        let literal = [Literal::new_simple_literal(&status.value)];
        triples.inferable(iri, bil::STATUS, &literal, status.inference.as_ref());
    }
}

fn parties(act: &SheetAct, triples: &mut Triples<'_>) {
    triples.list(&act.iri, bil::BY, &act.by);
    triples.list(&act.iri, bil::TO, &act.to);
    triples.one(&act.iri, bil::SPEAKER, act.speaker.as_ref());
    triples.each(&act.iri, bil::MADE_AT, act.made_at.clone());
}

fn content(act: &SheetAct, triples: &mut Triples<'_>) {
    let iri = &act.iri;
    triples.each(iri, bil::SECTOR, act.sectors.iter().cloned());
    triples.each(iri, bil::ITEM, act.items.iter().cloned());
    if let Some(about) = &act.about {
        triples.list(iri, bil::ABOUT, about);
    }
    triples.one(iri, bil::OCCASION, act.occasion.as_ref());
    triples.text(iri, bil::CONDITION, act.condition.as_deref());
    for (number, content) in (1..).zip(&act.figures) {
        figure(iri, number, content, triples);
    }
}

fn times(act: &SheetAct, triples: &mut Triples<'_>) {
    triples.period(&act.iri, act.date.as_ref());
    for (property, date) in [(bil::DUE, &act.due), (bil::UNTIL, &act.until)] {
        if let Some(date) = date {
            let literal = [date.value.literal()];
            triples.inferable(&act.iri, property, &literal, date.inference.as_ref());
        }
    }
}

/// The passages, and what they say in our words.
fn words(act: &SheetAct, source: &NamedNode, triples: &mut Triples<'_>) {
    for passage in &act.evidence {
        triples.passage(&act.iri, passage, source);
    }
    triples.text(&act.iri, bil::QUOTE, act.quote().as_deref());
    triples.text(&act.iri, bil::GIST, act.gist.as_deref());
}

/// `schema:PropertyValue`, named `<act>.figure-N`, N from 1 in the order of their content.
fn figure(act: &NamedNode, number: usize, figure: &SheetFigure, triples: &mut Triples<'_>) {
    let iri = NamedNode::new_unchecked(format!("{}.figure-{number}", act.as_str()));
    triples.add(act, bil::FIGURE, iri.clone());
    triples.add(&iri, rdf::TYPE, schema::PROPERTY_VALUE.into_owned());
    triples.text(&iri, schema::NAME, &*figure.of);
    let bounds = match &figure.amount {
        Amount::Value(value) => vec![(schema::VALUE, Some(value))],
        Amount::Range(min, max) => vec![
            (schema::MIN_VALUE, min.as_ref()),
            (schema::MAX_VALUE, max.as_ref()),
        ],
    };
    for (property, decimal) in bounds {
        triples.each(&iri, property, decimal.map(number_literal));
    }
    triples.text(&iri, bil::QUALIFIER, figure.qualifier.as_deref());
    triples.text(&iri, schema::UNIT_TEXT, figure.unit.as_deref());
    if let Some(period) = figure.period {
        let literal = match period.end {
            None => period.start.literal(),
            Some(_) => Literal::new_simple_literal(period.to_string()),
        };
        triples.add(&iri, dcterms::TEMPORAL, literal);
        triples.days(&iri, period);
    }
    triples.each(&iri, bil::ITEM, figure.item.clone());
}

/// In the canonical form, which the store keeps.
fn number_literal(decimal: &Decimal) -> Literal {
    let datatype = if decimal.is_integer() {
        xsd::INTEGER
    } else {
        xsd::DECIMAL
    };
    Literal::new_typed_literal(decimal.as_str(), datatype)
}
