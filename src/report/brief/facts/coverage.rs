//! What the brief is based on: its texts, their issuers, and the gaps between them.

use std::collections::BTreeMap;

use crate::model::{PartialDate, Period};
use crate::records::{Claim, Id, Text, When};
use crate::report::brief::relationship::Relationship;

/// The texts behind a brief.
#[derive(Debug)]
pub struct Coverage<'a> {
    pub texts: usize,
    /// The years of the first and the last text.
    pub years: Option<[u16; 2]>,
    /// The acts, each once.
    pub acts: usize,
    /// The acts whose words are stored.
    pub verifiable_acts: usize,
    /// The official texts of each side alone.
    pub official: [usize; 2],
    /// The official texts of both sides together.
    pub joint: usize,
    /// The texts of other publishers.
    pub others: usize,
    /// The gaps of more than a year, the longest first: the last date before and the first date after, as recorded.
    pub gaps: Vec<[PartialDate; 2]>,
    /// The date of the latest event that each text reports.
    events: BTreeMap<Id, &'a When>,
}

impl<'a> Coverage<'a> {
    pub fn of(relationship: &Relationship<'a>) -> Self {
        let events = relationship.records.event_dates();
        let texts = relationship.texts();
        let (mut official, mut joint, mut others) = ([0, 0], 0, 0);
        for text in &texts {
            match relationship.is_official(text) {
                [true, true] => joint += 1,
                [true, false] => official[0] += 1,
                [false, true] => official[1] += 1,
                [false, false] => others += 1,
            }
        }
        let dates = texts.iter().filter_map(|text| date(text, &events));
        let dates: Vec<Period> = dates.filter_map(When::period).collect();
        let years = dates.iter().map(|date| date.start.year());
        let (first, last) = (years.clone().min(), years.max());
        let claims = relationship.claims.iter();
        let has_words = |claim: &&Claim<'_>| claim.reports.iter().any(|act| act.is_verifiable());
        Self {
            texts: texts.len(),
            years: first.zip(last).map(|(first, last)| [first, last]),
            acts: claims.len(),
            verifiable_acts: claims.filter(has_words).count(),
            official,
            joint,
            others,
            gaps: gaps(dates),
            events,
        }
    }

    /// The date of the latest event that a text reports.
    pub fn event_date(&self, text: &Text) -> Option<&'a When> {
        self.events.get(&text.id).copied()
    }
}

/// The date of a text: its publication, or else the latest event that it reports.
fn date<'a>(text: &'a Text, events: &BTreeMap<Id, &'a When>) -> Option<&'a When> {
    let event = || events.get(&text.id).copied();
    text.published.as_ref().or_else(event)
}

/// The gaps of more than a year between dates, the longest first.
fn gaps(mut dates: Vec<Period>) -> Vec<[PartialDate; 2]> {
    dates.sort_unstable_by_key(|date| date.first_day());
    let mut gaps: Vec<[PartialDate; 2]> = Vec::new();
    let mut covered: Option<PartialDate> = None;
    for date in dates {
        if let Some(before) = covered
            && date
                .first_day()
                .years_before(1)
                .is_some_and(|year_ago| before.last_day() < year_ago)
        {
            gaps.push([before, date.start]);
        }
        let end = date.end.unwrap_or(date.start);
        covered = covered
            .into_iter()
            .chain([end])
            .max_by_key(|date| date.last_day());
    }
    gaps.sort_by_key(|[from, to]| (std::cmp::Reverse(months(*to) - months(*from)), *from));
    gaps
}

/// A number that grows by one each month.
fn months(date: PartialDate) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month().unwrap_or(1))
}
