//! A page of Markdown that reads well as plain text, too: links are numbered and stand at the end.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::export::results::escape;
use crate::model::text_fragment;
use crate::page::records::{Inferred, Record};

/// The page so far.
#[derive(Debug, Default)]
pub(super) struct Markdown {
    text: String,
    links: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl Markdown {
    pub(super) fn heading(&mut self, level: usize, title: &str) {
        self.blank_line();
        self.line(&format!("{} {}", "#".repeat(level), escape(title)));
        self.blank_line();
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.blank_line();
        self.line(&escape(text));
        self.blank_line();
    }

    /// A line of a list; the text is Markdown already.
    pub(super) fn item(&mut self, depth: usize, markdown: &str) {
        self.line(&format!("{}- {markdown}", "  ".repeat(depth)));
    }

    /// What stands below the line of an act: its words, the remark on it, and what of it is inferred.
    pub(super) fn below(&mut self, act: &Record) {
        self.words_of(act);
        self.remarks_on(act);
    }

    /// The remark on an act, and what of it is inferred.
    pub(super) fn remarks_on(&mut self, act: &Record) {
        if let Some(note) = &act.note {
            self.item(1, &format!("note: {}", escape(note)));
        }
        self.inferences(&act.inferences);
    }

    /// The words of an act, below its line.
    fn words_of(&mut self, act: &Record) {
        if let Some(words) = self.words(&act.passages, &act.page, act.quote.as_deref()) {
            self.line(&format!("  > {words}"));
        }
    }

    /// Passages between quotation marks, with a link to them; where the words may not be stored, the gist.
    pub(super) fn words(
        &mut self,
        passages: &[String],
        page: &str,
        gist: Option<&str>,
    ) -> Option<String> {
        if passages.is_empty() {
            let gist = gist?;
            let link = self.link(page, &[]);
            return Some(format!(
                "{} (in our words; not verifiable here){link}",
                escape(gist)
            ));
        }
        let quoted: Vec<String> = passages.iter().map(|passage| quoted(passage)).collect();
        Some(format!(
            "{}{}",
            quoted.join(" […] "),
            self.link(page, passages)
        ))
    }

    /// What was inferred of the thing told above, and why.
    pub(super) fn inferences(&mut self, inferences: &[Inferred]) {
        for inference in inferences {
            let printed = inference
                .printed
                .as_deref()
                .map(|printed| format!(", printed {}", quoted(printed)));
            let link = inference
                .source
                .as_deref()
                .map(|source| self.link(source, &[]));
            let told = format!(
                "inferred: {} {}{}: {}{}",
                spaced(&inference.property),
                escape(&inference.value),
                printed.unwrap_or_default(),
                escape(&inference.because),
                link.unwrap_or_default()
            );
            self.item(1, &told);
        }
    }

    /// ` [n]`, where the page can be linked to.
    pub(super) fn link(&mut self, page: &str, passages: &[String]) -> String {
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

    pub(super) fn finish(mut self) -> String {
        self.blank_line();
        for (index, address) in self.links.iter().enumerate() {
            // Writing into a String never fails.
            let _ = writeln!(
                self.text,
                "[{}]: <{}>",
                index + 1,
                address.replace(['<', '>'], "")
            );
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

/// The name of a property as words: `endDate` becomes `end date`.
fn spaced(property: &str) -> String {
    property
        .chars()
        .fold(String::new(), |mut words, character| {
            if character.is_uppercase() {
                words.push(' ');
            }
            words.extend(character.to_lowercase());
            words
        })
}

/// Words between quotation marks, on one line.
pub(super) fn quoted(words: &str) -> String {
    let folded: Vec<&str> = words.split_whitespace().collect();
    format!("“{}”", escape(&folded.join(" ")))
}
