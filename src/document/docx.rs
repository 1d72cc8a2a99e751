//! Renders a page as a file of Microsoft Word, with headings, lists, tables and links that a person can edit.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, Docx, Hyperlink, HyperlinkType, IndentLevel, Level, LevelJc, LevelText,
    LineSpacing, NumberFormat, Numbering, NumberingId, PageMargin, Paragraph, Run, RunFonts,
    SpecialIndentType, Start, Style, StyleType, Table as DocxTable, TableCell, TableRow, WidthType,
};

use super::address::{Notes, is_web_page};
use super::tree::{Block, Citation, Document, Grid, Inline, Inlines, Item, NumberedSource};
use super::{Cell, Table};
use crate::text::{flat, visible, xml};

/// The author of every page.
const AUTHOR: &str = "bilateral";
/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// The width between the margins.
const TEXT_WIDTH: usize = 10_206;
const MARGIN: i32 = 850;
/// Sizes in half points.
const TEXT_SIZE: usize = 19;
const TABLE_SIZE: usize = 17;
/// The width of an average character in a table, in twentieths of a point; that of a wider font, which a word must survive;
/// and the margins of a cell.
const CHARACTER: usize = 92;
const WIDE_CHARACTER: usize = 122;
const CELL_MARGINS: usize = 230;
/// The number of characters up to which a text stays on one line.
const SHORT_TEXT: usize = 16;
/// Longer texts count as if they had so many characters.
const LONG_TEXT: usize = 60;
const HEADING_SIZES: [usize; 3] = [30, 23, 20];
const LINK_COLOUR: &str = "14418b";
/// The number of our list style; 1 is the default of the library.
const BULLETS: usize = 2;
/// The levels of lists that have a bullet of their own.
const DEPTH: usize = 4;

/// The page as the bytes of a `.docx` file.
#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail, and the archive is small"
)]
pub fn render(document: &Document) -> Vec<u8> {
    let mut page = Page {
        docx: empty(),
        notes: Notes::default(),
        breaks_before: false,
    };
    page.add_blocks(0, &document.blocks);
    page.add_notes();
    let mut parts = page.docx.build();
    parts.document_rels = sorted_links(&parts.document_rels);
    parts.doc_props.core = properties(document);
    let mut file = Cursor::new(Vec::new());
    let written = parts.pack(&mut file);
    written.expect("a file in memory");
    file.into_inner()
}

/// The part with the author, the title and the date: those of the page, so that equal pages are equal files. The library
/// writes neither an author nor a title.
#[expect(
    clippy::expect_used,
    reason = "`visible` leaves no character that XML forbids"
)]
fn properties(document: &Document) -> Vec<u8> {
    let title = document.title().map(visible).unwrap_or_default();
    let title = xml::text(&title).expect("visible characters");
    let date = document.date.iter().flat_map(|day| {
        ["created", "modified"].map(|event| {
            format!(
                "<dcterms:{event} xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:{event}>"
            )
        })
    });
    let date: String = date.collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
<dc:creator>{AUTHOR}</dc:creator><cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy>{date}</cp:coreProperties>"
    )
    .into_bytes()
}

/// The part with the addresses of links, sorted: the library writes them in the order of a hash map.
fn sorted_links(part: &[u8]) -> Vec<u8> {
    const LINK: &str = "<Relationship ";
    const END: &str = "</Relationships>";
    let text = String::from_utf8_lossy(part);
    let text = text.trim_end().trim_end_matches(END);
    let mut links = text.split(LINK);
    let head = links.next().unwrap_or_default();
    let mut links: Vec<&str> = links.collect();
    links.sort_unstable();
    let links: String = links.into_iter().flat_map(|link| [LINK, link]).collect();
    [head, &links, END].concat().into_bytes()
}

/// A document with our styles and without content.
fn empty() -> Docx {
    let margin = PageMargin::new().top(MARGIN).bottom(MARGIN);
    let docx = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin.left(MARGIN).right(MARGIN))
        .default_fonts(RunFonts::new().ascii("Arial").hi_ansi("Arial"))
        .default_size(TEXT_SIZE);
    let docx = (1..).zip(HEADING_SIZES).fold(docx, |docx, (level, size)| {
        let style = Style::new(heading_style(level), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .outline_lvl(level - 1);
        let space = LineSpacing::new().before(140).after(40);
        docx.add_style(style.size(size).bold().line_spacing(space).q_format(true))
    });
    let bullets = (0..DEPTH).fold(AbstractNumbering::new(BULLETS), |bullets, depth| {
        let level = Level::new(
            depth,
            Start::new(1),
            NumberFormat::new("bullet"),
            LevelText::new("•"),
            LevelJc::new("left"),
        );
        let left = i32::try_from(depth + 1).unwrap_or(1) * 280;
        bullets.add_level(level.indent(
            Some(left),
            Some(SpecialIndentType::Hanging(220)),
            None,
            None,
        ))
    });
    docx.add_abstract_numbering(bullets)
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

fn heading_style(level: usize) -> String {
    format!("Heading{level}")
}

/// The document so far.
struct Page<'a> {
    docx: Docx,
    notes: Notes<'a>,
    /// Whether the next heading begins a new page.
    breaks_before: bool,
}

