//! The sheet of acts.

use super::cells::{self, Column};
use crate::document::{Cell, Table};
use crate::records::{Act, Id, Kind, Outcome, Records};
use crate::report::amount;
use crate::report::attribution::publisher;

/// The columns to print: when, who, whom, what, and where it is published.
pub const PRINTED: usize = 11;

const COLUMNS: &[Column<Act>] = &[
    ("First day", |_, act| cells::first_day(act.when.as_ref())),
    ("Last day", |_, act| cells::last_day(act.when.as_ref())),
    ("Date as recorded", |_, act| {
        cells::recorded(act.when.as_ref())
    }),
    ("Kind", |records, act| cells::name(records, Some(act.kind))),
    ("Who", |records, act| cells::names(records, &act.by)),
    ("Whom", |records, act| cells::names(records, &act.to)),
    ("Speaker", |records, act| {
        cells::names(records, &act.speakers)
    }),
    ("What", |_, act| {
        cells::text(act.gist.as_ref().or(Some(&act.sentence)))
    }),
    ("Quote", |records, act| {
        let words = act.quote.as_deref().unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        cells::linked(records, words, act.text, &act.evidence)
    }),
    ("Outcome", |_, act| {
        cells::line(
            act.outcome
                .map(Outcome::word)
                .unwrap_or_default()
                .to_owned(),
        )
    }),
    ("Publisher", |records, act| {
        cells::line(publisher(records, act.text))
    }),
    ("Group", |records, act| {
        let kind = records.kind(act.kind);
        cells::name(records, kind.and_then(|kind| kind.group))
    }),
    ("How binding (1-7)", |records, act| {
        strength(records.kind(act.kind))
    }),
    ("Heard by", |records, act| {
        cells::names(records, &records.audience(act))
    }),
    ("Sectors", |records, act| {
        cells::names(records, &act.sectors)
    }),
    ("Items", |records, act| cells::names(records, &act.items)),
    ("About", |records, act| cells::names(records, &act.about)),
    ("Occasion", |records, act| {
        cells::names(records, &act.occasions)
    }),
    ("Condition", |_, act| cells::text(act.condition.as_ref())),
    ("Amount", |records, act| {
        cells::texts(
            act.figures
                .iter()
                .map(|figure| amount::cell(records, figure)),
        )
    }),
    ("Due (last day)", |_, act| cells::last_day(act.due.as_ref())),
    ("Due as recorded", |_, act| {
        cells::recorded(act.due.as_ref())
    }),
    ("Until (last day)", |_, act| {
        cells::last_day(act.until.as_ref())
    }),
    ("Until as recorded", |_, act| {
        cells::recorded(act.until.as_ref())
    }),
    ("Outcome since (first day)", |_, act| {
        cells::first_day(act.outcome_date.as_ref())
    }),
    ("Outcome since as recorded", |_, act| {
        cells::recorded(act.outcome_date.as_ref())
    }),
    ("Meeting", |records, act| cells::name(records, act.made_at)),
    ("Issued by", |records, act| {
        let text = act.text.and_then(|text| records.text(text));
        cells::names(records, text.map_or(&[][..], |text| &text.issuers))
    }),
    ("Address", |records, act| cells::page(records, act.text)),
    ("Same act in", |records, act| {
        cells::texts(elsewhere(records, act))
    }),
    ("Second report of", |records, act| {
        let counted = Some(act.counts_as).filter(|counted| *counted != act.id);
        cells::texts(counted.into_iter().map(|counted| records.name(counted)))
    }),
    ("Follows up", |records, act| {
        cells::texts(act.follows.iter().map(|link| {
            let inferred = link.because.as_ref().map_or("", |_| " (inferred)");
            records.name(link.act) + inferred
        }))
    }),
    ("Inferred", |records, act| cells::inferred(records, act.id)),
    ("Note", |_, act| cells::text(act.note.as_ref())),
    ("Act", |records, act| cells::id(records, act.id)),
];

/// The acts, in reading order.
pub fn table(records: &Records) -> Table {
    cells::table(records, COLUMNS, records.acts())
}

fn strength(kind: Option<&Kind>) -> Cell {
    let strength = kind.and_then(|kind| u64::try_from(kind.strength?).ok());
    strength.map_or(Cell::Absent, Cell::Count)
}

/// The acts of other texts that report the same.
fn elsewhere(records: &Records, act: &Act) -> impl Iterator<Item = String> {
    let others = act.matches.iter();
    others.map(|other: &Id| records.name(*other))
}
