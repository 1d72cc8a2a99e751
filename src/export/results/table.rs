//! A table with rules, wrapped to the terminal.

use std::io::Write;

use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Attribute, Cell, ContentArrangement, Table};

use super::{Layout, ResultsError, cells, header};
use crate::source::Solutions;

pub(super) fn rows(
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
        table.add_row(cells(&row?));
    }
    writeln!(out, "{table}")?;
    Ok(table.row_count())
}
