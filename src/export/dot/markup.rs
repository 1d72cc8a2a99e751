//! HTML-like labels, which only the header of a picture has: a table of escaped texts.

use super::quoted::{Quoted, is_harmful};
use crate::export::colour::Colour;

/// Ends a left-aligned line.
const LINE_END: &str = "<BR ALIGN=\"LEFT\"/>";

/// The font size of all but the title.
pub const SMALL: f64 = 10.0;

/// The rows of a table with one column.
#[derive(Debug, Clone, Default)]
pub struct Rows(String);

impl Rows {
    /// Adds a row with this text, as another function of this file returns it.
    pub fn add(&mut self, text: &str) {
        self.0
            .extend(["<TR><TD ALIGN=\"LEFT\">", text, "</TD></TR>"]);
    }

    pub fn into_label(self) -> Quoted {
        let table = "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">";
        Quoted::Markup([table, &self.0, "</TABLE>"].concat())
    }
}

/// Lines of this size in points.
pub fn lines(lines: &[String], size: f64) -> String {
    let lines = lines.iter().map(|line| escaped(line));
    let lines: Vec<String> = lines.map(|line| [&line, LINE_END].concat()).collect();
    sized(&lines.concat(), size)
}

/// A line of this size in points.
pub fn line(line: &str, size: f64) -> String {
    sized(&escaped(line), size)
}

fn sized(markup: &str, size: f64) -> String {
    format!("<FONT POINT-SIZE=\"{size}\">{markup}</FONT>")
}

/// Names, each after a symbol in its colour, some in each line.
pub fn swatches(symbol: &str, colours: &[(String, Colour)], in_a_line: usize) -> String {
    let swatch = |(label, fill): &(String, Colour)| {
        let label = escaped(label);
        format!("<FONT COLOR=\"{fill}\">{symbol}</FONT> {label}   ")
    };
    let lines = colours.chunks(in_a_line).map(|colours| {
        let line: String = colours.iter().map(swatch).collect();
        [&line, LINE_END].concat()
    });
    let lines: String = lines.collect();
    sized(&lines, SMALL)
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
    if markup.is_empty() {
        " ".to_owned()
    } else {
        markup
    }
}
