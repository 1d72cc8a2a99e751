//! Tables of values.

use std::cmp::Ordering;
use std::fmt;

use oxigraph::model::NamedNode;

/// The value of a measure, or a label or name of what is measured.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A whole number.
    Count(u64),
    /// A finite number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// Text for people.
    Text(String),
    /// The IRI of an entity.
    Name(NamedNode),
}

impl Value {
    pub(crate) fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    /// The number to sort by; yes is 1 and no is 0.
    pub(crate) fn size(&self) -> Option<f64> {
        match self {
            #[expect(
                clippy::cast_precision_loss,
                reason = "counts of a network are far below 2⁵³"
            )]
            Self::Count(count) => Some(*count as f64),
            Self::Number(number) => Some(*number),
            Self::Truth(truth) => Some(f64::from(u8::from(*truth))),
            Self::Text(_) | Self::Name(_) => None,
        }
    }
}

/// The cells of a row; `None` is undefined.
pub type Row = Vec<Option<Value>>;

/// Measures of one scope, or one measure that needs a table of its own.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Table {
    /// Its name in lower case, with hyphens.
    pub name: String,
    /// Its title for people.
    pub title: String,
    /// The names of the columns: first what is measured, then the measures.
    pub columns: Vec<String>,
    /// The cells of each row; an undefined value is `None`.
    pub rows: Vec<Vec<Option<Value>>>,
    /// The meaning of columns: name and sentence.
    pub legend: Vec<(String, String)>,
    /// Which measures are undefined, and why.
    pub notes: Vec<Note>,
}

/// A note on a table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The sentence.
    pub text: String,
    /// The years to which it applies; empty if the table has no years.
    pub years: Vec<u16>,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        let years: Vec<String> = self.years.iter().map(u16::to_string).collect();
        if years.is_empty() {
            return Ok(());
        }
        write!(f, " ({})", years.join(", "))
    }
}

impl Table {
    pub(crate) fn note(&mut self, text: String) {
        let years = Vec::new();
        self.notes.push(Note { text, years });
    }

    /// Appends the rows of a year, after a column with the year.
    pub(crate) fn add_year(&mut self, year: u16, table: Self) {
        if self.columns.is_empty() {
            let year = std::iter::once("year".to_owned());
            self.columns = year.chain(table.columns).collect();
            self.name = table.name;
            self.title = table.title;
            self.legend = table.legend;
        }
        for row in table.rows {
            let year = std::iter::once(Some(Value::Count(u64::from(year))));
            self.rows.push(year.chain(row).collect());
        }
        for note in table.notes {
            match self.notes.iter_mut().find(|known| known.text == note.text) {
                Some(known) => known.years.push(year),
                None => self.notes.push(Note {
                    years: vec![year],
                    ..note
                }),
            }
        }
    }

    /// The position of a column.
    pub(crate) fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known == column)
    }

    /// Sorts the rows by a column, undefined values last; the sort is stable.
    pub(crate) fn sort_by(&mut self, column: &str, order: fn(Ordering) -> Ordering) {
        let Some(place) = self.place(column) else {
            return;
        };
        let size = |row: &Row| row.get(place)?.as_ref()?.size();
        self.rows
            .sort_by(|one, other| match (size(one), size(other)) {
                (Some(one), Some(other)) => order(one.total_cmp(&other)),
                (one, other) => other.is_some().cmp(&one.is_some()),
            });
    }

    /// Removes a column.
    pub(crate) fn drop_column(&mut self, column: &str) {
        if let Some(place) = self.place(column) {
            self.columns.remove(place);
            for row in self.rows.iter_mut().filter(|row| place < row.len()) {
                row.remove(place);
            }
        }
    }

    /// The same table without the columns that hold only IRIs, for people, who read the labels.
    #[must_use]
    pub fn without_names(&self) -> Self {
        let mut table = self.clone();
        for (place, column) in self.columns.iter().enumerate() {
            let mut cells = self
                .rows
                .iter()
                .filter_map(|row| row.get(place)?.as_ref())
                .peekable();
            if cells.peek().is_some() && cells.all(|cell| matches!(cell, Value::Name(_))) {
                table.drop_column(column);
            }
        }
        table
    }
}
