//! What each side may raise, and where it is sensitive.

use std::cmp::Reverse;

use super::open::Open;
use crate::records::{Act, Claim, Id};
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;

/// What to expect of one side, the latest first.
#[derive(Debug)]
pub struct Expectation<'a> {
    pub side: Id,
    /// Its own asks and proposals that have no answer.
    pub asks: Vec<Claim<'a>>,
    /// The commitments of the other side to it that have no outcome.
    pub commitments: Vec<Claim<'a>>,
    /// Its objections, warnings and concerns toward any actor.
    pub sensitive: Vec<Claim<'a>>,
}

impl<'a> Expectation<'a> {
    pub fn of(side: Id, open: &Open<'a>, relationship: &Relationship<'a>) -> Self {
        let records = relationship.records;
        let other = relationship.other(side);
        let is_own = |act: &Act| act.by == [side];
        let is_ask = |claim: &&Claim<'_>| {
            let act = claim.act;
            let kinds = [class::ASK, class::PROPOSAL];
            is_own(act) && kinds.iter().any(|kind| records.is_of(act, *kind))
        };
        let is_commitment = |claim: &&Claim<'_>| {
            let act = claim.act;
            let is_step = [class::ASK, class::PROPOSAL];
            let is_step = is_step.iter().any(|kind| records.is_of(act, *kind));
            !is_step && act.by.contains(&other)
        };
        let kinds = [class::OBJECTION, class::WARNING, class::CONCERN];
        let stances = kinds
            .into_iter()
            .flat_map(|kind| relationship.claims_of(kind));
        let stances = stances.filter(|claim| {
            let doers = &claim.act.by;
            doers.contains(&side) && !doers.contains(&other)
        });
        Self {
            side,
            asks: latest(open.pending.iter().filter(is_ask), relationship),
            commitments: latest(open.pending.iter().filter(is_commitment), relationship),
            sensitive: latest(stances, relationship),
        }
    }
}

fn latest<'a, 'b>(
    claims: impl Iterator<Item = &'b Claim<'a>>,
    relationship: &Relationship<'a>,
) -> Vec<Claim<'a>>
where
    'a: 'b,
{
    let mut claims: Vec<Claim<'a>> = claims.cloned().collect();
    claims.sort_by_key(|claim| {
        let act = claim.act;
        let strength = Reverse(relationship.strength(act));
        (Reverse(claim.last_day(relationship.records)), strength)
    });
    claims
}
