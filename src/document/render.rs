//! Renders a page in one of its styles.

#[cfg(feature = "docx")]
use super::docx;
use super::tree::{Document, Style};
use super::{html, lines};

/// The file format of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageFormat {
    /// Text wrapped to the columns of a terminal.
    Terminal(u16),
    /// Text without markup.
    Text,
    /// Markdown, as [GitHub](https://github.github.com/gfm/) reads it.
    Markdown,
    /// A file in [HTML](https://html.spec.whatwg.org) that needs no other file, for a screen and for A4 paper.
    Html,
    /// A file of Microsoft Word, [Office Open XML](https://ecma-international.org/publications-and-standards/standards/ecma-376/).
    #[cfg(feature = "docx")]
    Docx,
}

impl Document {
    /// The page as text.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        match style {
            Style::Markdown | Style::Plain => lines::render(self, style, None),
            Style::Html => self.to_html(|_| None),
        }
    }

    /// The page as a file.
    #[must_use]
    pub fn to_file(&self, format: PageFormat) -> Vec<u8> {
        let text = match format {
            PageFormat::Terminal(width) => lines::render(self, Style::Plain, Some(width)),
            PageFormat::Text => self.render(Style::Plain),
            PageFormat::Markdown => self.render(Style::Markdown),
            PageFormat::Html => html::render_file(self),
            #[cfg(feature = "docx")]
            PageFormat::Docx => return docx::render(self),
        };
        text.into_bytes()
    }

    /// The page as an `<article>` in HTML, with the names of entities linked to the addresses that `entity_page`
    /// returns for their ids.
    ///
    /// An address on the web and one without a scheme become links; others, such as `javascript:…`, do not.
    #[must_use]
    pub fn to_html(&self, entity_page: impl Fn(&str) -> Option<String>) -> String {
        html::render(self, &entity_page)
    }
}
