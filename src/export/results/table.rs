//! A table with rules, wrapped to the terminal.

use std::io::Write;

use comfy_table::presets::{UTF8_FULL, UTF8_FULL_CONDENSED};
use comfy_table::{Attribute, Cell, ContentArrangement, Table};

use super::{Layout, ResultsError, cells, header};
use crate::source::Solutions;

/// The lines around the rows: upper rule, header, rule, lower rule.
const FRAME: usize = 4;

/// The most characters of a cell: wrapping takes the square of its length.
const LONGEST_CELL: usize = 2_000;

pub fn rows(
    solutions: Solutions,
    out: &mut dyn Write,
    layout: Layout,
) -> Result<usize, ResultsError> {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    match layout.width {
        Some(width) => table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width),
        None => table.set_content_arrangement(ContentArrangement::Disabled),
    };
    if layout.colour {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(
        header(&solutions)
            .into_iter()
            .map(|name| Cell::new_owned(name).add_attribute(Attribute::Bold)),
    );
    for row in solutions {
        table.add_row(cells(&row?).into_iter().map(shortened));
    }
    if table.lines().count() > table.row_count() + FRAME {
        // Some row takes several lines: without rules between them rows would run together.
        table.load_style(UTF8_FULL);
    }
    writeln!(out, "{table}")?;
    Ok(table.row_count())
}

/// A cell cut where it is too long for a table; the other formats have all of it.
fn shortened(mut cell: String) -> String {
    if let Some((end, _)) = cell.char_indices().nth(LONGEST_CELL) {
        cell.truncate(end);
        cell.push('…');
    }
    cell
}
