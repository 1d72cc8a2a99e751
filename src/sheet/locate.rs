//! Finds passages of a readout: as quotes are found, for a person who is about to quote one, or in any letter case.

use std::sync::Arc;

use super::keys::is_refused;
use super::quotes::{Passage, ReadoutText};
use crate::diagnostic::{Position, SourceText};
use crate::model::{AnchoredQuote, Voice};
use crate::text::{flat, toml_string};

/// The result of a search in one readout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Every passage that has the words, in the order of the text; a single one can be quoted as it is.
    At(Vec<Match>),
    /// No passage has the words.
    Nowhere {
        /// The reason.
        why: String,
        /// The passage that may be meant, if one is near enough.
        nearest: Option<Match>,
    },
}

/// A passage of a readout.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match {
    /// The line and column of its beginning.
    pub position: Position,
    /// Its place in code points, its own text, and the text around it.
    pub evidence: AnchoredQuote,
    /// Its text as a TOML string, with one blank for each run of white space: quotes are matched that way.
    pub toml: String,
}

impl Match {
    /// Whether a sheet takes the passage: it refuses control characters in texts.
    #[must_use]
    pub fn is_quotable(&self) -> bool {
        !flat(&self.evidence.exact).contains(is_refused)
    }
}

/// Finds some words in a readout.
///
/// As in quotes, runs of white space count as each other, and so do curly and straight quotation marks, and dashes and
/// hyphens. Parts of words do not count.
#[must_use]
pub fn locate(readout: &Arc<SourceText>, words: &str) -> Found {
    let text = ReadoutText::new(readout);
    match text.find(words) {
        Ok(passages) => Found::At(matches(&text, &passages)),
        Err(error) => Found::Nowhere {
            why: error.to_string(),
            nearest: text
                .suggestion(words)
                .and_then(|passage| matches(&text, &[passage]).pop()),
        },
    }
}

/// Finds the passages of a readout that mention some words, in any letter case; the last word may be the beginning of a
/// longer one.
#[must_use]
pub fn mentions(readout: &Arc<SourceText>, words: &str) -> Vec<Match> {
    let text = ReadoutText::new(readout);
    matches(&text, &text.mentions(words))
}

/// Locates passages, which are in the order of the text, in one pass over it.
fn matches(text: &ReadoutText, passages: &[Passage]) -> Vec<Match> {
    let mut passed = 0;
    let mut position = Position { line: 1, column: 1 };
    let locate = |passage: &Passage| {
        let start = passage.bytes.start;
        position = advance(position, text.slice(passed..start));
        passed = start;
        let evidence = text.evidence(passage, Voice::Text, true);
        Match {
            position,
            toml: toml_string(&flat(&evidence.exact)),
            evidence,
        }
    };
    passages.iter().map(locate).collect()
}

/// The position after some text.
fn advance(position: Position, text: &str) -> Position {
    match text.rsplit_once('\n') {
        None => Position {
            column: position.column + text.chars().count(),
            ..position
        },
        Some((_, last)) => Position {
            line: position.line + text.matches('\n').count(),
            column: last.chars().count() + 1,
        },
    }
}
