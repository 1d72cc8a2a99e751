//! The sheet of sources: every text, and how much of it is recorded.

use std::collections::BTreeMap;

use super::cells::{self, Column};
use crate::document::{Cell, Table};
use crate::records::{Id, Records, Text};

/// A text with the number of acts that it reports.
struct Source<'a> {
    text: &'a Text,
    acts: u64,
}

/// The columns to print: up to the address.
pub const PRINTED: usize = 9;

fn columns<'a>() -> [Column<Source<'a>>; 12] {
    [
        ("Title", |_, source| cells::text(Some(&source.text.title))),
        ("Issued by", |records, source| {
            cells::names(records, &source.text.issuers)
        }),
        ("Publisher", |records, source| {
            cells::name(records, source.text.publisher)
        }),
        ("Published (last day)", |_, source| {
            cells::last_day(source.text.published.as_ref())
        }),
        ("Read on", |_, source| {
            cells::last_day(source.text.accessed.as_ref())
        }),
        ("Language", |_, source| {
            cells::text(source.text.language.as_ref())
        }),
        ("Words stored", |_, source| {
            Cell::Truth(source.text.has_words)
        }),
        ("Acts", |_, source| Cell::Count(source.acts)),
        ("Address", |records, source| {
            cells::page(records, Some(source.text.id))
        }),
        ("Published as recorded", |_, source| {
            cells::recorded(source.text.published.as_ref())
        }),
        ("SHA-256 of the words", |_, source| {
            cells::text(source.text.sha256.as_ref())
        }),
        ("Text", |records, source| cells::id(records, source.text.id)),
    ]
}

/// The texts, in the order of their names.
pub fn table(records: &Records) -> Table {
    let mut acts: BTreeMap<Id, u64> = BTreeMap::new();
    for text in records.acts().iter().filter_map(|act| act.text) {
        *acts.entry(text).or_default() += 1;
    }
    let source = |text| Source {
        text,
        acts: acts.get(&text.id).copied().unwrap_or_default(),
    };
    let sources: Vec<Source<'_>> = records.texts().map(source).collect();
    cells::table(records, &columns(), &sources)
}
