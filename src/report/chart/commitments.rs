//! Commitments by year, each bar a stack of outcomes or of sectors.

use std::collections::BTreeMap;

use super::conditions;
use super::stack::{NO_ANSWER, Stack};
use crate::document::{Bar, BarChart};
use crate::records::{ActFilter, Claim, Records, When, claims};
use crate::text::{counted, flat, framed};
use crate::vocab::bil;

/// A year without commitments has an empty bar, unless the first and the last are further apart.
const LONGEST: u16 = 40;
/// The maximum number of listed commitments.
const MOST_LISTED: usize = 6;

/// The commitments that match a filter, as a stack for each year in which they were made. `title` names the dossier. A commitment over several years is in no bar, but listed. Without commitments in a bar, the chart has none.
#[must_use]
pub fn commitments(records: &Records, filter: &ActFilter, stack: Stack, title: &str) -> BarChart {
    let claims = claims(records, filter.select(records)).into_iter();
    let claims: Vec<Claim<'_>> = claims
        .filter(|claim| records.is_of(claim.act, bil::class::COMMITMENT))
        .collect();
    let mut years: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    let mut remarks = Remarks {
        second_reports: claims.iter().map(|claim| claim.reports.len() - 1).sum(),
        ..Remarks::default()
    };
    let parts = stack.parts(records, &claims);
    for act in claims.iter().map(|claim| claim.act) {
        let places = stack.places(records, act, &parts);
        let names = || places.iter().filter_map(|place| parts.get(*place)).copied();
        match records.time(act).map(|when| (when, single_year(when))) {
            Some((_, Some(year))) => {
                let counts = years.entry(year);
                let counts = counts.or_insert_with(|| vec![0; parts.len()]);
                for place in &places {
                    if let Some(count) = counts.get_mut(*place) {
                        *count += 1;
                    }
                }
                remarks.in_several_parts += usize::from(places.len() > 1);
                if names().any(|name| name == NO_ANSWER) {
                    let kind = records.label(act.kind);
                    *remarks.no_answer.entry(kind).or_default() += 1;
                }
            }
            Some((when, None)) if when.first.is_some() => {
                let dates = when.to_string().replace('/', " to ");
                let names: Vec<&str> = names().collect();
                let line = format!("{dates}: {} ({})", flat(&act.sentence), names.join(", "));
                remarks.several_years.push(line);
            }
            _ => remarks.undated += 1,
        }
    }
    add_empty(&mut years, parts.len());
    let bars = years.into_iter();
    let bars: Vec<Bar> = bars
        .map(|(year, counts)| Bar::new(year.to_string(), counts))
        .collect();
    let parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
    let notes = remarks.sentences();
    let scope = [title.to_owned()].into_iter();
    let scope: Vec<String> = scope.chain(conditions(filter, records)).collect();
    BarChart {
        title: format!("Commitments by year and {}", stack.word()),
        subtitle: scope.join(", "),
        description: description(&bars, &parts, &notes),
        parts,
        bars,
        notes,
    }
}

/// The year that a date is in; `None` if it is in several, or no date.
fn single_year(when: &When) -> Option<u16> {
    let first = when.first?.year();
    let is_single = when.last.is_none_or(|last| last.year() == first);
    is_single.then_some(first)
}

/// What the bars do not show.
#[derive(Debug, Default)]
struct Remarks<'a> {
    /// Commitments that expect no answer, by kind.
    no_answer: BTreeMap<&'a str, usize>,
    /// Commitments over several years, in words.
    several_years: Vec<String>,
    second_reports: usize,
    /// Commitments in several sectors.
    in_several_parts: usize,
    undated: usize,
}

impl Remarks<'_> {
    fn sentences(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.no_answer.is_empty() {
            let kinds = self.no_answer.iter();
            let kinds = kinds.map(|(kind, count)| format!("{kind} {count}"));
            let kinds: Vec<String> = kinds.collect();
            notes.push(format!("No answer expected: {}.", kinds.join(", ")));
        }
        let listed = self.several_years.iter().take(MOST_LISTED);
        notes.extend(listed.map(|line| format!("Over several years, not in a bar: {line}.")));
        let unlisted = self.several_years.len().saturating_sub(MOST_LISTED);
        if unlisted > 0 {
            notes.push(format!("Over several years: {unlisted} more."));
        }
        if self.in_several_parts > 0 {
            let count = counted(self.in_several_parts, "commitment", "commitments");
            notes.push(format!("{count} in several sectors: counted in each."));
        }
        if self.second_reports > 0 {
            let count = counted(self.second_reports, "second report", "second reports");
            notes.push(format!("{count} of the same commitments: not counted."));
        }
        if self.undated > 0 {
            let count = counted(self.undated, "commitment", "commitments");
            notes.push(format!("{count} without a date: not drawn."));
        }
        notes
    }
}

/// Adds the years between the first and the last one.
fn add_empty(years: &mut BTreeMap<u16, Vec<usize>>, parts: usize) {
    let first = years.first_key_value().map(|(year, _)| *year);
    let last = years.last_key_value().map(|(year, _)| *year);
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    if last - first <= LONGEST {
        for year in first..=last {
            years.entry(year).or_insert_with(|| vec![0; parts]);
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
