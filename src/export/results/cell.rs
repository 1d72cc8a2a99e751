//! One value as people read it.

use std::borrow::Cow;
use std::fmt::Write;

use oxigraph::model::Term;

use crate::text::unicode::is_unseen;
use crate::vocab::shorten;

/// An IRI as a prefixed name where there is one, a literal as its words; nothing in it can reach the
/// terminal as a command.
pub fn cell(term: &Term) -> String {
    match term {
        Term::NamedNode(iri) => match shorten(iri.as_str()) {
            Some((prefix, local)) => format!("{}:{local}", prefix.name),
            None => visible(iri.as_str()).into_owned(),
        },
        Term::BlankNode(blank) => blank.to_string(),
        Term::Literal(literal) => visible(literal.value()).into_owned(),
    }
}

/// A text on one line, in which every character shows: line ends and tabs become blanks, control
/// characters and marks that turn the direction of writing or take no room become `<U+202E>`.
///
/// A label comes from anywhere: it must not colour, clear or reorder what stands around it.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| !is_blank(c) && !is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        if is_blank(c) {
            shown.push(' ');
        } else if is_hidden(c) {
            // Writing into a String cannot fail.
            _ = write!(shown, "<U+{:04X}>", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// White space that would break the line.
fn is_blank(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that command instead of showing. The joiners U+200C and U+200D stay: Persian, Hindi and
/// others are misspelt without them.
fn is_hidden(c: char) -> bool {
    is_unseen(c) && !matches!(c, '\u{200c}' | '\u{200d}')
}
