//! Acts as pages need them: each with its parties, fields, passages, and what became of it.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef};

use crate::model::slug;
use crate::source::{Limits, Row, Source, SourceError};

/// An act.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) kind: String,
    pub(super) group: String,
    /// The place of the kind among all kinds.
    pub(super) order: i64,
    /// 1 to 7 for a commitment.
    pub(super) strength: Option<i64>,
    pub(super) sentence: String,
    /// The words, or the gist where they may not be stored.
    pub(super) quote: Option<String>,
    pub(super) condition: Option<String>,
    /// A remark of the person who recorded it.
    pub(super) note: Option<String>,
    pub(super) event: Option<NamedNode>,
    /// The first day of the meeting at which it was said.
    day: Option<String>,
    /// The address of the text.
    pub(super) page: String,
    /// The passages in the order of the text; none where the words may not be stored.
    pub(super) passages: Vec<String>,
    /// Where the first passage begins, and the last.
    place: (i64, i64),
    links: Vec<Link>,
    /// What was inferred of it.
    pub(super) inferences: Vec<Inferred>,
    /// What later acts say became of it: a word, and a sentence.
    pub(super) replies: Vec<(String, Option<String>)>,
}

#[derive(Debug)]
struct Link {
    property: NamedNode,
    value: NamedNode,
    name: String,
}

/// A value that no readout prints.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Inferred {
    pub(super) property: String,
    pub(super) value: String,
    pub(super) because: String,
    pub(super) printed: Option<String>,
    pub(super) source: Option<String>,
}

impl Record {
    /// The values of a property, by name.
    pub(super) fn values(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &NamedNode> {
        self.linked(property).map(|link| &link.value)
    }

    /// The names of the values of a property, in alphabetical order.
    pub(super) fn names(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &str> {
        self.linked(property).map(|link| link.name.as_str())
    }

    /// By meeting, then text, then place in it.
    fn order_of_telling(&self) -> (&Option<String>, &str, (i64, i64), &str) {
        (&self.day, &self.page, self.place, &self.sentence)
    }

    fn linked(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &Link> {
        self.links
            .iter()
            .filter(move |link| link.property == property)
    }
}

/// Every act, in the order of the texts.
pub(super) fn all(source: &Source, limits: &Limits) -> Result<Vec<Record>, SourceError> {
    let mut records: BTreeMap<NamedNode, Record> = BTreeMap::new();
    source.each_row(include_str!("records.rq"), limits, |row| {
        if let Some(act) = row.node("act").cloned() {
            records.insert(act, record(row));
        }
    })?;
    let mut extend = |sparql, subject, add: fn(&mut Record, &Row)| {
        source.each_row(sparql, limits, |row| {
            let act = row.node(subject).cloned();
            if let Some(record) = act.and_then(|act| records.get_mut(&act)) {
                add(record, row);
            }
        })
    };
    extend(include_str!("links.rq"), "act", add_link)?;
    extend(include_str!("passages.rq"), "subject", add_passage)?;
    extend(include_str!("replies.rq"), "act", add_reply)?;
    extend(include_str!("inferences.rq"), "subject", add_inference)?;
    let mut records: Vec<Record> = records.into_values().collect();
    records.sort_by(|a, b| a.order_of_telling().cmp(&b.order_of_telling()));
    Ok(records)
}

fn record(row: &Row) -> Record {
    let text = |column| row.text(column).map(str::to_owned);
    Record {
        kind: text("name").unwrap_or_default(),
        group: row
            .node("group")
            .cloned()
            .map_or_else(String::new, |group| slug(group.as_ref()).to_owned()),
        order: row.number("order").unwrap_or(i64::MAX),
        strength: row.number("strength"),
        sentence: text("sentence").unwrap_or_default(),
        quote: text("quote"),
        condition: text("condition"),
        note: text("note"),
        event: row.node("event").cloned(),
        day: text("first"),
        page: text("page").unwrap_or_default(),
        place: (i64::MAX, i64::MAX),
        ..Record::default()
    }
}

fn add_link(record: &mut Record, row: &Row) {
    if let (Some(property), Some(value)) =
        (row.node("property").cloned(), row.node("value").cloned())
    {
        let name = row.text("name").unwrap_or(slug(value.as_ref())).to_owned();
        record.links.push(Link {
            property,
            value,
            name,
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
}

fn add_reply(record: &mut Record, row: &Row) {
    if let Some(status) = row.text("status").map(str::to_owned) {
        record
            .replies
            .push((status, row.text("reply").map(str::to_owned)));
    }
}

fn add_inference(record: &mut Record, row: &Row) {
    record.inferences.extend(inferred(row));
}

/// One row of `inferences.rq`.
pub(super) fn inferred(row: &Row) -> Option<Inferred> {
    let property = row.node("property").cloned()?;
    Some(Inferred {
        property: slug(property.as_ref()).to_owned(),
        value: row
            .text("name")
            .map(str::to_owned)
            .or_else(|| row.text("value").map(str::to_owned))?,
        because: row.text("because").map(str::to_owned)?,
        printed: row.text("printed").map(str::to_owned),
        source: row.text("source").map(str::to_owned),
    })
}
