//! A pipe table, in [GitHub's Markdown](https://github.github.com/gfm/#tables-extension-).

use std::io::Write;

use super::{ResultsError, cells, header, visible};
use crate::source::Solutions;

pub fn rows(solutions: Solutions, out: &mut dyn Write) -> Result<usize, ResultsError> {
    let header = header(&solutions);
    line(&header, out)?;
    writeln!(out, "|{}", " --- |".repeat(header.len()))?;
    let mut written = 0;
    for row in solutions {
        line(&cells(&row?), out)?;
        written += 1;
    }
    Ok(written)
}

fn line(cells: &[String], out: &mut dyn Write) -> Result<(), ResultsError> {
    write!(out, "|")?;
    for cell in cells {
        write!(out, " {} |", escape(cell))?;
    }
    writeln!(out)?;
    Ok(())
}

/// A text as Markdown that shows it, on one line: what would be markup, a cell's end or HTML is escaped.
///
/// `<` and `>` become entities, which are safe in renderers that pass HTML on, too; so does an `&` that
/// begins something like an entity.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len());
    for (offset, c) in text.char_indices() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' if begins_entity(text.get(offset..).unwrap_or_default()) => {
                escaped.push_str("&amp;");
            }
            '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '|' | '$' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Whether a text begins like `&amp;` or `&#38;`: a name or a number up to a semicolon.
fn begins_entity(text: &str) -> bool {
    let name = text.trim_start_matches('&').trim_start_matches('#');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && name.get(end..).is_some_and(|rest| rest.starts_with(';')))
}
