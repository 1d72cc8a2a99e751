//! HTML-like labels, which only the header of a picture has: tables of escaped texts.

use std::fmt;

use super::quoted::is_harmful;
use crate::export::colour::Colour;

/// Ends a left-aligned line.
const LINE_END: &str = "<BR ALIGN=\"LEFT\"/>";

/// A row of cells, or several: the inside of a table.
#[derive(Debug, Clone, Default)]
pub struct Rows(String);

/// An HTML-like label.
#[derive(Debug, Clone)]
pub struct Label(String);

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

impl Rows {
    /// Adds a row of these cells.
    pub fn add(&mut self, cells: &[String]) {
        self.0.extend(["<TR>", &cells.concat(), "</TR>"]);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A table within a cell.
    pub fn into_cell(self) -> String {
        cell("", &table(&self.0))
    }

    pub fn into_label(self) -> Label {
        Label(table(&self.0))
    }
}

fn table(rows: &str) -> String {
    [
        "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">",
        rows,
        "</TABLE>",
    ]
    .concat()
}

fn cell(attributes: &str, content: &str) -> String {
    ["<TD ALIGN=\"LEFT\"", attributes, ">", content, "</TD>"].concat()
}

/// A cell with lines of this size in points.
pub fn lines(lines: &[String], size: f64) -> String {
    let lines = lines.iter().map(|line| escaped(line));
    let lines: Vec<String> = lines.map(|line| [&line, LINE_END].concat()).collect();
    sized(&lines.concat(), size)
}

/// A cell with a line of this size in points.
pub fn line(line: &str, size: f64) -> String {
    sized(&escaped(line), size)
}

fn sized(markup: &str, size: f64) -> String {
    cell("", &format!("<FONT POINT-SIZE=\"{size}\">{markup}</FONT>"))
}

/// A cell with names, each after a square of its colour, some in each line.
pub fn swatches(colours: &[(String, Colour)], in_a_line: usize) -> String {
    let swatch = |(label, fill): &(String, Colour)| {
        let label = escaped(label);
        format!("<FONT COLOR=\"{fill}\">■</FONT> {label}   ")
    };
    let lines = colours.chunks(in_a_line).map(|colours| {
        let line: String = colours.iter().map(swatch).collect();
        [&line, LINE_END].concat()
    });
    let lines: String = lines.collect();
    sized(&lines, 10.0)
}

/// A cell with a text on a colour.
pub fn chip(label: &str, fill: Colour) -> String {
    let ink = fill.of_text_on_it();
    let text = escaped(label);
    cell(
        &format!(" BGCOLOR=\"{fill}\""),
        &format!("<FONT COLOR=\"{ink}\" POINT-SIZE=\"10\">{text}</FONT>"),
    )
}

/// A text for an HTML-like label, which may not be empty.
fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            // Graphviz would expand `\\N`.
            '\\' => markup.push_str("&#92;"),
            c if c.is_whitespace() => markup.push(' '),
            c if is_harmful(c) => markup.push(char::REPLACEMENT_CHARACTER),
            c => markup.push(c),
        }
    }
    if markup.is_empty() { " ".to_owned() } else { markup }
}
