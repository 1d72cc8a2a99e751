//! Quoted and escaped text for DOT.
//!
//! Graphviz reads a text three times: as a quoted string (`\"`), as an
//! [escString](https://graphviz.org/docs/attr-types/escString/) (`\N`, `\l`) and for HTML entities (`&amp;`). So
//! quotes, backslashes and ampersands are escaped. Control characters, characters that XML forbids and those that
//! change the direction of writing become `�`, which is visible and harmless. `markup` does the same for the texts of
//! an HTML-like label.

use std::fmt::{self, Write as _};

use oxigraph::model::NamedNode;

use crate::export::colour::Colour;
use crate::text::unicode::{is_control, turns_direction};

/// The maximum number of bytes of a quoted text: Graphviz does not read more than 16,384.
const LONGEST: usize = 16_000;

/// A quoted text. All text in a picture goes through a function of this file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quoted {
    Text(String),
    /// An HTML-like label.
    Markup(String),
}

impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Markup(markup) => write!(f, "<{markup}>"),
        }
    }
}

/// A keyword of DOT.
pub fn keyword(word: &'static str) -> Quoted {
    Quoted::Text(word.to_owned())
}

/// A colour.
pub fn colour(colour: Colour) -> Quoted {
    Quoted::Text(colour.to_string())
}

/// Colours, each with its share of a line's length: `#1b4f8f;0.60:#0a9a80`. The last takes the rest.
pub fn shares(parts: &[(Colour, f64)]) -> Quoted {
    let last = parts.len().saturating_sub(1);
    let shares = parts.iter().enumerate().map(|(index, (colour, share))| {
        if index == last {
            colour.to_string()
        } else {
            format!("{colour};{share:.2}")
        }
    });
    Quoted::Text(shares.collect::<Vec<_>>().join(":"))
}

/// A number, with two decimals.
pub fn measure(number: f64) -> Quoted {
    Quoted::Text(format!("{number:.2}"))
}

/// An identifier in DOT. It is never shown, so characters that need escapes are replaced by their numbers in angle
/// brackets; no IRI has those, so identifiers stay distinct.
pub fn identifier(name: &str) -> Quoted {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '"' | '\\' => {}
            // Writing into a String never fails.
            c if is_harmful(c) => _ = write!(plain, "<U+{:04X}>", u32::from(c)),
            c => plain.push(c),
        }
    }
    Quoted::Text(plain)
}

/// Lines one below the other.
pub fn lines(lines: &[String]) -> Quoted {
    text(&lines.join("\n"))
}

/// A text with its line ends, cut to the maximum that Graphviz reads.
pub fn text(lines: &str) -> Quoted {
    let mut quoted = String::with_capacity(lines.len().min(LONGEST) + 16);
    for c in lines.chars() {
        if quoted.len() > LONGEST {
            quoted.push('…');
            break;
        }
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '&' => quoted.push_str("&amp;"),
            '\n' => quoted.push_str("\\n"),
            c if is_harmful(c) => quoted.push(char::REPLACEMENT_CHARACTER),
            c => quoted.push(c),
        }
    }
    Quoted::Text(quoted)
}

/// The text of a tooltip. Graphviz 2.43 unescapes it once more than later versions, so backslashes become a similar
/// operator.
pub fn tooltip(lines: &str) -> Quoted {
    text(&lines.replace('\\', "⧵"))
}

/// A link, if it leads to the web: other schemes could do more than open a page.
pub fn link(url: &str) -> Option<Quoted> {
    let (scheme, _) = url.split_once("://")?;
    let is_web = ["http", "https"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    // A valid IRI has no quotes, backslashes or control characters; Graphviz replaces entities by their characters.
    let is_safe = NamedNode::new(url).is_ok() && !url.contains(is_harmful);
    let quoted = url.replace('&', "&amp;");
    (is_web && is_safe && quoted.len() <= LONGEST).then_some(Quoted::Text(quoted))
}

pub fn is_harmful(c: char) -> bool {
    is_control(c) || turns_direction(c)
}
