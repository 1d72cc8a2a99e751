//! A table on a terminal: in columns with rules between them, or as a list where the columns do not fit.

use std::io::{self, Write};

use comfy_table::presets::{UTF8_FULL, UTF8_FULL_CONDENSED};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};
use unicode_width::UnicodeWidthStr;

use super::fit::{Arrangement, ColumnChoice, arrange};
use super::table::Cell;
use super::wrap::cell_lines;
use crate::text::visible;

/// The lines around the rows: upper rule, header, rule, lower rule.
const FRAME: usize = 4;

/// The maximum number of characters of a cell, because wrapping takes the square of its length.
const LONGEST_CELL: usize = 2_000;

/// The layout of a table on a terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout<'a> {
    /// The columns of the terminal, which a table never exceeds; `None` leaves every row on one line, with all columns.
    pub width: Option<u16>,
    /// Whether the header is set off with terminal colours.
    pub colour: bool,
    /// Which columns are shown.
    pub columns: ColumnChoice,
    /// The names of the columns to show, the most important one first; empty for all in their order.
    pub important: &'a [String],
}

/// Writes rows, and returns the names of hidden columns; a cell of more than 2,000 characters is cut.
///
/// # Errors
/// Those of the writer.
pub fn write_terminal<R: AsRef<[Cell]>>(
    names: &[String],
    rows: &[R],
    layout: Layout<'_>,
    out: &mut dyn Write,
) -> io::Result<Vec<String>> {
    let Some(width) = layout.width.map(usize::from) else {
        let columns: Vec<usize> = (0..names.len()).collect();
        write_columns(names, rows, &columns, None, layout.colour, out)?;
        return Ok(Vec::new());
    };
    let shown = match arrange(names, rows, width, layout.columns, layout.important) {
        Arrangement::Columns(columns) => {
            let (shown, widths): (Vec<usize>, Vec<usize>) = columns.into_iter().unzip();
            write_columns(names, rows, &shown, Some(&widths), layout.colour, out)?;
            shown
        }
        Arrangement::List(shown) => {
            write_list(names, rows, &shown, width, layout.colour, out)?;
            shown
        }
    };
    let names = names.iter().enumerate();
    let hidden = names.filter(|(at, _)| !shown.contains(at));
    Ok(hidden.map(|(_, name)| name.clone()).collect())
}

/// Writes columns side by side, each with its width or as wide as its cells.
fn write_columns<R: AsRef<[Cell]>>(
    names: &[String],
    rows: &[R],
    shown: &[usize],
    widths: Option<&[usize]>,
    colour: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(UTF8_FULL_CONDENSED);
    drawn.set_content_arrangement(ContentArrangement::Disabled);
    let shown_names = shown.iter().filter_map(|at| names.get(*at));
    drawn.set_header(shown_names.map(|name| visible(name).into_owned()));
    for row in rows {
        let row = row.as_ref();
        let cells = shown.iter().enumerate().filter_map(|(place, at)| {
            let text = cut(row.get(*at)?);
            let width = widths.and_then(|widths| widths.get(place));
            Some(width.map_or_else(
                || text.clone(),
                |width| cell_lines(&text, *width).join("\n"),
            ))
        });
        drawn.add_row(cells);
    }
    for (place, at) in shown.iter().enumerate() {
        let Some(column) = drawn.column_mut(place) else {
            continue;
        };
        if let Some(width) = widths.and_then(|widths| widths.get(place)) {
            let width = u16::try_from(width + 2).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        let mut cells = rows.iter().filter_map(|row| row.as_ref().get(*at));
        if cells.all(|cell| cell.is_numeric() || *cell == Cell::Absent) && !rows.is_empty() {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    if drawn.lines().count() > drawn.row_count() + FRAME {
        // Some row takes several lines, so rules must separate the rows.
        drawn.load_style(UTF8_FULL);
    }
    let drawn = drawn.to_string();
    let drawn = if colour { bold_header(&drawn) } else { drawn };
    writeln!(out, "{drawn}")
}

/// Writes the cells of each row one below the other, each with the name of its column, and a blank line after each row.
fn write_list<R: AsRef<[Cell]>>(
    names: &[String],
    rows: &[R],
    shown: &[usize],
    width: usize,
    colour: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shown_names = shown.iter().filter_map(|at| names.get(*at));
    let indent = shown_names.map(|name| visible(name).width()).max();
    let indent = indent.unwrap_or_default() + 2;
    let blank = " ".repeat(indent);
    let room = width.saturating_sub(indent).max(1);
    for row in rows {
        for at in shown {
            let cell = row.as_ref().get(*at).filter(|cell| **cell != Cell::Absent);
            let (Some(cell), Some(name)) = (cell, names.get(*at)) else {
                continue;
            };
            let name = visible(name);
            let gap = " ".repeat(indent - name.width());
            let name = if colour {
                bold(&name)
            } else {
                name.into_owned()
            };
            let text = cut(cell);
            for (number, line) in cell_lines(&text, room).iter().enumerate() {
                if number == 0 {
                    writeln!(out, "{name}{gap}{line}")?;
                } else {
                    writeln!(out, "{blank}{line}")?;
                }
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

fn bold(text: &str) -> String {
    ["\u{1b}[1m", text, "\u{1b}[0m"].concat()
}

/// Makes the names of columns bold. The `tty` feature of `comfy-table` could, but it does not build for WebAssembly.
fn bold_header(drawn: &str) -> String {
    let ends = drawn.find('\n').zip(drawn.find("\n╞"));
    let (names, rows) = ends.unwrap_or_default();
    let mut header = drawn[..names].to_owned();
    for part in drawn[names..rows].split_inclusive(['│', '┆', '\n']) {
        let name = part.trim_end_matches(['│', '┆', '\n']);
        match &part[name.len()..] {
            _ if name.is_empty() => header.push_str(part),
            line => header.extend([&bold(name), line]),
        }
    }
    header + &drawn[rows..]
}

/// A cell, cut if it is too long for a table; the other formats have all of it.
fn cut(cell: &Cell) -> String {
    let mut text = cell.shown().into_owned();
    if let Some((end, _)) = text.char_indices().nth(LONGEST_CELL) {
        text.truncate(end);
        text.push('…');
    }
    text
}
