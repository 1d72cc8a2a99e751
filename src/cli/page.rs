//! Writes pages in the requested style.

use super::error::CliError;
use super::format::{self, Named};
use super::options::{OutputArgs, PageArgs, SpanArgs};
use super::output;
use super::terminal::Terminal;
use crate::document::{Document, Style};
use crate::report::Span;

/// The styles of pages by name.
pub const STYLES: [Named<Style>; 2] = [
    (Style::Plain, &["txt", "text", "text/plain"]),
    (Style::Markdown, &["md", "markdown", "text/markdown"]),
];

/// The style that was typed or that the file extension names; otherwise plain text.
pub fn style(arguments: &PageArgs) -> Result<Style, CliError> {
    let path = arguments.output.output.as_deref();
    format::choose(arguments.format.as_deref(), path, &STYLES)
}

/// The span of time, as typed.
pub fn span(arguments: SpanArgs) -> Span {
    Span {
        since: arguments.since,
        until: arguments.until,
    }
}

/// Writes a page to the requested destination; if there is no page, says why.
pub fn write(
    page: Option<Document>,
    style: Style,
    output: &OutputArgs,
    none: impl FnOnce() -> String,
) -> Result<(), CliError> {
    if let Some(page) = page {
        let text = page.render(style);
        return output::write_all(output.output.as_deref(), text.as_bytes());
    }
    Terminal::note(&format!("0 results: {}", none()));
    Ok(())
}
