//! Pages and tables in every style.

#![expect(
    clippy::expect_used,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::collections::BTreeSet;

use bilateral::derive::derive;
use bilateral::document::{
    Block, Cell, Citation, Document, Grid, GridCell, GridRow, Inline, Inlines, Item,
    NumberedSource, PageFormat, Style, Table, TableFormat, word_count,
};
use bilateral::dossier::built_in;
use bilateral::load::load;
use bilateral::model::InferencePolicy;
use bilateral::records::Records;
use bilateral::report::{BriefRequest, DateSpan, brief, show, timeline};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A page with every kind of block and of inline run.
fn page() -> Document {
    let offer = Item::new(
        Inlines::new()
            .strong("Offer")
            .text(" (4): ")
            .entity("Belarus", "id:belarus")
            .text(" offers cement"),
    )
    .anchored("2017.materials")
    .with([
        Block::Quotation(
            Inlines::new()
                .quotes(["We can  supply\nyou", "cement"])
                .text(" — a speaker")
                .note(Some("https://a.example/#:~:text=We&text=cement")),
        ),
        Block::List(vec![
            Item::text("note: R&D <b>"),
            Item::new(Inlines::from("told by B").note(Some("https://b.example"))),
        ]),
    ]);
    Document::new(vec![
        Block::heading(1, "A and B"),
        Block::Paragraph(Inlines::from("See ").with(Inline::Link {
            text: "the page".to_owned(),
            address: "https://b.example".to_owned(),
        })),
        Block::heading(3, "Construction"),
        Block::List(vec![offer, Item::text("another")]),
        Block::Table(table()),
        Block::PageBreak,
        Block::Grid(Grid {
            columns: ["what", "outcome"].map(str::to_owned).to_vec(),
            rows: vec![GridRow {
                cells: vec![
                    GridCell::new(
                        Inlines::new()
                            .strong("cement")
                            .cite(vec![citation(1), citation(2)]),
                    ),
                    GridCell::new(Inlines::from("none").command(": ", "bilateral acts"))
                        .about(vec!["act:3".to_owned()]),
                ],
                acts: vec!["act:1".to_owned(), "act:2".to_owned()],
            }],
        }),
        Block::Sources(vec![source(1), source(2)]),
    ])
}

/// Only the first source has an address on the web.
fn address(number: usize) -> String {
    let scheme = if number == 1 { "https" } else { "javascript" };
    format!("{scheme}://c.example/{number}")
}

fn citation(number: usize) -> Citation {
    Citation {
        number,
        address: Some(address(number)),
    }
}

fn source(number: usize) -> NumberedSource {
    NumberedSource {
        number,
        name: "C".to_owned(),
        address: Some(address(number)),
        detail: ", 2017".to_owned(),
    }
}

fn table() -> Table {
    Table {
        columns: ["name", "value", "since"].map(str::to_owned).to_vec(),
        rows: vec![
            vec![
                Cell::Link {
                    text: "id:belarus".to_owned(),
                    address: "https://w3id.org/bilateral/id/belarus".to_owned(),
                },
                Cell::Number(1.0 / 3.0),
                Cell::Date("2017-11".to_owned()),
            ],
            vec![
                Cell::Text("=1|2".to_owned()),
                Cell::Numeral("1.50".to_owned()),
                Cell::Absent,
            ],
            vec![
                Cell::Text("two, words".to_owned()),
                Cell::Count(12),
                Cell::Truth(true),
            ],
        ],
    }
}

#[test]
fn plain_text_underlines_headings_and_lists_the_notes_at_the_end() {
    assert_eq!(
        page().render(Style::Plain),
        "\
A and B
=======

See the page [1]

Construction

- Offer (4): Belarus offers cement
  > “We can supply you” […] “cement” — a speaker [2]
  - note: R&D <b>
  - told by B [1]
- another

name        value   since
id:belarus  0.3333  2017-11
=1|2        1.50
two, words  12      yes

┌───────────────┬────────────────────────┐
│ what          ┆ outcome                │
╞═══════════════╪════════════════════════╡
│ cement [1, 2] ┆ none: `bilateral acts` │
└───────────────┴────────────────────────┘

[1] C, 2017 https://c.example/1
[2] C, 2017

[1] https://b.example
[2] https://a.example/#:~:text=We&text=cement
"
    );
}

