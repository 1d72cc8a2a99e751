//! The sheets of a workbook: acts, meetings, people and posts, figures, sources, and codes of other schemes.

mod acts;
mod cells;
mod codes;
mod figures;
mod meetings;
mod people;
mod sources;

use crate::document::NamedTable;
use crate::records::Records;

/// Every record as a row, sheet by sheet; the same records always give the same rows.
#[must_use]
pub fn workbook(records: &Records) -> Vec<NamedTable> {
    [
        ("Acts", acts::table(records)),
        ("Meetings", meetings::table(records)),
        ("People and posts", people::table(records)),
        ("Figures", figures::table(records)),
        ("Sources", sources::table(records)),
        ("Codes", codes::table(records)),
    ]
    .into_iter()
    .map(|(name, table)| NamedTable::new(name, table))
    .collect()
}
