//! The acts as a table.

use std::sync::Arc;

use oxigraph::model::{Literal, NamedNodeRef, Term, Variable};

use super::amount;
use crate::model::PartialDate;
use crate::records::{self, Act, ActFilter, Id, Outcome, Records, Value};
use crate::source::{Row, Solutions};
use crate::vocab::bil;
use crate::vocab::slug;
use crate::vocab::w3c::rdfs;

/// The columns, with the names in the query of [`ActFilter::to_sparql`].
const COLUMNS: [&str; 21] = [
    "date",
    "kind",
    "who",
    "whom",
    "speaker",
    "quote",
    "sentence",
    "sectors",
    "items",
    "amount",
    "condition",
    "due",
    "status",
    "meeting",
    "publisher",
    "address",
    "first_day",
    "last_day",
    "inferred",
    "audience",
    "act",
];

/// The acts that match a filter, in order of time, then in the order of the text.
#[must_use]
pub fn acts(records: &Records, filter: &ActFilter) -> Solutions {
    let mut acts: Vec<&Act> = filter.select(records).collect();
    acts.sort_by_key(|act| {
        let starts = || act.evidence.iter().filter_map(|passage| passage.start);
        let first_day = act.when.as_ref().and_then(|when| when.first);
        (first_day, starts().min(), starts().max(), act.id)
    });
    let columns: Arc<[Variable]> = COLUMNS.map(Variable::new_unchecked).into();
    let rows: Vec<Row> = acts
        .into_iter()
        .map(|act| Row::new(Arc::clone(&columns), cells(act, records).into()))
        .collect();
    Solutions::new(columns, rows.into_iter().map(Ok))
}

fn cells(act: &Act, records: &Records) -> [Option<Term>; COLUMNS.len()] {
    let names = |nodes: &[Id]| {
        let mut names: Vec<&str> = nodes.iter().map(|node| records.label(*node)).collect();
        names.sort_unstable();
        joined(&names)
    };
    let literal = |property: NamedNodeRef<'_>| {
        let mut values = records.values(act.id, property);
        values.find_map(|value| match value {
            Value::Literal(literal) => Some(term(&literal)),
            Value::Node(_) => None,
        })
    };
    let label = |node: Id| records.own_label(node).map(term);
    let when = act.when.as_ref();
    let day = |day: Option<PartialDate>| day.map(|day| day.literal().into());
    let amounts: Vec<String> = act
        .figures
        .iter()
        .map(|it| amount::cell(records, it))
        .collect();
    let page = act.text.and_then(|page| records.text(page));
    [
        when.map(|when| text(&when.to_string())),
        label(act.kind),
        names(&act.by),
        names(&act.to),
        names(&act.speakers),
        literal(bil::QUOTE),
        literal(rdfs::LABEL),
        names(&act.sectors),
        names(&act.items),
        (!amounts.is_empty()).then(|| text(&amounts.join("; "))),
        literal(bil::CONDITION),
        act.due.as_ref().map(|due| text(&due.to_string())),
        act.outcome.map(Outcome::word).map(text),
        names(act.made_at.as_slice()),
        page.and_then(|page| page.publisher_name.as_deref())
            .map(text),
        page.and_then(|page| page.address.as_deref()).map(text),
        day(when.and_then(|when| when.first)),
        day(when.and_then(|when| when.last)),
        joined(&inferred(act, records)),
        names(&records.audience(act)),
        records.named(act.id).map(|iri| iri.into_owned().into()),
    ]
}

/// The properties with an inferred value, in alphabetical order.
fn inferred<'a>(act: &Act, records: &'a Records) -> Vec<&'a str> {
    let inferences = records.inferences(act.id).iter();
    let mut nodes: Vec<(&str, Id)> = inferences
        .filter_map(|inference| Some((slug(records.named(inference.property)?), inference.id)))
        .collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes.into_iter().map(|(property, _)| property).collect()
}

fn joined(names: &[&str]) -> Option<Term> {
    (!names.is_empty()).then(|| text(&names.join(", ")))
}

fn text(text: &str) -> Term {
    Literal::new_simple_literal(text).into()
}

fn term(literal: &records::Literal) -> Term {
    match &literal.language {
        Some(tag) => Literal::new_language_tagged_literal_unchecked(&*literal.text, &**tag).into(),
        None => Literal::new_typed_literal(
            &*literal.text,
            NamedNodeRef::new_unchecked(&literal.datatype),
        )
        .into(),
    }
}
