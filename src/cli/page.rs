//! Writes pages in the requested format.

use std::path::Path;

use super::error::CliError;
use super::format::{self, Named};
use super::options::{OutputArgs, PageArgs, SpanArgs};
use super::output;
use super::terminal::Terminal;
use crate::document::{Document, PageFormat};
use crate::report::{DateSpan, NoContent};

/// The formats of pages by name.
pub const FORMATS: [Named<PageFormat>; 4] = [
    (PageFormat::Text, &["txt", "text", "text/plain"]),
    (PageFormat::Markdown, &["md", "markdown", "text/markdown"]),
    (PageFormat::Html, &["html", "htm", "text/html"]),
    (PageFormat::Docx, &["docx", DOCX]),
];
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The format that was typed or that the file extension names; otherwise plain text.
pub fn format(arguments: &PageArgs) -> Result<PageFormat, CliError> {
    let path = arguments.output.output.as_deref();
    let format = format::choose(arguments.format.as_deref(), path, &FORMATS)?;
    refuse_terminal(format, path)?;
    Ok(format)
}

/// Like [`format()`], but defaults to Markdown, and at a terminal to text that fits it.
pub fn format_of_brief(
    typed: Option<&str>,
    path: Option<&Path>,
    terminal: Terminal,
) -> Result<PageFormat, CliError> {
    let found = format::find(typed, path, &FORMATS)?;
    let fitting = terminal.width(path).map(PageFormat::Terminal);
    let format = found.or(fitting).unwrap_or(PageFormat::Markdown);
    refuse_terminal(format, path)?;
    Ok(format)
}

/// Refuses to write a Word document to a terminal.
pub fn refuse_terminal(format: PageFormat, path: Option<&Path>) -> Result<(), CliError> {
    match format {
        PageFormat::Docx => output::refuse_terminal("a Word document", "page.docx", path),
        _ => Ok(()),
    }
}

/// The span of time, as typed.
pub fn span(arguments: SpanArgs) -> DateSpan {
    DateSpan {
        since: arguments.since,
        until: arguments.until,
    }
}

/// Writes a page to the requested destination; if it has no content, says that no `what` is recorded.
pub fn write(
    page: Result<Document, NoContent>,
    format: PageFormat,
    output: &OutputArgs,
    what: impl FnOnce() -> String,
) -> Result<(), CliError> {
    match page {
        Ok(page) => output::write_all(output.output.as_deref(), &page.to_file(format)),
        Err(none) => {
            Terminal::note(&format!("0 results: {}", none.of(&what())));
            Ok(())
        }
    }
}
