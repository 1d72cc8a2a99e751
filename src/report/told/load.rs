//! Every act, put together from what several queries say of it.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::record::Link;
use super::{Figure, Inferred, Record, Step, Text, texts};
use crate::report::when::When;
use crate::source::{Row, Source, SourceError};
use crate::vocab::slug;

/// Acts by their IRIs.
type Records = BTreeMap<NamedNode, Record>;

/// Every act, in the order of the texts.
pub fn acts(source: &Source) -> Result<Vec<Record>, SourceError> {
    let texts = texts(source)?;
    let mut records = Records::new();
    source.each_row(include_str!("records.rq"), |row| {
        if let Some(record) = record(row, &texts) {
            records.insert(record.iri.clone(), record);
        }
    })?;
    let mut extend = |sparql, subject, add: &dyn Fn(&mut Record, &Row)| {
        source.each_row(sparql, |row| {
            if let Some(record) = row.node(subject).and_then(|act| records.get_mut(act)) {
                add(record, row);
            }
        })
    };
    extend(include_str!("links.rq"), "act", &add_link)?;
    extend(include_str!("passages.rq"), "subject", &add_passage)?;
    extend(include_str!("status.rq"), "act", &add_status)?;
    extend(include_str!("inferences.rq"), "subject", &add_inference)?;
    extend(include_str!("figures.rq"), "act", &|record, row| {
        record.figures.extend(Figure::of(row));
    })?;
    extend(include_str!("matches.rq"), "act", &|record, row| {
        let text = row.node("readout").and_then(|readout| texts.get(readout));
        record.matches.extend(text.cloned());
    })?;
    add_steps(&mut records, source)?;
    let mut records: Vec<Record> = records.into_values().collect();
    records.sort_by(|a, b| a.order_of_telling().cmp(&b.order_of_telling()));
    Ok(records)
}

fn record(row: &Row, texts: &BTreeMap<NamedNode, Text>) -> Option<Record> {
    let text = |column| row.text(column).map(str::to_owned);
    let readout = row.node("readout")?;
    Some(Record {
        iri: row.node("act")?.clone(),
        class: row.node("kind")?.clone(),
        kind: text("name").unwrap_or_default(),
        group: row
            .node("group")
            .map_or_else(String::new, |group| slug(group.as_ref()).to_owned()),
        order: row.number("order").unwrap_or(i64::MAX),
        strength: row.number("strength"),
        sentence: text("sentence").unwrap_or_default(),
        condition: text("condition"),
        note: text("note"),
        event: row.node("event").cloned(),
        said: When::said(row),
        when: When::of(row),
        // A readout without an issuer still has its address.
        readout: readout.clone(),
        text: texts.get(readout).cloned().unwrap_or_else(|| Text {
            issuers: Vec::new(),
            page: text("page").unwrap_or_default(),
        }),
        matches: Vec::new(),
        passages: Vec::new(),
        voices: BTreeSet::new(),
        place: (i64::MAX, i64::MAX),
        links: Vec::new(),
        figures: Vec::new(),
        inferences: Vec::new(),
        status: None,
        followers: Vec::new(),
        follows: Vec::new(),
    })
}

fn add_link(record: &mut Record, row: &Row) {
    if let (Some(property), Some(value)) = (row.node("property"), row.node("value")) {
        record.links.push(Link {
            property: property.clone(),
            value: value.clone(),
            name: row.text("name").unwrap_or(slug(value.as_ref())).to_owned(),
        });
    }
}

fn add_passage(record: &mut Record, row: &Row) {
    if let Some(start) = row.number("start") {
        // Passages come in the order of the text.
        let first = if record.passages.is_empty() {
            start
        } else {
            record.place.0
        };
        record.place = (first, start);
    }
    record.passages.extend(row.text("exact").map(str::to_owned));
    record.voices.extend(row.text("voice").map(str::to_owned));
}

fn add_status(record: &mut Record, row: &Row) {
    record.status = row.text("status").map(str::to_owned);
}

fn add_inference(record: &mut Record, row: &Row) {
    if let Some(inferred) = Inferred::of(row).filter(|inferred| inferred.property != "followsUp") {
        inferred.add_to(&mut record.inferences);
    }
}

/// Ties acts to those that they follow up, both ways.
fn add_steps(records: &mut Records, source: &Source) -> Result<(), SourceError> {
    let mut steps: Vec<(NamedNode, NamedNode, Option<String>)> = Vec::new();
    source.each_row(include_str!("followers.rq"), |row| {
        if let (Some(act), Some(later)) = (row.node("act"), row.node("later")) {
            let because = row.text("because").map(str::to_owned);
            steps.push((act.clone(), later.clone(), because));
        }
    })?;
    for (act, later, because) in steps {
        let there = step(records, &later, because.clone());
        let back = step(records, &act, because);
        if let (Some(record), Some(there)) = (records.get_mut(&act), there) {
            record.followers.push(there);
        }
        if let (Some(record), Some(back)) = (records.get_mut(&later), back) {
            record.follows.push(back);
        }
    }
    for record in records.values_mut() {
        for steps in [&mut record.followers, &mut record.follows] {
            steps.sort_by(|a, b| (&a.when, &a.act).cmp(&(&b.when, &b.act)));
            steps.dedup_by(|a, b| a.act == b.act);
        }
    }
    Ok(())
}

fn step(records: &Records, act: &NamedNode, because: Option<String>) -> Option<Step> {
    let record = records.get(act)?;
    Some(Step {
        act: act.clone(),
        kind: record.kind.clone(),
        sentence: record.sentence.clone(),
        when: record.when.clone(),
        because,
    })
}
