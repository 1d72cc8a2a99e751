//! Asks and commitments without an outcome.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::records::{Act, Claim, Id, Outcome};
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;

/// What is open, as of the date of the brief.
#[derive(Debug)]
pub struct Open<'a> {
    /// Those with a deadline first, the earliest first; then the latest first, those with an amount first.
    pub pending: Vec<Claim<'a>>,
    /// Those whose occasion has passed, by occasion.
    pub occasion_passed: BTreeMap<Id, Vec<Claim<'a>>>,
    /// Those that held until a day that has passed.
    pub ended: Vec<Claim<'a>>,
}

impl<'a> Open<'a> {
    pub fn of(relationship: &Relationship<'a>) -> Self {
        let groups = [class::ASK, class::COMMITMENT];
        let claims = groups
            .into_iter()
            .flat_map(|group| relationship.claims_of(group));
        let mut open = Self {
            pending: Vec::new(),
            occasion_passed: BTreeMap::new(),
            ended: Vec::new(),
        };
        let day = relationship.day();
        for claim in claims.filter(|claim| is_open(claim, relationship)) {
            let claim = claim.clone();
            let act = claim.act;
            let passed = passed_occasion(act, relationship);
            let until = act.until.as_ref().and_then(|until| until.last);
            if let Some(occasion) = passed {
                open.occasion_passed
                    .entry(occasion)
                    .or_default()
                    .push(claim);
            } else if until.is_some_and(|until| Some(until) < day) {
                open.ended.push(claim);
            } else {
                open.pending.push(claim);
            }
        }
        open.pending.sort_by_key(|claim| {
            let act = claim.act;
            let due = act.due.as_ref().and_then(|due| due.last);
            let latest = Reverse(claim.last_day(relationship.records));
            let amount = Reverse(claim.has_amount());
            let strength = Reverse(relationship.strength(act));
            ((due.is_none(), due), (latest, amount, strength))
        });
        open
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Claim<'a>> {
        let passed = self.occasion_passed.values().flatten();
        self.pending.iter().chain(&self.ended).chain(passed)
    }
}

/// The event for which an act is intended, if it is over.
pub fn passed_occasion(act: &Act, relationship: &Relationship<'_>) -> Option<Id> {
    let day = relationship.day();
    act.occasions.iter().copied().find(|occasion| {
        let event = relationship.records.event(*occasion);
        let last = event.and_then(|event| event.when.as_ref()?.last);
        last.is_some_and(|last| Some(last) < day)
    })
}

/// Whether an act awaits an answer or a delivery; an agreement does only if it has a deadline.
fn is_open(claim: &Claim<'_>, relationship: &Relationship<'_>) -> bool {
    let act = claim.act;
    let is_agreement = || relationship.records.is_of(act, class::AGREEMENT);
    act.outcome.map_or_else(
        || act.due.is_some() && act.followers.is_empty() && is_agreement(),
        |outcome| outcome == Outcome::Open,
    )
}
