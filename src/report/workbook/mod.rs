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
        ("Acts", acts::table(records), acts::PRINTED),
        ("Meetings", meetings::table(records), meetings::PRINTED),
        ("People and posts", people::table(records), people::PRINTED),
        ("Figures", figures::table(records), figures::PRINTED),
        ("Sources", sources::table(records), sources::PRINTED),
        ("Codes", codes::table(records), codes::PRINTED),
    ]
    .into_iter()
    .map(|(name, table, printed)| NamedTable::new(name, table).printing(printed))
    .collect()
}
