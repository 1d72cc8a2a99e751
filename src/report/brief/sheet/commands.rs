//! Commands that list what a sheet leaves out.

use super::wording::argument;
use crate::records::{Claim, Id, Outcome};
use crate::report::brief::relationship::Relationship;

/// The filter of open acts.
const OPEN: &str = "--status open";
/// The filter of asks and commitments, open or not.
const ALL: &str = "--kind Ask --kind Commitment";

/// A command that lists acts, those of some doers unless others did one of them.
pub fn acts(
    relationship: &Relationship<'_>,
    hidden: &[&Claim<'_>],
    doers: &[Id],
    filter: &str,
) -> String {
    let is_own = |claim: &&Claim<'_>| doers.iter().any(|doer| claim.act.by.contains(doer));
    let doers = doers.iter().filter(|_| hidden.iter().all(is_own));
    let doers = doers.map(|doer| format!(" --by {}", argument(relationship.records, *doer)));
    let doers: String = doers.collect();
    let until = relationship.on.map(|on| format!(" --until {on}"));
    format!(
        "bilateral acts{doers} {filter}{}",
        until.unwrap_or_default()
    )
}

/// A command that lists open acts; all asks and commitments if some are open only by the rules of the brief.
pub fn open(relationship: &Relationship<'_>, hidden: &[&Claim<'_>], doers: &[Id]) -> String {
    let is_open = |claim: &&Claim<'_>| claim.act.outcome == Some(Outcome::Open);
    let filter = if hidden.iter().all(is_open) {
        OPEN
    } else {
        ALL
    };
    acts(relationship, hidden, doers, filter)
}
