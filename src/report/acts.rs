//! The acts as a table.

use std::collections::BTreeSet;
use std::sync::Arc;

use oxigraph::model::{Literal, NamedNodeRef, Term, Variable};

use super::amount;
use crate::model::PartialDate;
use crate::records::{self, Act, ActFilter, Id, Outcome, Records, Value};
use crate::source::{Row, Solutions};
use crate::vocab::bil::{self, derived};
use crate::vocab::w3c::rdfs;

/// The columns, with the names in the query of [`ActFilter::to_sparql`].
const COLUMNS: [&str; 21] = [
    "date",
    "kind",
    "who",
    "whom",
    "sentence",
    "status",
    "speaker",
    "quote",
    "amount",
    "due",
    "condition",
    "sectors",
    "items",
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
    // A publisher that is no party is a source, and has a column of its own.
    let parties = act.by.iter().copied();
    let parties: Vec<Id> = parties
        .filter(|doer| !is_publisher(*doer, records))
        .collect();
    let page = act.text.and_then(|page| records.text(page));
    [
        when.map(|when| text(&when.to_string())),
        label(act.kind),
        names(&parties),
        names(&act.to),
        literal(rdfs::LABEL),
        act.outcome.map(Outcome::word).map(text),
        names(&act.speakers),
        literal(bil::QUOTE),
        (!amounts.is_empty()).then(|| text(&amounts.join("; "))),
        act.due.as_ref().map(|due| text(&due.to_string())),
        literal(bil::CONDITION),
        names(&act.sectors),
        names(&act.items),
        names(act.made_at.as_slice()),
        page.and_then(|page| page.publisher_name.as_deref())
            .map(text),
        page.and_then(|page| page.address.as_deref()).map(text),
        day(when.and_then(|when| when.first)),
        day(when.and_then(|when| when.last)),
        inferred(act, records),
        names(&records.audience(act)),
        records.named(act.id).map(|iri| iri.into_owned().into()),
    ]
}

/// Whether an actor issued or published texts and is no party.
fn is_publisher(actor: Id, records: &Records) -> bool {
    let mut texts = records.values(actor, derived::PUBLISHES);
    texts.next().is_some()
}

/// The keys of a fact sheet with an inferred value, in alphabetical order: the labels of their properties.
fn inferred(act: &Act, records: &Records) -> Option<Term> {
    let inferences = records.inferences(act.id).iter();
    let keys = inferences.map(|inference| records.label(inference.property).replace(' ', "_"));
    let keys: BTreeSet<String> = keys.collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    joined(&keys)
}

fn joined(names: &[&str]) -> Option<Term> {
    (!names.is_empty()).then(|| text(&names.join("; ")))
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
