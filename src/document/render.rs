//! Renders a page in one of its styles.

use super::tree::{Document, Style};
use super::{html, lines};

impl Document {
    /// The page as text.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        match style {
            Style::Markdown | Style::Plain => lines::render(self, style),
            Style::Html => self.to_html(|_| None),
        }
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
