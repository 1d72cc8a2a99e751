//! Renders pages as plain text, and as Markdown that reads well as plain text: line by line, with the notes at the end.

use super::address::{Notes, is_web_page};
use super::fit::ColumnChoice;
use super::rows::{Columns, markdown_head, markdown_row};
use super::table::{Cell, Table};
use super::terminal::{Layout, write_terminal};
use super::tree::{Block, Citation, Document, Grid, Inline, Inlines, Item, NumberedSource, Style};
use super::wrap::wrapped;
use crate::text::{flat, markdown, visible};

/// The mark for words left out between two passages.
const OMISSION: &str = " […] ";

/// The width of a table of lines in plain text.
const GRID_WIDTH: u16 = 100;

/// The page in plain text or Markdown; with a width, lines are wrapped.
pub fn render(document: &Document, style: Style, width: Option<u16>) -> String {
    let mut page = Page {
        is_markdown: style == Style::Markdown,
        width,
        ..Page::default()
    };
    page.add_blocks(0, &document.blocks);
    page.blank_line();
    page.add_notes();
    let content = page.text.trim_end_matches('\n').len();
    page.text.truncate(content);
    page.text.push('\n');
    page.text
}

/// The page so far.
#[derive(Debug, Default)]
struct Page<'a> {
    is_markdown: bool,
    width: Option<u16>,
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
                Block::Grid(grid) => self.add_grid(grid),
                Block::Sources(sources) => self.add_sources(sources),
                Block::PageBreak => self.blank_line(),
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
        let begin = self.text.len();
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(mark);
        let indent = self.text.len() - begin;
        for inline in line.iter() {
            self.add_inline(inline);
        }
        self.wrap(begin, indent);
        self.text.push('\n');
    }

    /// Wraps the line that begins at an offset.
    fn wrap(&mut self, begin: usize, indent: usize) {
        if let Some(width) = self.width {
            let line = self.text.split_off(begin);
            self.text.push_str(&wrapped(&line, width.into(), indent));
        }
    }

    /// The text of a line on its own.
    fn line(&mut self, line: &'a Inlines) -> String {
        let begin = self.text.len();
        for inline in line.iter() {
            self.add_inline(inline);
        }
        self.text.split_off(begin)
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
            Inline::Command { lead, command } => {
                // A backquote would end the code.
                let command = visible(command).replace('`', "'");
                self.text.extend([&*self.escaped(lead), "`", &command, "`"]);
            }
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
            Inline::Cite(citations) => self.add_citations(citations),
        }
    }

    /// ` [8, 9]`
    fn add_citations(&mut self, citations: &[Citation]) {
        let numbers = citations.iter().map(|citation| citation.number.to_string());
        let numbers: Vec<String> = numbers.collect();
        self.text.extend([" [", &numbers.join(", "), "]"]);
    }

    /// One source a line; in Markdown, lines that follow each other make one paragraph.
    fn add_sources(&mut self, sources: &'a [NumberedSource]) {
        self.blank_line();
        for (index, source) in sources.iter().enumerate() {
            let address = source.address.as_deref().filter(|page| is_web_page(page));
            let name = self.escaped(&source.name);
            let detail = self.escaped(&source.detail);
            let number = source.number;
            let begin = self.text.len();
            match address {
                Some(address) if self.is_markdown => {
                    let address = visible(address).replace(['<', '>'], "");
                    let line = format!("[{number}] [{name}](<{address}>){detail}");
                    self.text.push_str(&line);
                }
                address => {
                    let line = format!("[{number}] {name}{detail}");
                    self.text.push_str(&line);
                    if let Some(address) = address {
                        self.text.extend([" ", &visible(address)]);
                    }
                }
            }
            self.wrap(begin, 4);
            let is_last = index + 1 == sources.len();
            let end = if self.is_markdown && !is_last {
                " ·\n"
            } else {
                "\n"
            };
            self.text.push_str(end);
        }
        self.blank_line();
    }

    #[expect(clippy::expect_used, reason = "writing to memory cannot fail")]
    fn add_grid(&mut self, grid: &'a Grid) {
        self.blank_line();
        let rows = grid.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| self.line(&cell.line));
            cells.collect::<Vec<String>>()
        });
        let rows: Vec<Vec<String>> = rows.collect();
        if self.is_markdown {
            self.text.push_str(&markdown_head(&grid.columns));
            for row in rows {
                self.text.extend(["| ", &row.join(" | "), " |\n"]);
            }
        } else {
            let cells = |row: Vec<String>| row.into_iter().map(Cell::Text).collect();
            let rows: Vec<Vec<Cell>> = rows.into_iter().map(cells).collect();
            let layout = Layout {
                width: Some(self.width.unwrap_or(GRID_WIDTH)),
                columns: ColumnChoice::All,
                ..Layout::default()
            };
            let mut drawn = Vec::new();
            write_terminal(&grid.columns, &rows, layout, &mut drawn).expect("memory");
            self.text.push_str(&String::from_utf8_lossy(&drawn));
        }
        self.blank_line();
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
