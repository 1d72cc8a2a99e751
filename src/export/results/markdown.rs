//! A pipe table, in [GitHub's Markdown](https://github.github.com/gfm/#tables-extension-).

use std::io::Write;

use super::{ResultsError, cells, header, visible};
use crate::source::Solutions;

pub(super) fn rows(solutions: Solutions, out: &mut dyn Write) -> Result<usize, ResultsError> {
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
/// `<`, `>` and `&` become entities, which are safe in renderers that pass HTML on, too.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '|' | '$' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}
