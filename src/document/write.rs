//! A table in each of its formats.

use std::io::{self, Write};

use super::fit;
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
    /// Aligned columns without rules, one line for each row, for a pipe; the layout chooses the columns.
    Plain(Layout<'a>),
    /// A pipe table; the layout chooses the columns.
    Markdown(Layout<'a>),
    /// CSV with a byte order mark and without formulas.
    Spreadsheet,
}

/// What was written of an answer or a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The number of rows.
    pub rows: usize,
    /// The names of the columns that are not shown.
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

/// Writes rows. CSV is written row by row; the other formats need all rows to choose their columns.
///
/// # Errors
/// The error of the first row that has one, or of the writer.
pub fn write_rows<R: AsRef<[Cell]>, E: From<io::Error>>(
    names: &[String],
    rows: impl Iterator<Item = Result<R, E>>,
    format: TableFormat<'_>,
    out: &mut dyn Write,
) -> Result<Written, E> {
    let layout = match format {
        TableFormat::Spreadsheet => return write_csv(names, rows, out),
        TableFormat::Terminal(layout)
        | TableFormat::Plain(layout)
        | TableFormat::Markdown(layout) => layout,
    };
    let rows = rows.collect::<Result<Vec<R>, E>>()?;
    let hidden = match format {
        // An empty grid says less than a note.
        TableFormat::Terminal(_) if rows.is_empty() => Vec::new(),
        TableFormat::Terminal(_) => write_terminal(names, &rows, layout, out)?,
        _ => {
            let shown = fit::shown(names, &rows, layout.columns, layout.important);
            let cells = rows.iter().map(|row| chosen(row.as_ref(), &shown));
            let cells: Vec<Vec<Cell>> = cells.collect();
            let is_markdown = matches!(format, TableFormat::Markdown(_));
            write_lines(&chosen(names, &shown), &cells, is_markdown, out)?;
            let hidden = names.iter().enumerate();
            let hidden = hidden.filter(|(at, _)| !shown.contains(at));
            hidden.map(|(_, name)| name.clone()).collect()
        }
    };
    Ok(Written {
        rows: rows.len(),
        hidden,
    })
}

/// The values at some places.
fn chosen<T: Clone>(values: &[T], places: &[usize]) -> Vec<T> {
    let values = places.iter().filter_map(|at| values.get(*at));
    values.cloned().collect()
}

/// Writes one line for each row.
fn write_lines(
    names: &[String],
    rows: &[Vec<Cell>],
    is_markdown: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    if is_markdown {
        out.write_all(markdown_head(names).as_bytes())?;
        let mut lines = rows.iter().map(|row| markdown_row(row));
        return lines.try_for_each(|line| out.write_all(line.as_bytes()));
    }
    let columns = Columns::of(names, rows);
    out.write_all(columns.head(names).as_bytes())?;
    let mut lines = rows.iter().map(|row| columns.row(row));
    lines.try_for_each(|line| out.write_all(line.as_bytes()))
}

fn write_csv<R: AsRef<[Cell]>, E: From<io::Error>>(
    names: &[String],
    rows: impl Iterator<Item = Result<R, E>>,
    out: &mut dyn Write,
) -> Result<Written, E> {
    let head: Vec<Cell> = names.iter().cloned().map(Cell::Text).collect();
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    out.write_all(csv_row(&head).as_bytes())?;
    let mut written = 0;
    for row in rows {
        out.write_all(csv_row(row?.as_ref()).as_bytes())?;
        written += 1;
    }
    Ok(Written::whole(written))
}
