//! What each side may raise, and where it is sensitive.

use std::cmp::Reverse;

use super::open::Open;
use crate::records::{Claim, Id};
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;

/// What to expect of one side.
#[derive(Debug)]
pub struct Expectation<'a> {
    pub side: Id,
    /// Its own asks and proposals that have no answer, and the commitments of the other side to it that have no outcome:
    /// the latest first.
    pub points: Vec<Claim<'a>>,
    /// Its objections, warnings and concerns toward any actor, the latest first.
    pub sensitive: Vec<Claim<'a>>,
}

impl<'a> Expectation<'a> {
    pub fn of(side: Id, open: &Open<'a>, relationship: &Relationship<'a>) -> Self {
        let records = relationship.records;
        let other = relationship.other(side);
        let is_point = |claim: &&Claim<'_>| {
            let act = claim.act;
            let is_ask = [class::ASK, class::PROPOSAL];
            if is_ask.iter().any(|kind| records.is_of(act, *kind)) {
                act.by == [side]
            } else {
                act.by.contains(&other)
            }
        };
        let kinds = [class::OBJECTION, class::WARNING, class::CONCERN];
        let stances = kinds
            .into_iter()
            .flat_map(|kind| relationship.claims_of(kind));
        let stances = stances.filter(|claim| {
            let doers = &claim.act.by;
            doers.contains(&side) && !doers.contains(&other)
        });
        let points = open.pending.iter().filter(is_point);
        Self {
            side,
            points: latest(points.cloned().collect(), relationship),
            sensitive: latest(stances.cloned().collect(), relationship),
        }
    }
}

fn latest<'a>(mut claims: Vec<Claim<'a>>, relationship: &Relationship<'a>) -> Vec<Claim<'a>> {
    claims.sort_by_key(|claim| {
        let last = claim.last_day(relationship.records);
        let strength = Reverse(relationship.strength(claim.act));
        (Reverse(last), strength)
    });
    claims
}
