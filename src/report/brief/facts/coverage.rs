//! What the brief is based on: its texts, their issuers, and the gaps between them.

use std::collections::BTreeMap;

use crate::model::PartialDate;
use crate::records::{Claim, Id, Records, Text, When};
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
    /// The gaps of more than a year, the longest first: the last day before and the first day after.
    pub gaps: Vec<[PartialDate; 2]>,
    /// The date of the latest event that each text reports.
    events: BTreeMap<Id, &'a When>,
}

impl<'a> Coverage<'a> {
    pub fn of(relationship: &Relationship<'a>) -> Self {
        let events = latest_events(relationship.records);
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
        let days: Vec<[PartialDate; 2]> = texts
            .iter()
            .filter_map(|text| date(text, &events))
            .filter_map(|when| Some([when.first?, when.last?]))
            .collect();
        let first = days.iter().map(|[first, _]| first.year()).min();
        let last = days.iter().map(|[first, _]| first.year()).max();
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
            gaps: gaps(days),
            events,
        }
    }

    /// The date of the latest event that a text reports.
    pub fn event_date(&self, text: &Text) -> Option<&'a When> {
        self.events.get(&text.id).copied()
    }
}

/// The date of the latest event that each text reports.
fn latest_events(records: &Records) -> BTreeMap<Id, &When> {
    let mut latest: BTreeMap<Id, &When> = BTreeMap::new();
    // Events are in order of time.
    for event in records.events() {
        for text in &event.texts {
            latest.extend(event.when.as_ref().map(|when| (*text, when)));
        }
    }
    latest
}

/// The date of a text: its publication, or else the latest event that it reports.
fn date<'a>(text: &'a Text, events: &BTreeMap<Id, &'a When>) -> Option<&'a When> {
    let event = || events.get(&text.id).copied();
    text.published.as_ref().or_else(event)
}

/// The gaps of more than a year between days, the longest first.
fn gaps(mut days: Vec<[PartialDate; 2]>) -> Vec<[PartialDate; 2]> {
    days.sort_unstable();
    let mut gaps: Vec<[PartialDate; 2]> = Vec::new();
    let mut covered: Option<PartialDate> = None;
    for [first, last] in days {
        if let Some(covered) = covered
            && first.years_before(1).is_some_and(|before| covered < before)
        {
            gaps.push([covered, first]);
        }
        covered = covered.max(Some(last));
    }
    gaps.sort_by_key(|[from, to]| (std::cmp::Reverse(months(*to) - months(*from)), *from));
    gaps
}

/// A number that grows by one each month.
fn months(date: PartialDate) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month().unwrap_or(1))
}
