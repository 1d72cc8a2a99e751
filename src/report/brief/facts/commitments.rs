//! The commitments of the table, in the order in which they are chosen.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::open::passed_occasion;
use super::sequel::Sequel;
use crate::model::PartialDate;
use crate::records::{Claim, Id};
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;

/// The rows that the last twelve months fill at most, and at least if they have so many commitments.
pub const RECENT: usize = 6;
/// Weaker kinds, assurances and readiness, are only counted.
const WEAKEST_SHOWN: i64 = 3;

/// The commitments of both sides.
#[derive(Debug)]
pub struct Commitments<'a> {
    /// Those for the table, the first to show first.
    pub ranked: Vec<Commitment<'a>>,
    /// The number of each kind that is only counted, the strongest first.
    pub counted: Vec<(Id, usize)>,
}

/// A commitment and what came of it.
#[derive(Debug, Clone)]
pub struct Commitment<'a> {
    pub claim: Claim<'a>,
    pub sequel: Sequel<'a>,
}

impl<'a> Commitments<'a> {
    /// First the most binding of the last twelve months, at most six, those with an amount first; then all others, the
    /// latest first, those with an amount first, then the most binding; those whose occasion has passed are last.
    pub fn of(relationship: &Relationship<'a>) -> Self {
        let strength = |claim: &Claim<'_>| relationship.strength(claim.act);
        let all = relationship.claims_of(class::COMMITMENT).cloned();
        let is_shown = |claim: &Claim<'_>| strength(claim) >= Some(WEAKEST_SHOWN);
        let (mut shown, weak): (Vec<Claim<'a>>, Vec<Claim<'a>>) = all.partition(is_shown);
        let year_ago = relationship.day().and_then(|day| day.years_before(1));
        let last = |claim: &Claim<'a>| claim.last_day(relationship.records);
        shown.sort_by_key(|claim| {
            (
                Reverse(strength(claim)),
                Reverse(claim.has_amount()),
                Reverse(last(claim)),
            )
        });
        let is_recent = |claim: &Claim<'a>| last(claim) >= year_ago && last(claim).is_some();
        let mut recent: Vec<Claim<'a>> = Vec::new();
        let mut others: Vec<Claim<'a>> = Vec::new();
        for claim in shown {
            let destination = if recent.len() < RECENT && is_recent(&claim) {
                &mut recent
            } else {
                &mut others
            };
            destination.push(claim);
        }
        others.sort_by_key(|claim| {
            (
                passed_occasion(claim.act, relationship).is_some(),
                Reverse(last(claim)),
                Reverse(claim.has_amount()),
                Reverse(strength(claim)),
            )
        });
        let ranked = recent.into_iter().chain(others).map(|claim| Commitment {
            sequel: Sequel::of(&claim, relationship),
            claim,
        });
        let mut counted: BTreeMap<(Reverse<Option<i64>>, Id), usize> = BTreeMap::new();
        for claim in &weak {
            *counted
                .entry((Reverse(strength(claim)), claim.act.kind))
                .or_default() += 1;
        }
        Self {
            ranked: ranked.collect(),
            counted: counted
                .into_iter()
                .map(|((_, kind), number)| (kind, number))
                .collect(),
        }
    }

    /// The first so many commitments, the latest first.
    pub fn latest(&self, number: usize, relationship: &Relationship<'a>) -> Vec<&Commitment<'a>> {
        let mut rows: Vec<&Commitment<'a>> = self.ranked.iter().take(number).collect();
        let last = |row: &Commitment<'a>| -> Option<PartialDate> {
            row.claim.last_day(relationship.records)
        };
        rows.sort_by_key(|row| Reverse(last(row)));
        rows
    }
}
