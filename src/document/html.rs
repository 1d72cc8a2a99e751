//! Renders a page as a fragment of HTML that is also well-formed XML: semantic elements, no style, no script.

use std::collections::BTreeSet;

use super::address::{Notes, is_harmless, is_web_page};
use super::table::{Cell, Table};
use super::tree::{Block, Citation, Document, Grid, Inline, Inlines, Item, NumberedSource};
use crate::text::{flat, visible, xml};

/// The page as an `<article>`.
pub fn render(document: &Document, entity_page: &dyn Fn(&str) -> Option<String>) -> String {
    let mut page = Page {
        html: String::new(),
        notes: Notes::default(),
        anchors: BTreeSet::new(),
        address_of: entity_page,
    };
    page.html.push_str("<article>\n");
    page.add_blocks(&document.blocks);
    page.add_notes();
    page.html.push_str("</article>\n");
    page.html
}

/// The look of a page on a screen and on paper.
const LOOK: &str = include_str!("page.css");

/// The page as a file of its own, which needs no other file.
#[expect(
    clippy::expect_used,
    reason = "`visible` leaves no character that XML forbids"
)]
pub fn render_file(document: &Document) -> String {
    let title = document.title().map(visible).unwrap_or_default();
    let title = xml::text(&title).expect("visible characters");
    let article = render(document, &|_| None);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>{title}</title>\n\
<style>\n{LOOK}</style>\n</head>\n<body>\n{article}</body>\n</html>\n"
    )
}

/// The page so far.
struct Page<'a> {
    html: String,
    notes: Notes<'a>,
    /// The anchors so far, because each must be unique.
    anchors: BTreeSet<String>,
    /// Returns the address of an entity's page.
    address_of: &'a dyn Fn(&str) -> Option<String>,
}

