//! Values in rows and columns.

use std::cmp::Ordering;
use std::fmt;

use super::Value;

/// Measures of one sort, or one that needs a table of its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// What it is called, in small letters with hyphens.
    pub name: String,
    /// What it is, for people.
    pub title: String,
    /// The columns: what is measured, then the measures.
    pub columns: Vec<String>,
    /// The cells of each row; what is undefined is empty.
    pub rows: Vec<Vec<Option<Value>>>,
    /// What columns mean: a name and a sentence.
    pub legend: Vec<(String, String)>,
    /// What is undefined, and why.
    pub notes: Vec<Note>,
}

/// What is to be said beside a table, and of which years; of none where years are not told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The sentence.
    pub text: String,
    /// The years.
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
}

impl Table {
    /// Puts rows of a year below, behind a column for the year.
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

    /// The place of a column.
    pub(crate) fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known == column)
    }

    /// Puts the rows with the greatest value in a column first, those without one last; equal ones stay in their order.
    pub(crate) fn sort_by(&mut self, column: &str, order: fn(Ordering) -> Ordering) {
        if let Some(place) = self.place(column) {
            let size = |row: &Vec<Option<Value>>| row.get(place)?.as_ref()?.size();
            self.rows
                .sort_by(|one, other| match (size(one), size(other)) {
                    (Some(one), Some(other)) => order(one.total_cmp(&other)),
                    (one, other) => other.is_some().cmp(&one.is_some()),
                });
        }
    }

    /// Takes a column away.
    pub(crate) fn drop_column(&mut self, column: &str) {
        if let Some(place) = self.place(column) {
            self.columns.remove(place);
            for row in self.rows.iter_mut().filter(|row| place < row.len()) {
                row.remove(place);
            }
        }
    }

    /// The same without the columns of IRIs, for those who read labels.
    #[must_use]
    pub fn without_names(&self) -> Self {
        let mut table = self.clone();
        for column in self.columns.iter().rev() {
            let place = self.place(column);
            let cells = || self.rows.iter().filter_map(|row| row.get(place?)?.as_ref());
            let is_named =
                cells().next().is_some() && cells().all(|cell| matches!(cell, Value::Name(_)));
            if is_named {
                table.drop_column(column);
            }
        }
        table
    }
}
