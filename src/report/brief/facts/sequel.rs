//! What came of a commitment or an ask.

use crate::records::{Act, Claim, Outcome, echoes};
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;

/// What is recorded after an act.
#[derive(Debug, Clone)]
pub enum Sequel<'a> {
    /// It is itself a delivery.
    Delivered,
    /// An outcome, with the acts that caused it.
    Closed(Outcome, Vec<&'a Act>),
    /// A later act that follows it up; whether that link is inferred.
    FollowedUp(&'a Act, bool),
    /// What another actor says about it.
    Echoed(&'a Act),
    /// Nothing.
    Nothing,
}

impl<'a> Sequel<'a> {
    /// The sequel of a claim.
    pub fn of(claim: &Claim<'a>, relationship: &Relationship<'a>) -> Self {
        let act = claim.act;
        let records = relationship.records;
        if let Some(outcome) = act.outcome
            && outcome != Outcome::Open
        {
            let causes = act
                .outcome_by
                .iter()
                .filter_map(|cause| records.act(*cause));
            return Self::Closed(outcome, causes.collect());
        }
        if records.is_of(act, class::DELIVERY) {
            return Self::Delivered;
        }
        let mut links = claim.reports.iter().flat_map(|act| &act.followers);
        if let Some(link) = links.next_back()
            && let Some(later) = records.act(link.act)
        {
            return Self::FollowedUp(later, link.because.is_some());
        }
        let reports = claim.reports.iter();
        let mut echoes = reports.flat_map(|act| echoes(records, act));
        echoes.next().map_or(Self::Nothing, Self::Echoed)
    }
}
