//! The brief: what two sides said to each other, on one sheet or in full.
//!
//! [`facts`] chooses what is in it, [`sheet`] words it; [`full`] is the account without a choice.

mod facts;
mod full;
mod relationship;
mod request;
mod sheet;
mod totals;

pub use self::request::BriefRequest;

use self::facts::Facts;
use self::relationship::Relationship;
use crate::document::Document;
use crate::records::Records;

/// The brief on two sides; `None` if no meeting and no act of theirs is recorded in the requested time.
///
/// It covers an act that was made at a meeting of both, that one of them directs at the other or reports, or that is
/// about both. `data/README.md` has the rules by which the sheet chooses.
#[must_use]
pub fn brief(records: &Records, request: &BriefRequest<'_>) -> Option<Document> {
    let relationship = Relationship::of(records, request)?;
    if relationship.meetings.is_empty() && relationship.acts.is_empty() {
        return None;
    }
    Some(if request.is_full {
        full::account(&relationship)
    } else {
        sheet::sheet(&Facts::of(relationship))
    })
}
