//! The sheets of a workbook: acts, meetings, people and posts, figures, sources, and codes of other schemes.

mod acts;
mod cells;
mod codes;
mod figures;
mod meetings;
mod people;
mod sources;

use crate::document::{Cell, Table};
use crate::records::Records;

/// A named table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sheet {
    /// Its name, which a tab shows.
    pub name: &'static str,
    /// Its rows.
    pub table: Table,
}

impl Sheet {
    /// A table with a name.
    #[must_use]
    pub const fn new(name: &'static str, table: Table) -> Self {
        Self { name, table }
    }
}

/// A column of a table of records: its title, and its cell for one record.
type Column<R> = (&'static str, fn(&Records, &R) -> Cell);

/// Every record as a row, sheet by sheet; the same records always give the same rows.
#[must_use]
pub fn workbook(records: &Records) -> Vec<Sheet> {
    [
        ("Acts", acts::table(records)),
        ("Meetings", meetings::table(records)),
        ("People and posts", people::table(records)),
        ("Figures", figures::table(records)),
        ("Sources", sources::table(records)),
        ("Codes", codes::table(records)),
    ]
    .into_iter()
    .map(|(name, table)| Sheet::new(name, table))
    .collect()
}
