//! Facts of records as cells.

use std::sync::Arc;

use crate::document::{Cell, Table};
use crate::model::PartialDate;
use crate::records::{Evidence, Id, Records, When};
use crate::report::attribution::address;

/// A column of a table of records: its title, and its cell for one record.
pub type Column<R> = (&'static str, fn(&Records, &R) -> Cell);

/// The separator of several values in one cell: names contain commas.
const SEPARATOR: &str = "; ";

/// A table with a row for each record.
pub fn table<'a, R: 'a>(
    records: &Records,
    columns: &[Column<R>],
    rows: impl IntoIterator<Item = &'a R>,
) -> Table {
    let titles = columns.iter().map(|(title, _)| (*title).to_owned());
    let row = |row: &R| columns.iter().map(|(_, cell)| cell(records, row)).collect();
    Table {
        columns: titles.collect(),
        rows: rows.into_iter().map(row).collect(),
    }
}

/// A text, if there is one.
pub fn text(text: Option<&Arc<str>>) -> Cell {
    text.map_or(Cell::Absent, |text| Cell::Text((**text).to_owned()))
}

/// A text on one line; no cell if it is empty.
pub fn line(text: String) -> Cell {
    if text.is_empty() {
        Cell::Absent
    } else {
        Cell::Text(text)
    }
}

/// The label of a node.
pub fn name(records: &Records, node: Option<Id>) -> Cell {
    line(
        node.map(|node| records.label(node).to_owned())
            .unwrap_or_default(),
    )
}

/// The labels of nodes.
pub fn names(records: &Records, nodes: &[Id]) -> Cell {
    let labels: Vec<&str> = nodes.iter().map(|node| records.label(*node)).collect();
    line(labels.join(SEPARATOR))
}

/// Several texts.
pub fn texts(texts: impl IntoIterator<Item = String>) -> Cell {
    let texts: Vec<String> = texts.into_iter().collect();
    line(texts.join(SEPARATOR))
}

/// A day.
pub fn day(day: Option<PartialDate>) -> Cell {
    day.map_or(Cell::Absent, |day| Cell::Date(day.to_string()))
}

/// The first possible day.
pub fn first_day(when: Option<&When>) -> Cell {
    day(when.and_then(|when| when.first))
}

/// The last possible day.
pub fn last_day(when: Option<&When>) -> Cell {
    day(when.and_then(|when| when.last))
}

/// A date as text, with its recorded precision: `2017-11`, `1994/1996`. A column of it must not mix texts and dates.
pub fn recorded(when: Option<&When>) -> Cell {
    when.map_or(Cell::Absent, |when| Cell::Text(when.to_string()))
}

/// A number as written in its source.
pub fn numeral(number: Option<&Arc<str>>) -> Cell {
    number.map_or(Cell::Absent, |number| Cell::Numeral((**number).to_owned()))
}

/// The address of a text.
pub fn page(records: &Records, text: Option<Id>) -> Cell {
    let address = text.and_then(|text| records.text(text)?.address.clone());
    address.map_or(Cell::Absent, |address| Cell::Link {
        text: (*address).to_owned(),
        address: (*address).to_owned(),
    })
}

/// Words with a link to the passages of a text.
pub fn linked(records: &Records, words: String, text: Option<Id>, evidence: &[Evidence]) -> Cell {
    match text.and_then(|text| address(records, text, evidence)) {
        Some(address) if !words.is_empty() => Cell::Link {
            text: words,
            address,
        },
        _ => line(words),
    }
}

/// The prefixed name of a node.
pub fn id(records: &Records, node: Id) -> Cell {
    Cell::Text(records.name(node))
}

/// The inferred properties of a node, with their reasons.
pub fn inferred(records: &Records, node: Id) -> Cell {
    let mut reasons: Vec<String> = Vec::new();
    for inference in records.inferences(node) {
        let property = records.label(inference.property);
        let reason = format!("{property}: {}", inference.because);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    texts(reasons)
}
