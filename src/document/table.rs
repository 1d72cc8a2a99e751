//! The table: typed cells in named columns.

use std::borrow::Cow;

use crate::text::{rounded, visible};

/// Values in rows and columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The cells of each row, one per column.
    pub rows: Vec<Vec<Cell>>,
}

/// A table with a name, such as a sheet of a workbook.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NamedTable {
    /// Its name, which a tab shows.
    pub name: &'static str,
    /// Its rows.
    pub table: Table,
}

impl NamedTable {
    /// A table with a name.
    #[must_use]
    pub const fn new(name: &'static str, table: Table) -> Self {
        Self { name, table }
    }
}

/// A value in a table. Its type decides its alignment, the number of digits for people, and whether a spreadsheet could
/// run it as a formula.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// No value.
    #[default]
    Absent,
    /// Text.
    Text(String),
    /// A whole number.
    Count(u64),
    /// A computed number, rounded for people.
    Number(f64),
    /// A number as written in its source: `1.50`.
    Numeral(String),
    /// Yes or no.
    Truth(bool),
    /// A date as written in its source: `2017-11`.
    Date(String),
    /// A text with an address.
    Link {
        /// The text for people.
        text: String,
        /// The text for programs.
        address: String,
    },
}

impl Cell {
    /// The value for people, on one line, with every character visible.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Absent => Cow::Borrowed(""),
            Self::Text(text) | Self::Numeral(text) | Self::Date(text) | Self::Link { text, .. } => {
                visible(text)
            }
            Self::Count(count) => Cow::Owned(count.to_string()),
            Self::Number(number) => Cow::Owned(rounded(*number)),
            Self::Truth(truth) => Cow::Borrowed(if *truth { "yes" } else { "no" }),
        }
    }

    /// The value for programs, with all digits.
    #[must_use]
    pub fn exact(&self) -> Cow<'_, str> {
        match self {
            Self::Absent => Cow::Borrowed(""),
            Self::Text(text) | Self::Numeral(text) | Self::Date(text) => Cow::Borrowed(text),
            Self::Link { address, .. } => Cow::Borrowed(address),
            Self::Count(count) => Cow::Owned(count.to_string()),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Truth(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
        }
    }

    /// Whether it is aligned to the right, like numbers.
    #[must_use]
    pub const fn is_numeric(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Number(_) | Self::Numeral(_))
    }
}
