//! Tables one below the other, each between its title and the meaning of its columns.

use std::borrow::Cow;
use std::io::{self, Write};

use super::cells::{cells, upright};
use crate::document::TableFormat;
use crate::network::analysis::Table;
use crate::text::{markdown, visible};

/// Writes tables for people, in Markdown, or for a terminal or a pipe.
pub fn write(
    title: &str,
    tables: &[Table],
    format: TableFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    if format == TableFormat::Markdown {
        writeln!(out, "# {}", markdown::escape(title))?;
    } else {
        writeln!(out, "{}", visible(title))?;
    }
    for table in tables {
        if format == TableFormat::Markdown {
            writeln!(out, "\n## {}\n", markdown::escape(&table.title))?;
        } else {
            writeln!(out, "\n{}", visible(&table.title))?;
        }
        let upright = upright(table);
        cells(&upright.without_names()).write(format, out)?;
        // A transposed table has the meanings in its rows.
        if matches!(upright, Cow::Borrowed(_)) && !table.legend.is_empty() {
            writeln!(out)?;
            write_legend(table, format, out)?;
        }
    }
    Ok(())
}

fn write_legend(table: &Table, format: TableFormat, out: &mut dyn Write) -> io::Result<()> {
    for (name, sentence) in &table.legend {
        if format == TableFormat::Markdown {
            let [name, sentence] = [name, sentence].map(|text| markdown::escape(text));
            writeln!(out, "- {name}: {sentence}")?;
        } else {
            writeln!(out, "{}: {}", visible(name), visible(sentence))?;
        }
    }
    Ok(())
}