impl<'a> Page<'a> {
    fn add_blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Heading {
                    level,
                    title,
                    anchor,
                } => {
                    let name = format!("h{}", (*level).clamp(1, 6));
                    self.open(&name, anchor.as_deref(), &[]);
                    self.add_text(title);
                    self.close(&name);
                }
                Block::Paragraph(line) => {
                    self.html.push_str("<p>");
                    self.add_line(line);
                    self.close("p");
                }
                Block::List(items) if items.is_empty() => {}
                Block::List(items) => self.add_items(items),
                Block::Quotation(line) => {
                    self.html.push_str("<blockquote><p>");
                    self.add_line(line);
                    self.html.push_str("</p>");
                    self.close("blockquote");
                }
                Block::Table(table) => self.add_table(table),
                Block::Grid(grid) => self.add_grid(grid),
                Block::Sources(sources) => self.add_sources(sources),
                Block::PageBreak => self.html.push_str("<div class=\"page-break\"></div>\n"),
            }
        }
    }

    fn add_items(&mut self, items: &'a [Item]) {
        self.html.push_str("<ul>\n");
        for item in items {
            self.open("li", item.anchor.as_deref(), &item.acts);
            self.add_line(&item.line);
            if !item.blocks.is_empty() {
                self.html.push('\n');
                self.add_blocks(&item.blocks);
            }
            self.close("li");
        }
        self.close("ul");
    }

    fn add_line(&mut self, line: &'a Inlines) {
        for inline in line.iter() {
            match inline {
                Inline::Strong(text) => self.add_element("strong", text),
                Inline::Command { .. } => {}
                Inline::Quote(passages) => {
                    for (index, words) in passages.iter().enumerate() {
                        self.html.push_str(if index > 0 { " […] " } else { "" });
                        self.add_element("q", &flat(words));
                    }
                }
                Inline::Entity { name, id } => match (self.address_of)(id) {
                    Some(page) if is_harmless(&page) => self.add_link(&page, name),
                    _ => self.add_text(name),
                },
                Inline::Link { text, address } if is_web_page(address) => {
                    self.add_link(address, text);
                }
                Inline::Text(text) | Inline::Link { text, .. } => self.add_text(text),
                Inline::Cite(citations) => self.add_citations(citations),
                Inline::Note(address) => {
                    if let Some(number) = self.notes.number(address) {
                        self.html.push_str(" <sup>");
                        self.add_link(address, &number.to_string());
                        self.html.push_str("</sup>");
                    }
                }
            }
        }
    }

    /// ` <span class="cite">[<a href="…">8</a>, 9]</span>`
    fn add_citations(&mut self, citations: &[Citation]) {
        self.html.push_str(" <span class=\"cite\">[");
        for (index, citation) in citations.iter().enumerate() {
            self.html.push_str(if index > 0 { ", " } else { "" });
            let number = citation.number.to_string();
            match citation.address.as_deref().filter(|page| is_web_page(page)) {
                Some(address) => self.add_link(address, &number),
                None => self.html.push_str(&number),
            }
        }
        self.html.push_str("]</span>");
    }

    fn add_grid(&mut self, grid: &'a Grid) {
        self.add_head("<table class=\"grid\">", &grid.columns);
        for row in &grid.rows {
            self.open("tr", None, &row.acts);
            for cell in &row.cells {
                self.open("td", None, &cell.acts);
                self.add_line(&cell.line);
                self.html.push_str("</td>");
            }
            self.close("tr");
        }
        self.html.push_str("</tbody>\n");
        self.close("table");
    }

    fn add_sources(&mut self, sources: &'a [NumberedSource]) {
        self.html.push_str("<ul class=\"sources\">\n");
        for source in sources {
            self.html.push_str("<li>");
            self.html.extend(["[", &source.number.to_string(), "] "]);
            match source.address.as_deref().filter(|page| is_web_page(page)) {
                Some(address) => self.add_link(address, &source.name),
                None => self.add_text(&source.name),
            }
            self.add_text(&source.detail);
            self.close("li");
        }
        self.close("ul");
    }

    /// Opens a table: the names of its columns.
    fn add_head(&mut self, tag: &str, columns: &[String]) {
        self.html.extend([tag, "\n<thead><tr>"]);
        for name in columns {
            self.html.push_str("<th scope=\"col\">");
            self.add_text(name);
            self.html.push_str("</th>");
        }
        self.html.push_str("</tr></thead>\n<tbody>\n");
    }

    fn add_table(&mut self, table: &'a Table) {
        self.add_head("<table>", &table.columns);
        for row in &table.rows {
            self.html.push_str("<tr>");
            for cell in row {
                self.add_cell(cell);
            }
            self.close("tr");
        }
        self.html.push_str("</tbody>\n");
        self.close("table");
    }

    fn add_cell(&mut self, cell: &'a Cell) {
        self.html.push_str(if cell.is_numeric() {
            "<td class=\"number\">"
        } else {
            "<td>"
        });
        match cell {
            Cell::Link { text, address } if is_web_page(address) => self.add_link(address, text),
            Cell::Date(date) if is_date(date) => self.add_element("time", date),
            cell => self.add_text(&cell.shown()),
        }
        self.html.push_str("</td>");
    }

    /// The addresses of the notes, for printed pages.
    fn add_notes(&mut self) {
        let addresses = self.notes.addresses().to_vec();
        if addresses.is_empty() {
            return;
        }
        self.html.push_str("<ol>\n");
        for address in addresses {
            self.html.push_str("<li>");
            self.add_link(address, address);
            self.close("li");
        }
        self.close("ol");
    }

    fn add_link(&mut self, address: &str, text: &str) {
        self.html.push_str("<a");
        self.add_attribute("href", address);
        self.html.push('>');
        self.add_text(text);
        self.html.push_str("</a>");
    }

    fn add_element(&mut self, name: &str, text: &str) {
        self.html.extend(["<", name, ">"]);
        self.add_text(text);
        self.html.extend(["</", name, ">"]);
    }

    /// Opens an element with its acts and its anchor, unless another element has that anchor. An anchor is one word.
    fn open(&mut self, name: &str, anchor: Option<&str>, acts: &[String]) {
        self.html.extend(["<", name]);
        let anchor = anchor.map(|anchor| flat(anchor).replace(' ', "-"));
        if let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty())
            && self.anchors.insert(anchor.clone())
        {
            self.add_attribute("id", &anchor);
        }
        if !acts.is_empty() {
            self.add_attribute("data-acts", &acts.join(" "));
        }
        self.html.push('>');
    }

    fn close(&mut self, name: &str) {
        self.html.extend(["</", name, ">\n"]);
    }

    #[expect(
        clippy::expect_used,
        reason = "`visible` leaves no character that XML forbids"
    )]
    fn add_text(&mut self, text: &str) {
        xml::add_text(&mut self.html, &visible(text)).expect("visible characters");
    }

    #[expect(
        clippy::expect_used,
        reason = "`visible` leaves no character that XML forbids"
    )]
    fn add_attribute(&mut self, name: &str, value: &str) {
        xml::add_attribute(&mut self.html, name, &visible(value)).expect("visible characters");
    }
}

/// Whether HTML accepts a date: a year, a month or a day.
fn is_date(date: &str) -> bool {
    let lengths: Vec<usize> = date.split('-').map(str::len).collect();
    let is_digit = |c: char| c.is_ascii_digit() || c == '-';
    matches!(lengths[..], [4] | [4, 2] | [4, 2, 2]) && date.chars().all(is_digit)
}
