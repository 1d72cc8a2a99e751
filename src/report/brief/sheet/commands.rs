//! Commands that list what a sheet leaves out.

use oxigraph::model::NamedNodeRef;

use super::wording::argument;
use crate::document::Inlines;
use crate::records::{ActFilter, Claim, Id, Outcome};
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;
use crate::vocab::slug;

/// `, among the 16 of `, with the command that lists so many acts, the claims among them: those of some kinds, and of some
/// doers unless others did one of the claims.
pub fn acts(
    relationship: &Relationship<'_>,
    claims: &[&Claim<'_>],
    doers: &[Id],
    kinds: &[NamedNodeRef<'static>],
) -> Inlines {
    listed(relationship, claims, doers, kinds, &[])
}

/// Lists open acts; all asks and commitments if some of the claims are open only by the rules of the brief, or on an
/// earlier date.
pub fn open(relationship: &Relationship<'_>, claims: &[&Claim<'_>], doers: &[Id]) -> Inlines {
    let is_open = |claim: &&Claim<'_>| claim.act.outcome == Some(Outcome::Open);
    if relationship.on.is_none() && claims.iter().all(is_open) {
        listed(relationship, claims, doers, &[], &[Outcome::Open])
    } else {
        let kinds = [class::ASK, class::COMMITMENT];
        listed(relationship, claims, doers, &kinds, &[])
    }
}

fn listed(
    relationship: &Relationship<'_>,
    claims: &[&Claim<'_>],
    doers: &[Id],
    kinds: &[NamedNodeRef<'static>],
    outcomes: &[Outcome],
) -> Inlines {
    let records = relationship.whole().records;
    let is_own = |claim: &&Claim<'_>| doers.iter().any(|doer| claim.act.by.contains(doer));
    let doers = doers.iter().filter(|_| claims.iter().all(is_own));
    let by = doers.clone().filter_map(|doer| records.named(*doer));
    let filter = ActFilter {
        by: by.map(NamedNodeRef::into_owned).collect(),
        kinds: kinds.iter().map(|kind| kind.into_owned()).collect(),
        outcomes: outcomes.to_vec(),
        until: relationship.on,
        ..ActFilter::default()
    };
    let number = filter.select(records).count();
    let doers = doers.map(|doer| format!(" --by {}", argument(records, *doer)));
    let kinds = kinds.iter().map(|kind| format!(" --kind {}", slug(*kind)));
    let outcomes = outcomes
        .iter()
        .map(|outcome| format!(" --status {}", outcome.word()));
    let until = relationship.on.map(|on| format!(" --until {on}"));
    let options: String = doers.chain(kinds).chain(outcomes).chain(until).collect();
    let lead = format!(", among the {number} of ");
    Inlines::new().command(lead, format!("bilateral acts{options}"))
}