#[test]
fn markdown_escapes_text_and_numbers_its_links() {
    assert_eq!(
        page().render(Style::Markdown),
        "\
# A and B

See the page [1]

### Construction

- **Offer** (4): Belarus offers cement
  > “We can supply you” […] “cement” — a speaker [2]
  - note: R&D &lt;b&gt;
  - told by B [1]
- another

| name | value | since |
| --- | --- | --- |
| id:belarus | 0.3333 | 2017-11 |
| =1\\|2 | 1.50 |  |
| two, words | 12 | yes |

| what | outcome |
| --- | --- |
| **cement** [1, 2] | none: `bilateral acts` |

[1] [C](<https://c.example/1>), 2017 ·
[2] C, 2017

[1]: <https://b.example>
[2]: <https://a.example/#:~:text=We&text=cement>
"
    );
}

#[test]
fn html_has_semantic_elements_anchors_and_links_to_entities() {
    let entity_page = |id: &str| Some(format!("../{}.html", id.replace(':', "/")));
    assert_eq!(
        page().to_html(entity_page),
        "\
<article>
<h1>A and B</h1>
<p>See <a href=\"https://b.example\">the page</a></p>
<h3>Construction</h3>
<ul>
<li id=\"2017.materials\"><strong>Offer</strong> (4): <a href=\"../id/belarus.html\">Belarus</a> offers cement
<blockquote><p><q>We can supply you</q> […] <q>cement</q> — a speaker <sup><a href=\"https://a.example/#:~:text=We&amp;text=cement\">1</a></sup></p></blockquote>
<ul>
<li>note: R&amp;D &lt;b&gt;</li>
<li>told by B <sup><a href=\"https://b.example\">2</a></sup></li>
</ul>
</li>
<li>another</li>
</ul>
<table>
<thead><tr><th scope=\"col\">name</th><th scope=\"col\">value</th><th scope=\"col\">since</th></tr></thead>
<tbody>
<tr><td><a href=\"https://w3id.org/bilateral/id/belarus\">id:belarus</a></td><td class=\"number\">0.3333</td><td><time>2017-11</time></td></tr>
<tr><td>=1|2</td><td class=\"number\">1.50</td><td></td></tr>
<tr><td>two, words</td><td class=\"number\">12</td><td>yes</td></tr>
</tbody>
</table>
<div class=\"page-break\"></div>
<table class=\"grid\">
<thead><tr><th scope=\"col\">what</th><th scope=\"col\">outcome</th></tr></thead>
<tbody>
<tr data-acts=\"act:1 act:2\"><td><strong>cement</strong> <span class=\"cite\">[<a href=\"https://c.example/1\">1</a>, 2]</span></td><td data-acts=\"act:3\">none</td></tr>
</tbody>
</table>
<ul class=\"sources\">
<li>[1] <a href=\"https://c.example/1\">C</a>, 2017</li>
<li>[2] C, 2017</li>
</ul>
<ol>
<li><a href=\"https://a.example/#:~:text=We&amp;text=cement\">https://a.example/#:~:text=We&amp;text=cement</a></li>
<li><a href=\"https://b.example\">https://b.example</a></li>
</ol>
</article>
"
    );
}

#[test]
fn html_file_needs_no_other_file() {
    let bytes = page().to_file(PageFormat::Html);
    let html = String::from_utf8(bytes).expect("UTF-8");
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"));
    assert!(html.contains("<title>A and B</title>\n<style>\n@page { size: A4;"));
    assert!(html.contains(&page().to_html(|_| None)));
    for loading in ["<script", "<link", "src=", "url(", "@import"] {
        assert!(!html.contains(loading), "{loading}");
    }
}

#[test]
fn word_file_has_headings_tables_and_links() {
    let bytes = page().to_file(PageFormat::Docx);
    assert!(bytes.starts_with(b"PK"));
    // The parts of the archive are not compressed.
    let text = String::from_utf8_lossy(&bytes);
    for part in [
        "word/document.xml",
        "<w:pStyle w:val=\"Heading1\"",
        "<w:tbl>",
        "<w:hyperlink r:id=",
        "https://c.example/1",
        "R&amp;D &lt;b&gt;",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("javascript:"));
}

#[test]
fn word_file_has_the_title_author_and_date_of_its_page() {
    let bytes = page()
        .dated(Some("2020-01-02".to_owned()))
        .to_file(PageFormat::Docx);
    let text = String::from_utf8_lossy(&bytes);
    for property in [
        "<dc:title>A and B</dc:title>",
        "<dc:creator>bilateral</dc:creator>",
        ">2020-01-02T00:00:00Z</dcterms:created>",
        ">2020-01-02T00:00:00Z</dcterms:modified>",
    ] {
        assert!(text.contains(property), "{property}");
    }
    assert!(!text.contains("1970"), "{text}");
    let undated = page().to_file(PageFormat::Docx);
    assert!(!String::from_utf8_lossy(&undated).contains("dcterms:created "));
}

/// The widths of the columns of the first table of a Word file whose cells are these texts.
fn column_widths(cells: [&str; 4]) -> Vec<usize> {
    let cells = cells.map(|cell| GridCell::new(Inlines::from(cell)));
    let grid = Grid {
        columns: ["Date", "Commitment", "Binding", "Due"]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![GridRow {
            cells: cells.to_vec(),
            acts: Vec::new(),
        }],
    };
    let bytes = Document::new(vec![Block::Grid(grid)]).to_file(PageFormat::Docx);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let columns = text.split("<w:gridCol w:w=\"").skip(1);
    let columns = columns.filter_map(|rest| rest.split('"').next()?.parse().ok());
    columns.collect()
}

#[test]
fn columns_of_a_word_file_break_no_word() {
    let long = "an agreement on ".repeat(20);
    let widths = column_widths(["21 November 2024", &long, "agreement", "–"]);
    let [date, long, binding, due] = widths[..] else {
        panic!("{widths:?}");
    };
    // In twentieths of a point: 8.5 points in a font with wide characters.
    assert!(date > 8 * 120, "{widths:?}");
    assert!(binding > 9 * 120, "{widths:?}");
    assert!(due < binding && binding < date && date < long, "{widths:?}");
}

#[test]
fn terminal_page_fits_the_terminal() {
    let bytes = page().to_file(PageFormat::Terminal(30));
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(
        text.contains("- Offer (4): Belarus offers\n  cement\n"),
        "{text}"
    );
    let is_wide = |line: &&str| line.chars().count() > 30 && !line.contains("://");
    let wide: Vec<&str> = text.lines().filter(is_wide).collect();
    assert!(wide.is_empty(), "{wide:#?}");
}

#[test]
fn words_are_counted_without_numbers_of_sources() {
    let line = Inlines::from("one two")
        .strong("-three, ")
        .quote("four five");
    let line = line.cite(vec![citation(1)]).command(" ", "six – seven");
    assert_eq!(word_count(&[Block::Paragraph(line)]), 6);
}

#[test]
fn anchor_is_one_word_and_unique() {
    let item = |anchor: &str| Item::text("x").anchored(anchor);
    let items = ["a b", "a b", "a\tb", "", "a\"b"].map(item).to_vec();
    let html = Document::new(vec![Block::List(items)]).render(Style::Html);
    let ids: Vec<String> = elements(&html)
        .into_iter()
        .filter_map(|(_, attributes)| attributes.into_iter().find(|(name, _)| name == "id"))
        .map(|(_, id)| id)
        .collect();
    assert_eq!(ids, ["a-b", "a\"b"]);
}

#[test]
fn script_address_is_never_a_link() {
    let hostile = "javascript:alert(1)";
    let leading_to = |address: &str| Inline::Link {
        text: "x".to_owned(),
        address: address.to_owned(),
    };
    let line = Inlines::from("a")
        .note(Some(hostile))
        .with(leading_to(hostile))
        .with(leading_to("JavaScript:alert(1)"))
        .with(leading_to("data:text/html,<script>alert(1)</script>"))
        .entity("e", hostile);
    let table = Table {
        columns: vec!["a".to_owned()],
        rows: vec![vec![Cell::Link {
            text: "x".to_owned(),
            address: hostile.to_owned(),
        }]],
    };
    let page = Document::new(vec![Block::Paragraph(line), Block::Table(table)]);
    for text in [
        page.to_html(|id| Some(id.to_owned())),
        page.render(Style::Markdown),
        page.render(Style::Plain),
    ] {
        assert!(!text.to_lowercase().contains("script:"), "{text}");
        assert!(!text.contains("href"), "{text}");
    }
}

#[test]
fn csv_has_all_digits_addresses_and_no_formula() {
    let mut bytes = Vec::new();
    table()
        .write(TableFormat::Spreadsheet, &mut bytes)
        .expect("written");
    assert_eq!(
        String::from_utf8(bytes).expect("UTF-8"),
        "\u{feff}name,value,since\r\nhttps://w3id.org/bilateral/id/belarus,0.3333333333333333,2017-11\r\n'=1|2,1.50,\r\n\"two, words\",12,true\r\n"
    );
}

#[test]
fn any_page_is_well_formed_html_with_the_same_text() {
    let graph = load(&[built_in().expect("a dossier")], InferencePolicy::All).expect("a graph");
    let derived = derive(&graph.quads);
    let records = Records::from_quads(graph.quads.iter().chain(&derived));
    let sides = &graph.manifests.first().expect("a manifest").sides;
    let [a, b] = [&sides[0], &sides[1]].map(|side| side.as_ref());
    let span = DateSpan::default();
    let sheet = BriefRequest::new([a, b]);
    let account = BriefRequest {
        is_full: true,
        ..sheet
    };
    let pages = [
        brief(&records, &sheet),
        brief(&records, &account),
        timeline(&records, None, span),
        show(&records, b),
    ];
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
    for page in pages {
        let page = page.expect("a page");
        let html = page.to_html(|id| Some(format!("/entity/{id}")));
        let mut ids = BTreeSet::new();
        for (_, attributes) in elements(&html) {
            for (name, value) in attributes {
                match name.as_str() {
                    "id" => assert!(ids.insert(value.clone()), "{value}"),
                    "href" => assert!(
                        value.starts_with("http") || value.starts_with("/entity/"),
                        "{value}"
                    ),
                    "class" | "scope" | "data-acts" => {}
                    other => panic!("{other}"),
                }
            }
        }
        // Columns of lines are wrapped side by side in plain text.
        let has_columns = page
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Grid(_)));
        if !has_columns {
            assert_eq!(letters(&words(&html)), letters(&page.render(Style::Plain)));
        }
    }
}

