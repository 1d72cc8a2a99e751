//! Rows of a table as lines of text: in aligned columns, as a pipe table of
//! [GitHub's Markdown](https://github.github.com/gfm/#tables-extension-), as CSV for spreadsheets.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::table::Cell;
use crate::text::csv::add_field;
use crate::text::{markdown, visible};

/// The space between two columns.
const GAP: &str = "  ";

/// The widths of aligned columns, in columns of a terminal.
#[derive(Debug)]
pub struct Columns(Vec<usize>);

impl Columns {
    /// The width of the widest cell of each column.
    pub fn of<R: AsRef<[Cell]>>(names: &[String], rows: &[R]) -> Self {
        let mut widths: Vec<usize> = names.iter().map(|name| visible(name).width()).collect();
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row.as_ref()) {
                *width = (*width).max(cell.shown().width());
            }
        }
        Self(widths)
    }

    /// The line with the names of the columns.
    pub fn head(&self, names: &[String]) -> String {
        self.line(names.iter().map(|name| visible(name)))
    }

    /// The line of a row.
    pub fn row(&self, cells: &[Cell]) -> String {
        self.line(cells.iter().map(Cell::shown))
    }

    /// The cells of a line, without spaces at its end.
    fn line<'a>(&self, cells: impl Iterator<Item = Cow<'a, str>>) -> String {
        let mut line = String::new();
        let mut due = 0;
        for (cell, width) in cells.zip(&self.0) {
            if !cell.is_empty() {
                line.push_str(&" ".repeat(due));
                line.push_str(&cell);
                due = 0;
            }
            due += width - cell.width() + GAP.len();
        }
        line.push('\n');
        line
    }
}

/// The first two lines of a pipe table: the names of the columns, and the rule below them.
pub fn markdown_head(names: &[String]) -> String {
    let rule = ["|", &" --- |".repeat(names.len()), "\n"].concat();
    pipes(names.iter().map(|name| markdown::escape(name))) + &rule
}

/// A line of a pipe table.
pub fn markdown_row(cells: &[Cell]) -> String {
    pipes(cells.iter().map(|cell| markdown::escape(&cell.shown())))
}

fn pipes(cells: impl Iterator<Item = String>) -> String {
    let mut line = "|".to_owned();
    for cell in cells {
        line.extend([" ", &cell, " |"]);
    }
    line + "\n"
}

/// A record of CSV.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front, which marks it as text ([CSV
/// injection](https://owasp.org/www-community/attacks/CSV_Injection)). Numbers stay numbers.
pub fn csv_row(cells: &[Cell]) -> String {
    let mut row = String::new();
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            row.push(',');
        }
        match cell {
            Cell::Text(text) if begins_formula(text) => add_field(&mut row, &format!("'{text}")),
            cell => add_field(&mut row, &cell.exact()),
        }
    }
    row + "\r\n"
}

fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
