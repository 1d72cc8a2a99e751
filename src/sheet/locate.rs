//! Where a passage stands in a readout, found as quotes are, for whoever is about to quote it.

use std::sync::Arc;

use super::form::is_refused;
use super::words::{Passage, Words};
use crate::diagnostic::{Position, SourceText};
use crate::model::{Span, Voice};
use crate::text::toml_string;

/// What a search in one readout found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Every place where the words stand, in the order of the text; where there is one, they can be quoted as they are.
    At(Vec<Match>),
    /// The words stand nowhere.
    Nowhere {
        /// Why, in words.
        why: String,
        /// What may have been meant, if anything is near enough.
        nearest: Option<Match>,
    },
}

/// A passage of a readout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The line and column where it begins.
    pub position: Position,
    /// Its place in code points.
    pub span: Span,
    /// The readout's own text.
    pub exact: String,
    /// The same as a string of TOML, with one blank for each run of white space: a quote takes it for any other.
    pub toml: String,
    /// What stands before it.
    pub prefix: String,
    /// What stands behind it.
    pub suffix: String,
}

impl Match {
    /// Whether a sheet takes the passage: in its texts, control characters are refused.
    #[must_use]
    pub fn is_quotable(&self) -> bool {
        !blanks(&self.exact).contains(is_refused)
    }
}

/// Finds the places of some words in a readout.
///
/// Runs of white space, curly and straight quotation marks, dashes and hyphens count as each other, as in quotes; parts
/// of words do not count where whole words are found.
#[must_use]
pub fn locate(readout: &Arc<SourceText>, wanted: &str) -> Found {
    let words = Words::new(readout);
    match words.everywhere(wanted) {
        Ok(passages) => Found::At(spots(&words, readout, &passages)),
        Err(error) => {
            let meant: Vec<Passage> = words.meant(wanted).into_iter().collect();
            Found::Nowhere {
                why: error.to_string(),
                nearest: spots(&words, readout, &meant).pop(),
            }
        }
    }
}

/// Passages in the order of the text; it is gone through once, however many they are.
fn spots(words: &Words, readout: &SourceText, passages: &[Passage]) -> Vec<Match> {
    let mut seen = 0;
    let mut position = Position { line: 1, column: 1 };
    let spot = |passage: &Passage| {
        let begin = Words::begins_at(passage);
        let passed = readout.text().get(seen..begin).unwrap_or_default();
        position = after(position, passed);
        seen = begin;
        let evidence = words.evidence(passage, Voice::Text, true);
        Match {
            position,
            span: evidence.span,
            toml: toml_string(&blanks(&evidence.exact)),
            exact: evidence.exact,
            prefix: evidence.prefix,
            suffix: evidence.suffix,
        }
    };
    passages.iter().map(spot).collect()
}

/// Where the next character stands behind some text.
fn after(position: Position, passed: &str) -> Position {
    match passed.rsplit_once('\n') {
        None => Position {
            column: position.column + passed.chars().count(),
            ..position
        },
        Some((_, last)) => Position {
            line: position.line + passed.matches('\n').count(),
            column: last.chars().count() + 1,
        },
    }
}

/// A text with one blank for each run of white space.
fn blanks(exact: &str) -> String {
    let words: Vec<&str> = exact.split_whitespace().collect();
    words.join(" ")
}
