//! A page in the making: Markdown that reads well as plain text, or plain text; links are numbered and stand at the end.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::text_fragment;
use crate::text::markdown::escape;
use crate::text::visible;

/// What a page is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Markdown, as [GitHub](https://github.github.com/gfm/) reads it.
    #[default]
    Markdown,
    /// Text for a terminal or a mail.
    Plain,
}

/// The page so far.
#[derive(Debug, Default)]
pub struct Markup {
    style: Style,
    text: String,
    links: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl Markup {
    pub(crate) fn new(style: Style) -> Self {
        Self {
            style,
            ..Self::default()
        }
    }

    /// A heading, 1 being that of the page.
    pub(crate) fn heading(&mut self, level: usize, title: &str) {
        self.blank_line();
        let title = self.shown(title);
        match self.style {
            Style::Markdown => self.line(&format!("{} {title}", "#".repeat(level))),
            Style::Plain => {
                self.line(&title);
                let rule = if level == 1 { "=" } else { "-" };
                if level < 3 {
                    self.line(&rule.repeat(title.chars().count()));
                }
            }
        }
        self.blank_line();
    }

    pub(crate) fn paragraph(&mut self, text: &str) {
        self.blank_line();
        self.line(&self.shown(text));
        self.blank_line();
    }

    /// A line of a list; the text is marked up already.
    pub(crate) fn item(&mut self, depth: usize, marked: &str) {
        self.line(&format!("{}- {marked}", "  ".repeat(depth)));
    }

    /// Words that somebody else said, below a line of a list; marked up already.
    pub(crate) fn citation(&mut self, depth: usize, marked: &str) {
        self.line(&format!("{}> {marked}", "  ".repeat(depth)));
    }

    /// A text that means nothing but itself.
    pub(crate) fn shown(&self, text: &str) -> String {
        match self.style {
            Style::Markdown => escape(text),
            Style::Plain => visible(text).into_owned(),
        }
    }

    /// A text that stands out.
    pub(crate) fn strong(&self, text: &str) -> String {
        match self.style {
            Style::Markdown => format!("**{}**", escape(text)),
            Style::Plain => visible(text).into_owned(),
        }
    }

    /// Words between quotation marks, on one line.
    pub(crate) fn quoted(&self, words: &str) -> String {
        let folded: Vec<&str> = words.split_whitespace().collect();
        format!("“{}”", self.shown(&folded.join(" ")))
    }

    /// ` [n]`, where the page can be linked to; it opens at the passages.
    pub(crate) fn link(&mut self, page: &str, passages: &[String]) -> String {
        let Some(address) = text_fragment(page, passages.iter().map(String::as_str)) else {
            return String::new();
        };
        let next = self.links.len() + 1;
        let number = *self.numbers.entry(address.clone()).or_insert(next);
        if number == next {
            self.links.push(address);
        }
        format!(" [{number}]")
    }

    /// The page with the addresses of its links.
    pub(crate) fn finish(mut self) -> String {
        self.blank_line();
        for (index, address) in self.links.iter().enumerate() {
            let number = index + 1;
            let address = address.replace(['<', '>'], "");
            // Writing into a String never fails.
            let _ = match self.style {
                Style::Markdown => writeln!(self.text, "[{number}]: <{address}>"),
                Style::Plain => writeln!(self.text, "[{number}] {}", visible(&address)),
            };
        }
        self.text
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn blank_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}
