//! The sheet of figures: each measure as a series in time.

use super::cells::{self, Column};
use crate::document::{Cell, Table};
use crate::records::{Act, Figure, Records, When};
use crate::report::attribution::publisher;

/// A figure with the act that states it.
struct Stated<'a> {
    figure: &'a Figure,
    act: &'a Act,
}

/// The columns to print: up to the publisher.
pub const PRINTED: usize = 13;

fn columns<'a>() -> [Column<Stated<'a>>; 19] {
    [
        ("Measure", |_, row| cells::text(Some(&row.figure.of))),
        ("Item", |records, row| cells::name(records, row.figure.item)),
        ("First day", |_, row| {
            cells::first_day(row.figure.period.as_ref())
        }),
        ("Last day", |_, row| {
            cells::last_day(row.figure.period.as_ref())
        }),
        ("Covers", |_, row| covers(row.figure.period.as_ref())),
        ("Qualifier", |_, row| {
            cells::text(row.figure.qualifier.as_ref())
        }),
        ("Value", |_, row| cells::numeral(row.figure.value.as_ref())),
        ("At least", |_, row| cells::numeral(row.figure.min.as_ref())),
        ("At most", |_, row| cells::numeral(row.figure.max.as_ref())),
        ("Unit", |_, row| cells::text(row.figure.unit.as_ref())),
        ("Currency", |_, row| {
            cells::text(row.figure.currency.as_ref())
        }),
        ("Stated by", |records, row| {
            let speakers = if row.act.speakers.is_empty() {
                &row.act.by
            } else {
                &row.act.speakers
            };
            cells::names(records, speakers)
        }),
        ("Publisher", |records, row| {
            cells::line(publisher(records, row.act.text))
        }),
        ("Stated (last day)", |_, row| {
            cells::last_day(row.act.when.as_ref())
        }),
        ("Stated as recorded", |_, row| {
            cells::recorded(row.act.when.as_ref())
        }),
        ("Period as recorded", |_, row| {
            cells::recorded(row.figure.period.as_ref())
        }),
        ("Act", |records, row| cells::id(records, row.act.id)),
        ("What", |_, row| cells::text(Some(&row.act.sentence))),
        ("Address", |records, row| cells::page(records, row.act.text)),
    ]
}

/// Whether a figure is of whole years, as `queries/answers/figures.rq` says it.
fn covers(period: Option<&When>) -> Cell {
    let ends = period.and_then(|period| Some((period.first?, period.last?)));
    ends.map_or(Cell::Absent, |(first, last)| {
        let is_whole =
            first.to_string().ends_with("-01-01") && last.to_string().ends_with("-12-31");
        let covers = if is_whole {
            "whole years"
        } else {
            "part of a year"
        };
        Cell::Text(covers.to_owned())
    })
}

/// The figures by measure, unit and period; in a measure, those without a period are last.
pub fn table(records: &Records) -> Table {
    let acts = records.acts().iter();
    let mut rows: Vec<Stated<'_>> = acts
        .flat_map(|act| act.figures.iter().map(move |figure| Stated { figure, act }))
        .collect();
    rows.sort_by_key(|row| {
        let Figure {
            of,
            unit,
            item,
            period,
            ..
        } = row.figure;
        (of, period.is_none(), unit, item, period, row.figure.id)
    });
    cells::table(records, &columns(), &rows)
}
