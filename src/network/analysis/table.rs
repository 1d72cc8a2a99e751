//! Tables of measures, with the meaning of their columns.

use std::{fmt, iter};

use super::measure::Measure;
use crate::document::{Cell, Table};

/// Measures of one scope, or one measure that needs a table of its own.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct MeasureTable {
    /// Its name in lower case, with hyphens.
    pub name: &'static str,
    /// Its title for people.
    pub title: String,
    /// The values: first the columns with what is measured, then the measures; an undefined value is absent.
    pub values: Table,
    /// The meaning of columns: name and sentence.
    pub legend: Vec<(String, &'static str)>,
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

impl MeasureTable {
    /// A table without rows that explains these measures.
    pub(crate) fn new(
        name: &'static str,
        title: impl Into<String>,
        columns: impl IntoIterator<Item = String>,
        measures: &[&Measure],
    ) -> Self {
        let legend = measures.iter();
        Self {
            name,
            title: title.into(),
            values: Table {
                columns: columns.into_iter().collect(),
                rows: Vec::new(),
            },
            legend: legend
                .map(|measure| (measure.column(), measure.sentence))
                .collect(),
            notes: Vec::new(),
        }
    }

    pub(crate) fn note(&mut self, text: String) {
        let years = Vec::new();
        self.notes.push(Note { text, years });
    }

    /// Appends the rows of a year, after a column with the year.
    fn add_year(&mut self, year: u16, table: Self) {
        if self.values.columns.is_empty() {
            let year = iter::once("year".to_owned());
            self.values.columns = year.chain(table.values.columns).collect();
            self.name = table.name;
            self.title = table.title;
            self.legend = table.legend;
        }
        let rows = table.values.rows.into_iter();
        let rows = rows.map(|row| iter::once(Cell::Count(year.into())).chain(row).collect());
        self.values.rows.extend(rows);
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
}

/// The tables of each year as one, after a column with the year.
#[must_use]
pub fn by_year(years: impl IntoIterator<Item = (u16, Vec<MeasureTable>)>) -> Vec<MeasureTable> {
    let mut merged: Vec<MeasureTable> = Vec::new();
    for (year, tables) in years {
        merged.resize(tables.len().max(merged.len()), MeasureTable::default());
        for (whole, table) in merged.iter_mut().zip(tables) {
            whole.add_year(year, table);
        }
    }
    merged
}
