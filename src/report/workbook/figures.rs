//! The sheet of figures: each measure as a series in time.

use super::cells::{self, Column};
use crate::document::Table;
use crate::records::{Act, Figure, Records};
use crate::report::attribution::publisher;

/// A figure with the act that states it.
struct Stated<'a> {
    figure: &'a Figure,
    act: &'a Act,
}

fn columns<'a>() -> [Column<Stated<'a>>; 17] {
    [
        ("Measure", |_, row| cells::text(Some(&row.figure.of))),
        ("Item", |records, row| cells::name(records, row.figure.item)),
        ("First day", |_, row| {
            cells::first_day(row.figure.period.as_ref())
        }),
        ("Last day", |_, row| {
            cells::last_day(row.figure.period.as_ref())
        }),
        ("Period", |_, row| cells::date(row.figure.period.as_ref())),
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
        ("Stated on", |_, row| cells::date(row.act.when.as_ref())),
        ("Publisher", |records, row| {
            cells::line(publisher(records, row.act.text))
        }),
        ("Act", |records, row| cells::id(records, row.act.id)),
        ("What", |_, row| cells::text(Some(&row.act.sentence))),
        ("Address", |records, row| cells::page(records, row.act.text)),
    ]
}

/// The figures by measure, unit and period.
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
        (of, unit, item, period, row.figure.id)
    });
    cells::table(records, &columns(), &rows)
}
