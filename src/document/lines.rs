//! Renders pages as plain text, and as Markdown that reads well as plain text: line by line, with the notes at the end.

use super::address::Notes;
use super::rows::{Columns, markdown_head, markdown_row};
use super::table::Table;
use super::tree::{Block, Document, Inline, Inlines, Item, Style};
use crate::text::{flat, markdown, visible};

/// The mark for words left out between two passages.
const OMISSION: &str = " […] ";

/// The page in plain text or Markdown.
pub fn render(document: &Document, style: Style) -> String {
    let mut page = Page {
        is_markdown: style == Style::Markdown,
        ..Page::default()
    };
    page.add_blocks(0, &document.blocks);
    page.blank_line();
    page.add_notes();
    page.text
}

/// The page so far.
#[derive(Debug, Default)]
struct Page<'a> {
    is_markdown: bool,
    text: String,
    notes: Notes<'a>,
}

impl<'a> Page<'a> {
    fn add_blocks(&mut self, depth: usize, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, title, .. } => self.add_heading(*level, title),
                Block::Paragraph(line) => {
                    self.blank_line();
                    self.add_line(depth, "", line);
                    self.blank_line();
                }
                Block::List(items) => self.add_items(depth, items),
                Block::Quotation(line) => self.add_line(depth, "> ", line),
                Block::Table(table) => self.add_table(table),
            }
        }
    }

    fn add_heading(&mut self, level: u8, title: &str) {
        self.blank_line();
        let shown = self.escaped(title);
        if self.is_markdown {
            let mark = "#".repeat(usize::from(level));
            self.text.extend([&mark, " ", &shown, "\n"]);
        } else {
            self.text.extend([&shown, "\n"]);
            let rule = if level == 1 { "=" } else { "-" };
            if level < 3 {
                let rule = rule.repeat(shown.chars().count());
                self.text.extend([&rule, "\n"]);
            }
        }
        self.blank_line();
    }

    fn add_items(&mut self, depth: usize, items: &'a [Item]) {
        for item in items {
            self.add_line(depth, "- ", &item.line);
            self.add_blocks(depth + 1, &item.blocks);
        }
    }

    fn add_line(&mut self, depth: usize, mark: &str, line: &'a Inlines) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(mark);
        for inline in line.iter() {
            self.add_inline(inline);
        }
        self.text.push('\n');
    }

    fn add_inline(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Text(text) | Inline::Entity { name: text, .. } => {
                self.text.push_str(&self.escaped(text));
            }
            Inline::Strong(text) if self.is_markdown => {
                self.text.extend(["**", &self.escaped(text), "**"]);
            }
            Inline::Strong(text) => self.text.push_str(&self.escaped(text)),
            Inline::Quote(passages) => {
                let quoted = passages.iter();
                let quoted = quoted.map(|words| ["“", &self.escaped(&flat(words)), "”"].concat());
                let quoted: Vec<String> = quoted.collect();
                self.text.push_str(&quoted.join(OMISSION));
            }
            Inline::Link { text, address } => {
                self.text.push_str(&self.escaped(text));
                self.add_note(address);
            }
            Inline::Note(address) => self.add_note(address),
        }
    }

    fn add_note(&mut self, address: &'a str) {
        if let Some(number) = self.notes.number(address) {
            self.text.extend([" [", &number.to_string(), "]"]);
        }
    }

    /// The addresses of the notes. In Markdown they make links of the bracketed numbers in the text.
    fn add_notes(&mut self) {
        for (index, address) in self.notes.addresses().iter().enumerate() {
            let number = (index + 1).to_string();
            let address = visible(address);
            if self.is_markdown {
                let address = address.replace(['<', '>'], "");
                self.text.extend(["[", &number, "]: <", &address, ">\n"]);
            } else {
                self.text.extend(["[", &number, "] ", &address, "\n"]);
            }
        }
    }

    fn add_table(&mut self, table: &Table) {
        self.blank_line();
        let rows = table.rows.iter();
        if self.is_markdown {
            self.text.push_str(&markdown_head(&table.columns));
            self.text.extend(rows.map(|row| markdown_row(row)));
        } else {
            let columns = Columns::of(&table.columns, &table.rows);
            self.text.push_str(&columns.head(&table.columns));
            self.text.extend(rows.map(|row| columns.row(row)));
        }
        self.blank_line();
    }

    fn escaped(&self, text: &str) -> String {
        if self.is_markdown {
            markdown::escape(text)
        } else {
            visible(text).into_owned()
        }
    }

    fn blank_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}