/// The elements of well-formed XML, each with its attributes.
fn elements(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let named = |element: &BytesStart<'_>| {
        let attributes = element.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let name = String::from_utf8(attribute.key.as_ref().to_vec()).expect("UTF-8");
            let value = attribute.unescape_value().expect("a value").into_owned();
            (name, value)
        });
        let name = String::from_utf8(element.name().as_ref().to_vec()).expect("UTF-8");
        (name, attributes.collect())
    };
    let mut reader = Reader::from_str(html);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(element) => found.push(named(&element)),
            Event::Eof => return found,
            Event::Empty(_) | Event::Comment(_) | Event::CData(_) | Event::PI(_) => {
                panic!("neither is written: {html}")
            }
            _ => {}
        }
    }
}

/// The text between the tags.
fn words(html: &str) -> String {
    let mut reader = Reader::from_str(html);
    let mut words = String::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Text(text) => words.push_str(&text.unescape().expect("text")),
            Event::Eof => return words,
            _ => {}
        }
    }
}

/// A page on which one text is everywhere.
fn page_of(text: &str) -> Document {
    let line = Inlines::from(text)
        .strong(text)
        .quote(text)
        .entity(text, text)
        .note(Some(text))
        .note(Some(format!("https://a.example/{text}")));
    let cell = Cell::Link {
        text: text.to_owned(),
        address: text.to_owned(),
    };
    Document::new(vec![
        Block::Heading {
            level: 2,
            title: text.to_owned(),
            anchor: Some(text.to_owned()),
        },
        Block::List(vec![
            Item::new(line.clone()).with([Block::Quotation(line.clone())]),
        ]),
        Block::Paragraph(line),
        Block::Table(Table {
            columns: vec![text.to_owned()],
            rows: vec![vec![cell], vec![Cell::Text(text.to_owned())]],
        }),
        Block::Sources(vec![NumberedSource {
            number: 1,
            name: text.to_owned(),
            address: Some(text.to_owned()),
            detail: text.to_owned(),
        }]),
        Block::Paragraph(Inlines::new().command("", text)),
    ])
}

