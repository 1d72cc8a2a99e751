//! Tables below each other, each under its title and above what its columns mean.

use std::borrow::Cow;
use std::io::Write;

use super::solutions;
use crate::export::results::{self, Layout, ResultFormat, ResultsError};
use crate::network::analysis::{Table, Value};
use crate::text::markdown::escape;
use crate::text::visible;

/// Writes tables for people to read, in Markdown or as a terminal shows them.
///
/// # Errors
/// [`ResultsError::Write`] where the writer fails.
pub fn page(
    title: &str,
    tables: &[Table],
    format: ResultFormat,
    out: &mut dyn Write,
    layout: Layout,
) -> Result<(), ResultsError> {
    let is_markdown = format == ResultFormat::Markdown;
    if is_markdown {
        writeln!(out, "# {}", escape(title))?;
    } else {
        writeln!(out, "{}", visible(title))?;
    }
    for table in tables {
        if is_markdown {
            writeln!(out, "\n## {}\n", escape(&table.title))?;
        } else {
            writeln!(out, "\n{}", visible(&table.title))?;
        }
        let upright = upright(table);
        let shown = solutions::rounded(&upright.without_names());
        results::write(shown, format, out, layout)?;
        if matches!(upright, Cow::Borrowed(_)) && !table.legend.is_empty() {
            writeln!(out)?;
            legend(table, is_markdown, out)?;
        }
    }
    Ok(())
}

fn legend(table: &Table, is_markdown: bool, out: &mut dyn Write) -> Result<(), ResultsError> {
    for (name, sentence) in &table.legend {
        if is_markdown {
            writeln!(out, "- {}: {}", escape(name), escape(sentence))?;
        } else {
            writeln!(out, "{}: {}", visible(name), visible(sentence))?;
        }
    }
    Ok(())
}

/// A table whose only row is about the whole turned on its side: each measure a row, with what it means.
pub fn upright(table: &Table) -> Cow<'_, Table> {
    let measured = table.legend.iter().map(|(name, _)| name);
    let [row] = table.rows.as_slice() else {
        return Cow::Borrowed(table);
    };
    if !table.columns.iter().eq(measured) {
        return Cow::Borrowed(table);
    }
    let text = |text: &String| Some(Value::Text(text.clone()));
    let rows = table.legend.iter().zip(row);
    Cow::Owned(Table {
        columns: ["measure", "value", "meaning"].map(str::to_owned).to_vec(),
        rows: rows
            .map(|((name, sentence), value)| vec![text(name), value.clone(), text(sentence)])
            .collect(),
        ..table.clone()
    })
}
