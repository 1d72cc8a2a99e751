//! Commitments by year and outcome.

use std::collections::BTreeMap;

use super::conditions;
use crate::document::{Bar, BarChart};
use crate::records::{ActFilter, Claim, Outcome, Records, claims};
use crate::text::{counted, framed};
use crate::vocab::bil;

/// The outcomes from the bottom of a stack to its top; commitments such as assurances have none.
const OUTCOMES: [Option<Outcome>; 7] = [
    Some(Outcome::Fulfilled),
    Some(Outcome::Accepted),
    Some(Outcome::Open),
    Some(Outcome::Declined),
    Some(Outcome::Lapsed),
    Some(Outcome::Replaced),
    None,
];
/// Of assurances, agreements and deliveries, for instance.
const NO_OUTCOME: &str = "no answer expected";
/// A year without commitments has an empty bar, unless the first and the last are further apart.
const LONGEST: u16 = 40;

/// The commitments that match a filter, as a stack of outcomes for each year in which they were made. `title` names the
/// dossier. Without commitments that have a date, the chart has no bars.
#[must_use]
pub fn commitments(records: &Records, filter: &ActFilter, title: &str) -> BarChart {
    let claims = claims(records, filter.select(records)).into_iter();
    let claims: Vec<Claim<'_>> = claims
        .filter(|claim| records.is_of(claim.act, bil::class::COMMITMENT))
        .collect();
    let second: usize = claims.iter().map(|claim| claim.reports.len() - 1).sum();
    let mut years: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    let mut undated = 0;
    let mut without_outcome: BTreeMap<&str, usize> = BTreeMap::new();
    for act in claims.iter().map(|claim| claim.act) {
        let Some(day) = records.time(act).and_then(|when| when.first) else {
            undated += 1;
            continue;
        };
        let counts = years.entry(day.year());
        let counts = counts.or_insert_with(|| vec![0; OUTCOMES.len()]);
        if act.outcome.is_none() {
            *without_outcome.entry(records.label(act.kind)).or_default() += 1;
        }
        let part = OUTCOMES.iter().position(|outcome| *outcome == act.outcome);
        if let Some(count) = part.and_then(|part| counts.get_mut(part)) {
            *count += 1;
        }
    }
    add_empty(&mut years);
    let bars = years.into_iter();
    let bars: Vec<Bar> = bars
        .map(|(year, counts)| Bar::new(year.to_string(), counts))
        .collect();
    let parts = OUTCOMES.map(|outcome| outcome.map_or(NO_OUTCOME, Outcome::word).to_owned());
    let mut notes = Vec::new();
    if !without_outcome.is_empty() {
        let kinds = without_outcome.iter();
        let kinds = kinds.map(|(kind, count)| format!("{kind} {count}"));
        let kinds: Vec<String> = kinds.collect();
        notes.push(format!("No answer expected: {}.", kinds.join(", ")));
    }
    if second > 0 {
        let count = counted(second, "second report", "second reports");
        notes.push(format!("{count} of the same commitments: not counted."));
    }
    if undated > 0 {
        let count = counted(undated, "commitment", "commitments");
        notes.push(format!("{count} without a date: not drawn."));
    }
    let scope = [title.to_owned()].into_iter();
    let scope: Vec<String> = scope.chain(conditions(filter, records)).collect();
    BarChart {
        title: "Commitments by year and outcome".to_owned(),
        subtitle: scope.join(", "),
        description: description(&bars, &parts, &notes),
        parts: parts.to_vec(),
        bars,
        notes,
    }
}

/// Adds the years between the first and the last one.
fn add_empty(years: &mut BTreeMap<u16, Vec<usize>>) {
    let first = years.first_key_value().map(|(year, _)| *year);
    let last = years.last_key_value().map(|(year, _)| *year);
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    if last - first <= LONGEST {
        for year in first..=last {
            years.entry(year).or_insert_with(|| vec![0; OUTCOMES.len()]);
        }
    }
}

/// `2014: 7 (open 4, no answer expected 3).`, for each year with commitments.
fn description(bars: &[Bar], parts: &[String], notes: &[String]) -> String {
    let full = bars.iter().filter(|bar| bar.total() > 0);
    let sentences = full.map(|bar| {
        let counts = bar.counts.iter().zip(parts);
        let counts = counts.filter(|(count, _)| **count > 0);
        let counts: Vec<String> = counts
            .map(|(count, part)| format!("{part} {count}"))
            .collect();
        format!("{}: {} ({}).", bar.label, bar.total(), counts.join(", "))
    });
    let sentences: Vec<String> = sentences.collect();
    [sentences.join(" "), framed(" ", &notes.join(" "), "")].concat()
}