const HOSTILE: &str =
    "(\\PC|[\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{202e}\u{fffe}<>&'\"=:/|*\\[\\]]|javascript:|</q>)*";

proptest! {
    #[test]
    fn no_text_adds_an_element_or_a_line(text in HOSTILE) {
        let (hostile, harmless) = (page_of(&text), page_of("x"));
        let names = |html: &str| {
            elements(html).into_iter().map(|(name, _)| name).filter(|name| name != "a").collect::<Vec<_>>()
        };
        let html = hostile.to_html(|id| Some(id.to_owned()));
        prop_assume!(!text.is_empty() && !text.starts_with("http"));
        prop_assert_eq!(names(&html), names(&harmless.render(Style::Html)));
        for (_, attributes) in elements(&html) {
            for (name, value) in attributes {
                prop_assert!(name != "href" || !value.to_lowercase().trim_start().starts_with("javascript:"));
            }
        }
        prop_assert!(!html.chars().any(|c| c.is_control() && c != '\n'));
        prop_assert_eq!(html.lines().count(), harmless.render(Style::Html).lines().count());
        for style in [Style::Plain, Style::Markdown] {
            let lines = |page: &Document| page.render(style).matches('\n').count();
            prop_assert!(!hostile.render(style).chars().any(|c| c.is_control() && c != '\n'));
            prop_assert_eq!(lines(&hostile), lines(&harmless));
        }
    }

    #[test]
    fn html_keeps_every_visible_character(text in "[\\PC&&[^\u{ad}\u{600}-\u{61f}\u{180e}\u{200b}-\u{206f}\u{feff}]]{1,20}") {
        let page = Document::new(vec![Block::paragraph(text.clone())]);
        let html = page.render(Style::Html);
        let shown = words(&html);
        prop_assert_eq!(shown.trim_matches('\n'), text.as_str());
    }
}