impl<'a> Page<'a> {
    fn add_blocks(&mut self, depth: usize, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, title, .. } => self.add_heading(*level, title),
                Block::Paragraph(line) => self.add_line(Paragraph::new(), line),
                Block::Quotation(line) => {
                    let left = i32::try_from(depth + 1).unwrap_or(1) * 280;
                    self.add_line(Paragraph::new().indent(Some(left), None, None, None), line);
                }
                Block::List(items) => self.add_items(depth, items),
                Block::Table(table) => self.add_table(table),
                Block::Grid(grid) => self.add_grid(grid),
                Block::Sources(sources) => self.add_sources(sources),
                Block::PageBreak => self.breaks_before = true,
            }
        }
    }

    fn add_heading(&mut self, level: u8, title: &str) {
        let level = usize::from(level).clamp(1, HEADING_SIZES.len());
        let heading = Paragraph::new()
            .style(&heading_style(level))
            .keep_next(true)
            .page_break_before(std::mem::take(&mut self.breaks_before))
            .add_run(text(title));
        self.add(heading);
    }

    fn add_items(&mut self, depth: usize, items: &'a [Item]) {
        for item in items {
            let level = IndentLevel::new(depth.min(DEPTH - 1));
            let line = Paragraph::new().numbering(NumberingId::new(BULLETS), level);
            self.add_line(line, &item.line);
            self.add_blocks(depth + 1, &item.blocks);
        }
    }

    fn add_line(&mut self, paragraph: Paragraph, line: &'a Inlines) {
        let paragraph = self.filled(paragraph, line);
        self.add(paragraph);
    }

    fn add(&mut self, paragraph: Paragraph) {
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_paragraph(paragraph);
    }

    /// A paragraph with the pieces of a line.
    fn filled(&mut self, paragraph: Paragraph, line: &'a Inlines) -> Paragraph {
        line.iter()
            .fold(paragraph, |paragraph, inline| match inline {
                Inline::Text(words) | Inline::Entity { name: words, .. } => {
                    paragraph.add_run(text(words))
                }
                Inline::Strong(words) => paragraph.add_run(text(words).bold()),
                Inline::Command { .. } => paragraph,
                Inline::Quote(passages) => {
                    let quoted = passages.iter().map(|words| format!("“{}”", flat(words)));
                    let quoted: Vec<String> = quoted.collect();
                    paragraph.add_run(text(&quoted.join(" […] ")))
                }
                Inline::Link {
                    text: words,
                    address,
                } => linked(paragraph, words, Some(address)),
                Inline::Note(address) => match self.notes.number(address) {
                    Some(number) => {
                        let paragraph = paragraph.add_run(text(" "));
                        linked(paragraph, &format!("[{number}]"), Some(address))
                    }
                    None => paragraph,
                },
                Inline::Cite(citations) => cited(paragraph, citations),
            })
    }

    fn add_grid(&mut self, grid: &'a Grid) {
        let rows = grid.rows.iter().map(|row| {
            let cells = row.cells.iter();
            cells
                .map(|cell| self.filled(Paragraph::new(), &cell.line))
                .collect()
        });
        let rows: Vec<Vec<Paragraph>> = rows.collect();
        self.add_rows(&grid.columns, rows);
    }

    fn add_table(&mut self, table: &'a Table) {
        let cell = |cell: &Cell| match cell {
            Cell::Link { text, address } => linked(Paragraph::new(), text, Some(address)),
            cell => Paragraph::new().add_run(text(&cell.shown())),
        };
        let rows = table.rows.iter();
        let rows = rows.map(|row| row.iter().map(cell).collect()).collect();
        self.add_rows(&table.columns, rows);
    }

    /// A table whose columns are as wide as their texts are long, within limits.
    fn add_rows(&mut self, columns: &[String], rows: Vec<Vec<Paragraph>>) {
        let head = columns.iter();
        let head = head.map(|name| Paragraph::new().add_run(text(name).bold()));
        let rows: Vec<Vec<Paragraph>> = std::iter::once(head.collect()).chain(rows).collect();
        let widths = widths(&rows, columns.len());
        let row = |cells: Vec<Paragraph>| {
            let cells = cells.into_iter().zip(&widths).map(|(paragraph, width)| {
                let cell = TableCell::new().width(*width, WidthType::Dxa);
                cell.add_paragraph(paragraph.size(TABLE_SIZE))
            });
            TableRow::new(cells.collect()).cant_split()
        };
        let table = DocxTable::new(rows.into_iter().map(row).collect())
            .width(TEXT_WIDTH, WidthType::Dxa)
            .set_grid(widths.clone());
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_table(table);
    }

    /// The sources in one paragraph.
    fn add_sources(&mut self, sources: &[NumberedSource]) {
        let mut paragraph = Paragraph::new();
        for (index, source) in sources.iter().enumerate() {
            let gap = if index > 0 { " · " } else { "" };
            paragraph = paragraph.add_run(text(&format!("{gap}[{}] ", source.number)));
            paragraph = linked(paragraph, &source.name, source.address.as_deref());
            paragraph = paragraph.add_run(text(&source.detail));
        }
        self.add(paragraph.size(TABLE_SIZE));
    }

    fn add_notes(&mut self) {
        let addresses = self.notes.addresses().to_vec();
        for (number, address) in (1..).zip(addresses) {
            let line = Paragraph::new().add_run(text(&format!("[{number}] ")));
            self.add(linked(line, address, Some(address)));
        }
    }
}

