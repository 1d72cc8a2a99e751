//! A table in each of its formats.

use std::io::{self, Write};

use super::rows::{Columns, csv_row, markdown_head, markdown_row};
use super::table::{Cell, Table};
use super::terminal::{Layout, write_terminal};

/// The byte order mark, without which Excel does not read a file as UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The format of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableFormat<'a> {
    /// With rules, for a terminal.
    Terminal(Layout<'a>),
    /// Aligned columns without rules, one line for each row, for a pipe.
    Plain,
    /// A pipe table.
    Markdown,
    /// CSV with a byte order mark and without formulas.
    Spreadsheet,
}

/// What was written of an answer or a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The number of rows.
    pub rows: usize,
    /// The names of the columns that a terminal has no room for.
    pub hidden: Vec<String>,
}

impl Written {
    /// Rows with all of their columns.
    #[must_use]
    pub const fn whole(rows: usize) -> Self {
        Self {
            rows,
            hidden: Vec::new(),
        }
    }
}

impl Table {
    /// Writes the table.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&self, format: TableFormat<'_>, out: &mut dyn Write) -> io::Result<Written> {
        write_rows(&self.columns, self.rows.iter().map(Ok), format, out)
    }
}

/// Writes rows. Markdown and CSV are written row by row; the other formats need all rows for
/// the widths of their columns.
///
/// # Errors
/// The error of the first row that has one, or of the writer.
pub fn write_rows<R: AsRef<[Cell]>, E: From<io::Error>>(
    names: &[String],
    rows: impl Iterator<Item = Result<R, E>>,
    format: TableFormat<'_>,
    out: &mut dyn Write,
) -> Result<Written, E> {
    let (head, line): (String, fn(&[Cell]) -> String) = match format {
        TableFormat::Markdown => (markdown_head(names), markdown_row),
        TableFormat::Spreadsheet => {
            let names: Vec<Cell> = names.iter().cloned().map(Cell::Text).collect();
            ([BYTE_ORDER_MARK, &csv_row(&names)].concat(), csv_row)
        }
        TableFormat::Plain => {
            let rows = rows.collect::<Result<Vec<R>, E>>()?;
            let columns = Columns::of(names, &rows);
            out.write_all(columns.head(names).as_bytes())?;
            for row in &rows {
                out.write_all(columns.row(row.as_ref()).as_bytes())?;
            }
            return Ok(Written::whole(rows.len()));
        }
        TableFormat::Terminal(layout) => {
            let rows = rows.collect::<Result<Vec<R>, E>>()?;
            let hidden = write_terminal(names, &rows, layout, out)?;
            return Ok(Written {
                rows: rows.len(),
                hidden,
            });
        }
    };
    out.write_all(head.as_bytes())?;
    let mut written = 0;
    for row in rows {
        out.write_all(line(row?.as_ref()).as_bytes())?;
        written += 1;
    }
    Ok(Written::whole(written))
}
