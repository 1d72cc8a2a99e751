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

/// The format that was typed or that the file extension names; otherwise plain text, which fits a terminal.
pub fn format(arguments: &PageArgs, terminal: Terminal) -> Result<PageFormat, CliError> {
    let path = arguments.output.output.as_deref();
    let found = format::find(arguments.format.as_deref(), path, &FORMATS)?;
    let format = found.unwrap_or(PageFormat::Text);
    refuse_terminal(format, path)?;
    Ok(fitted(format, terminal.width(path)))
}

/// Like [`format()`], but defaults to Markdown, and at a terminal to text that fits it.
pub fn format_of_brief(
    typed: Option<&str>,
    path: Option<&Path>,
    terminal: Terminal,
) -> Result<PageFormat, CliError> {
    let found = format::find(typed, path, &FORMATS)?;
    let width = terminal.width(path);
    let default = width.map_or(PageFormat::Markdown, PageFormat::Terminal);
    let format = found.unwrap_or(default);
    refuse_terminal(format, path)?;
    Ok(fitted(format, width))
}

/// Refuses to write a Word document to a terminal.
pub fn refuse_terminal(format: PageFormat, path: Option<&Path>) -> Result<(), CliError> {
    match format {
        PageFormat::Docx => output::refuse_terminal("a Word document", "page.docx", path),
        _ => Ok(()),
    }
}

/// Plain text in the width of the terminal, if it goes there; any other format as it is.
pub fn fitted(format: PageFormat, width: Option<u16>) -> PageFormat {
    let width = width.filter(|_| format == PageFormat::Text);
    width.map_or(format, PageFormat::Terminal)
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

#[cfg(test)]
mod tests {
    use super::{PageFormat, fitted};

    #[test]
    fn text_for_a_terminal_is_wrapped_and_nothing_else_is() {
        assert_eq!(fitted(PageFormat::Text, Some(80)), PageFormat::Terminal(80));
        assert_eq!(fitted(PageFormat::Text, None), PageFormat::Text);
        assert_eq!(fitted(PageFormat::Markdown, Some(80)), PageFormat::Markdown);
    }
}