/// The widths of columns. A column of short texts is as wide as its longest text; the others share the rest in proportion
/// to their longest texts. No column is narrower than its longest word, unless the words need more than the page has.
fn widths(rows: &[Vec<Paragraph>], columns: usize) -> Vec<usize> {
    let widest = |length: fn(&str) -> usize| -> Vec<usize> {
        let column = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| length(&cell.raw_text())).max()
        };
        let lengths = (0..columns).map(|at| column(at).unwrap_or_default());
        lengths.collect()
    };
    let texts = widest(|text| text.chars().count());
    let words = widest(|text| {
        let words = text.split(' ').map(|word| word.chars().count());
        words.max().unwrap_or_default()
    });
    let (short, long): (Vec<usize>, Vec<usize>) =
        (0..columns).partition(|at| texts.get(*at).is_some_and(|length| *length <= SHORT_TEXT));
    let needs = |at: usize| {
        let length = |lengths: &[usize]| lengths.get(at).copied().unwrap_or_default();
        // One more, because the names of columns are bold.
        let word = (length(&words) + 1) * WIDE_CHARACTER;
        let line = length(&texts) * CHARACTER;
        let line = if short.contains(&at) { line } else { 0 };
        word.max(line) + CELL_MARGINS
    };
    let all: usize = (0..columns).map(needs).sum();
    let weight = |at: usize| texts.get(at).copied().unwrap_or_default().min(LONG_TEXT);
    let weights = long.iter().map(|at| weight(*at)).sum::<usize>();
    let width = |at: usize| match TEXT_WIDTH.checked_sub(all) {
        Some(_) if short.contains(&at) && weights > 0 => needs(at),
        Some(rest) if weights > 0 => needs(at) + rest * weight(at) / weights,
        _ => TEXT_WIDTH * needs(at) / all.max(1),
    };
    (0..columns).map(width).collect()
}

/// ` [8, 9]`, each number with its link.
fn cited(paragraph: Paragraph, citations: &[Citation]) -> Paragraph {
    let begun = paragraph.add_run(text(" ["));
    let numbers = citations.iter().enumerate();
    let listed = numbers.fold(begun, |paragraph, (index, citation)| {
        let gap = if index > 0 { ", " } else { "" };
        let paragraph = paragraph.add_run(text(gap));
        let number = citation.number.to_string();
        linked(paragraph, &number, citation.address.as_deref())
    });
    listed.add_run(text("]"))
}

/// A text with a link, if its address is on the web.
fn linked(paragraph: Paragraph, words: &str, address: Option<&str>) -> Paragraph {
    match address.filter(|address| is_web_page(address)) {
        Some(address) => {
            let link = Hyperlink::new(visible(address), HyperlinkType::External);
            paragraph.add_hyperlink(link.add_run(text(words).color(LINK_COLOUR)))
        }
        None => paragraph.add_run(text(words)),
    }
}

fn text(words: &str) -> Run {
    Run::new().add_text(visible(words))
}
