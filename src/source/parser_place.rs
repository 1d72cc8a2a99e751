//! Where Oxigraph's parser got stuck, out of the text of its error: `error at L:C: expected …`.
//!
//! The place in that text is the furthest that the parser *looked*, not where it is stuck: to try a
//! keyword it reads as many characters as the keyword has, whatever they are, or runs into the end of
//! the text. So the query is parsed once more with wide gaps between its tokens: no keyword is longer
//! than a gap, and the place falls on the token that is stuck, or into the gap behind it.

use super::evaluator;
use super::token::{Token, TokenKind};
use crate::diagnostic::SourceText;

/// Wider than the longest keyword, `ENCODE_FOR_URI`.
const GAP: &str = "                ";

/// Where the parser is stuck, and what it says.
#[derive(Debug, PartialEq, Eq)]
pub struct ParserPosition {
    /// The number of the token; the number of tokens where the text ends too early.
    pub(crate) token: usize,
    /// What it expected, in its words.
    pub(crate) expected: String,
}

/// Finds the token at which the parser is stuck; `None` where it is not, or does not say where.
pub fn find(tokens: &[Token<'_>]) -> Option<ParserPosition> {
    let (text, starts) = spread(tokens);
    let error = evaluator().parse_query(&text).err()?.to_string();
    let (place, expected) = error.strip_prefix("error at ")?.split_once(": expected ")?;
    let (line, column) = place.split_once(':')?;
    let offset = offset(&text, line.parse().ok()?, column.parse().ok()?);
    let start = offset.saturating_sub(shortest_lookahead(expected));
    let token = if start >= text.trim_end().len() {
        starts.len()
    } else {
        starts
            .partition_point(|first| *first <= start)
            .saturating_sub(1)
    };
    Some(ParserPosition {
        token,
        expected: expected.to_owned(),
    })
}

/// The tokens with wide gaps between them, and where each begins in that text.
fn spread(tokens: &[Token<'_>]) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(tokens.len());
    let mut end = None;
    for token in tokens {
        // Some tokens belong together: `"a"@en`, `'1'^^xsd:date`, the signs of an unfinished name.
        let glued = end == Some(token.start) && !stands_alone(token);
        if !glued {
            text.push_str(GAP);
        }
        starts.push(text.len());
        text.push_str(token.text);
        end = (!stands_alone(token)).then_some(token.end());
    }
    text.push_str(GAP);
    (text, starts)
}

/// Whether white space may stand on both sides of a token.
fn stands_alone(token: &Token<'_>) -> bool {
    let punctuation =
        token.kind == TokenKind::Symbol && matches!(token.text, "," | ";" | "&&" | "||");
    token.opens() || token.closes() || punctuation
}

/// The byte offset of a line and a column, both from 1, columns in code points.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let range = SourceText::new("", text).line_range(line);
    let within = text.get(range.start..).unwrap_or_default();
    let bytes = within.char_indices().nth(column.saturating_sub(1));
    range.start + bytes.map_or(within.len(), |(at, _)| at)
}

/// How far beyond the stuck place the parser looked: nothing if it expected a character there, else the
/// length of the shortest keyword that it tried.
fn shortest_lookahead(expected: &str) -> usize {
    let list = expected.strip_prefix("one of ").unwrap_or(expected);
    let is_keyword = |entry: &str| {
        !entry.is_empty() && entry.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    list.split(", ")
        .map(|entry| if is_keyword(entry) { entry.len() } else { 0 })
        .min()
        .unwrap_or(0)
}
