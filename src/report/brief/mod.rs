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
use crate::report::span::NoContent;

/// The brief on two sides.
///
/// It covers an act that was made at a meeting of both, that one of them directs at the other or reports, or that is
/// about both. `data/README.md` has the rules by which the sheet chooses.
///
/// # Errors
/// [`NoContent`] if no meeting and no act of theirs is recorded in the requested time.
pub fn brief(records: &Records, request: &BriefRequest<'_>) -> Result<Document, NoContent> {
    let as_of = request.on.map(|on| records.as_of(on.last_day()));
    let on_record = as_of.as_ref().unwrap_or(records);
    let relationship = Relationship::of(records, on_record, request);
    let relationship = relationship.ok_or(NoContent { outside: 0 })?;
    if relationship.meetings.is_empty() && relationship.acts.is_empty() {
        let outside = relationship.outside(|one| one.meetings.len() + one.claims.len());
        return Err(NoContent { outside });
    }
    let day = relationship.day().map(|day| day.to_string());
    let page = if request.is_full {
        full::account(&relationship)
    } else {
        sheet::sheet(&Facts::of(relationship))
    };
    Ok(page.dated(day))
}
