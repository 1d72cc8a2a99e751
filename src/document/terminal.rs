//! A table with rules, wrapped to the terminal.

use std::io::{self, Write};

use comfy_table::ContentArrangement;
use comfy_table::presets::{UTF8_FULL, UTF8_FULL_CONDENSED};

use super::table::Cell;
use crate::text::visible;

/// The lines around the rows: upper rule, header, rule, lower rule.
const FRAME: usize = 4;

/// The maximum number of characters of a cell, because wrapping takes the square of its length.
const LONGEST_CELL: usize = 2_000;

/// The layout of a table on a terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// The columns of the terminal, to which a table is wrapped; `None` leaves every row on one line.
    pub width: Option<u16>,
    /// Whether the header is set off with terminal colours.
    pub colour: bool,
}

/// Writes rows with rules between them; a cell of more than 2,000 characters is cut.
///
/// # Errors
/// Those of the writer.
pub fn write_terminal<R: AsRef<[Cell]>>(
    names: &[String],
    rows: &[R],
    layout: Layout,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(UTF8_FULL_CONDENSED);
    match layout.width {
        Some(width) => drawn
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width),
        None => drawn.set_content_arrangement(ContentArrangement::Disabled),
    };
    drawn.set_header(names.iter().map(|name| visible(name).into_owned()));
    for row in rows {
        drawn.add_row(row.as_ref().iter().map(cut));
    }
    if drawn.lines().count() > drawn.row_count() + FRAME {
        // Some row takes several lines, so rules must separate the rows.
        drawn.load_style(UTF8_FULL);
    }
    let drawn = drawn.to_string();
    let drawn = if layout.colour {
        bold_header(&drawn)
    } else {
        drawn
    };
    writeln!(out, "{drawn}")
}

/// Makes the names of columns bold. The `tty` feature of `comfy-table` could, but it does not build for WebAssembly.
fn bold_header(drawn: &str) -> String {
    let ends = drawn.find('\n').zip(drawn.find("\n╞"));
    let (names, rows) = ends.unwrap_or_default();
    let mut bold = drawn[..names].to_owned();
    for part in drawn[names..rows].split_inclusive(['│', '┆', '\n']) {
        let name = part.trim_end_matches(['│', '┆', '\n']);
        match &part[name.len()..] {
            _ if name.is_empty() => bold.push_str(part),
            line => bold.extend(["\u{1b}[1m", name, "\u{1b}[0m", line]),
        }
    }
    bold + &drawn[rows..]
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
