//! "Figures".

use super::citations::Citations;
use crate::document::{Block, Inlines, Item};
use crate::records::{Records, When};
use crate::report::amount::{amount, measure, with_unit};
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::series::{Series, Value};
use crate::text::capitalised;
use crate::vocab::bil::class;

/// The most series, and the most values of each, the latest.
const SERIES: usize = 4;
const VALUES: usize = 10;
/// The most figures with a single value.
const SINGLE: usize = 4;

pub fn series(facts: &Facts<'_>, citations: &mut Citations<'_>) -> Vec<Block> {
    let records = facts.relationship.records;
    let (several, single): (Vec<&Series<'_>>, Vec<&Series<'_>>) =
        facts.series.iter().partition(|series| series.periods() > 1);
    let mut items: Vec<Item> = several
        .iter()
        .take(SERIES)
        .map(|series| item(series, records, citations))
        .collect();
    // The table and the open points have the amounts of commitments.
    let is_account = |value: &Value<'_>| {
        value
            .acts
            .iter()
            .all(|act| records.is_of(act, class::ACCOUNT))
            && value.figure.period.is_some()
    };
    let single = single
        .iter()
        .filter(|series| series.values.iter().any(is_account));
    let single: Vec<&&Series<'_>> = single.collect();
    items.extend(
        single
            .iter()
            .take(SINGLE)
            .map(|series| item(series, records, citations)),
    );
    let more = several.len().saturating_sub(SERIES) + single.len().saturating_sub(SINGLE);
    if items.is_empty() {
        return Vec::new();
    }
    if more > 0 {
        let line = Inlines::from(format!("And {more} more"));
        items.push(Item::new(line.command(": ", "bilateral query figures")));
    }
    vec![Block::heading(2, "Figures"), Block::List(items)]
}

/// `**Trade turnover, USD million:** 2004: 145.4 [10]; 2013: 300 [2]`
fn item(series: &Series<'_>, records: &Records, citations: &mut Citations<'_>) -> Item {
    let name = capitalised(&measure(records, series.measure, series.item));
    let is_one = series.values.len() == 1;
    let unit = series.unit.filter(|_| !is_one);
    let unit = unit.map(|unit| format!(", {unit}")).unwrap_or_default();
    let mut line = Inlines::new().strong(format!("{name}{unit}:"));
    let left_out = series.values.len().saturating_sub(VALUES);
    if left_out > 0 {
        line = line.text(format!(" ({left_out} earlier)"));
    }
    let mut acts = Vec::new();
    for (index, value) in series.values.iter().skip(left_out).enumerate() {
        let figure = value.figure;
        let amount = if is_one {
            with_unit(figure)
        } else {
            amount(figure)
        };
        let period = figure.period.as_ref().map(When::range);
        let period = period.unwrap_or_else(|| {
            let when = value.acts.first().and_then(|act| records.time(act));
            let reported = when.map(|when| format!(", reported {}", when.range()));
            format!("period not stated{}", reported.unwrap_or_default())
        });
        let gap = if index > 0 { "; " } else { " " };
        line = line.text(format!("{gap}{period}: {amount}"));
        line = line.cite(citations.acts(value.acts.iter().copied()));
        acts.extend(value.acts.iter().map(|act| records.iri(act.id).to_owned()));
    }
    acts.dedup();
    Item::new(line).about(acts)
}
