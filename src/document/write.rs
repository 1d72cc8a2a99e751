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
pub enum TableFormat {
    /// With rules, for a terminal.
    Terminal(Layout),
    /// Aligned columns without rules, one line for each row, for a pipe.
    Plain,
    /// A pipe table.
    Markdown,
    /// CSV with a byte order mark and without formulas.
    Spreadsheet,
}

impl Table {
    /// Writes the table.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&self, format: TableFormat, out: &mut dyn Write) -> io::Result<()> {
        write_rows(&self.columns, self.rows.iter().map(Ok), format, out).map(|_| ())
    }
}

/// Writes rows, and returns their number. Markdown and CSV are written row by row; the other formats need all rows for
/// the widths of their columns.
///
/// # Errors
/// The error of the first row that has one, or of the writer.
pub fn write_rows<R: AsRef<[Cell]>, E: From<io::Error>>(
    names: &[String],
    rows: impl Iterator<Item = Result<R, E>>,
    format: TableFormat,
    out: &mut dyn Write,
) -> Result<usize, E> {
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
            return Ok(rows.len());
        }
        TableFormat::Terminal(layout) => {
            let rows = rows.collect::<Result<Vec<R>, E>>()?;
            write_terminal(names, &rows, layout, out)?;
            return Ok(rows.len());
        }
    };
    out.write_all(head.as_bytes())?;
    let mut written = 0;
    for row in rows {
        out.write_all(line(row?.as_ref()).as_bytes())?;
        written += 1;
    }
    Ok(written)
}
