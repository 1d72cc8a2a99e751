//! The table: typed cells in named columns.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::text::{flat, rounded, visible};

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
    /// The number of columns to print on paper, from the left; the others would make the page too wide to read.
    pub printed_columns: usize,
}

impl NamedTable {
    /// A table with a name, of which all columns are printed.
    #[must_use]
    pub const fn new(name: &'static str, table: Table) -> Self {
        Self {
            name,
            printed_columns: table.columns.len(),
            table,
        }
    }

    /// Prints the first columns only.
    #[must_use]
    pub fn printing(self, columns: usize) -> Self {
        Self {
            printed_columns: columns.min(self.table.columns.len()),
            ..self
        }
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

impl Table {
    /// The position of a column.
    #[must_use]
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    /// Sorts the rows by the numbers in a column, cells without a number last; the sort is stable.
    pub(crate) fn sort_by(&mut self, column: &str, order: fn(Ordering) -> Ordering) {
        let Some(place) = self.place(column) else {
            return;
        };
        let number = |row: &Vec<Cell>| row.get(place)?.number();
        self.rows
            .sort_by(|one, other| match (number(one), number(other)) {
                (Some(one), Some(other)) => order(one.total_cmp(&other)),
                (one, other) => other.is_some().cmp(&one.is_some()),
            });
    }

    /// The same table without the columns that hold only links, for people, who read the labels.
    #[must_use]
    pub fn without_links(&self) -> Self {
        let is_shown = |place: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(place));
            let mut cells = cells.filter(|cell| **cell != Cell::Absent).peekable();
            cells.peek().is_none() || cells.any(|cell| !matches!(cell, Cell::Link { .. }))
        };
        let shown: Vec<usize> = (0..self.columns.len()).filter(|at| is_shown(*at)).collect();
        let columns = shown.iter().filter_map(|at| self.columns.get(*at).cloned());
        let row = |row: &Vec<Cell>| {
            shown
                .iter()
                .filter_map(|at| row.get(*at).cloned())
                .collect()
        };
        Self {
            columns: columns.collect(),
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

impl Cell {
    /// The number to sort by, or to draw; yes is 1 and no is 0.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
            Self::Count(count) => Some(*count as f64),
            Self::Number(number) => Some(*number),
            Self::Numeral(text) => text.parse().ok().filter(|number: &f64| number.is_finite()),
            Self::Truth(truth) => Some(f64::from(u8::from(*truth))),
            Self::Absent | Self::Text(_) | Self::Date(_) | Self::Link { .. } => None,
        }
    }

    /// The value for people, on one line, with white space folded and every character visible.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Absent => Cow::Borrowed(""),
            Self::Text(text) | Self::Numeral(text) | Self::Date(text) | Self::Link { text, .. } => {
                match flat(text) {
                    Cow::Borrowed(text) => visible(text),
                    // Its line must not become an empty one.
                    Cow::Owned(folded) if folded.is_empty() => Cow::Borrowed(" "),
                    Cow::Owned(text) => Cow::Owned(visible(&text).into_owned()),
                }
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

    /// Whether it is only an address: an IRI or a URL.
    #[must_use]
    pub fn is_address(&self) -> bool {
        match self {
            Self::Link { .. } => true,
            Self::Text(text) => {
                let is_web = text.starts_with("https://") || text.starts_with("http://");
                is_web && !text.contains(char::is_whitespace)
            }
            _ => false,
        }
    }

    /// Whether it is aligned to the right, like numbers.
    #[must_use]
    pub const fn is_numeric(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Number(_) | Self::Numeral(_))
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

/// No value is an absent cell.
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, T::into)
    }
}
