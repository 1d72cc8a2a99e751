//! The words of a readout: quotes are found in it, or refused.
//!
//! *Takes* the readout's text and quotes as a person typed them. *Gives* [`Evidence`](crate::model::Evidence): exact slices.
//! *Never* guesses: what differs by more than folding is refused, and the nearest passage shown.

mod anchor;
mod fold;
mod nearest;
mod voice;

use std::ops::Range;
use std::sync::Arc;

pub(super) use anchor::AnchorError;
use fold::Folded;
pub(super) use fold::fold;

use crate::diagnostic::SourceText;
use crate::model::{Evidence, Span, Voice};

/// Code points shown before and after a quote.
const CONTEXT: usize = 32;

/// A readout, made ready for finding quotes.
#[derive(Debug)]
pub(super) struct Words {
    source: Arc<SourceText>,
    folded: Folded,
    spoken: Vec<Range<usize>>,
}

/// A passage of the readout, in bytes and in code points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    bytes: Range<usize>,
    span: Span,
}

impl Words {
    pub(super) fn new(source: &Arc<SourceText>) -> Self {
        Self {
            source: Arc::clone(source),
            folded: Folded::new(source.text()),
            spoken: voice::spoken(source.text()),
        }
    }

    /// The first line that is not empty.
    pub(super) fn first_line(&self) -> Option<&str> {
        self.text()
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty())
    }

    /// The readout's own text where some words stand first; `None` where they stand nowhere.
    pub(super) fn find_first(&self, words: &str) -> Option<String> {
        let folded = fold(words);
        let place = self.folded.occurrences(&folded).next()?;
        let passage = self.folded.passage(&place)?;
        Some(self.exact(&passage).to_owned())
    }

    /// Finds each passage of a quote, in the order of the text.
    ///
    /// `Err` holds the place in the list of each passage at fault, and why.
    pub(super) fn find_all(
        &self,
        quotes: &[&str],
    ) -> Result<Vec<Passage>, Vec<(usize, AnchorError)>> {
        anchor::all(self, quotes)
    }

    /// The readout's own text of a passage.
    fn exact(&self, passage: &Passage) -> &str {
        self.text().get(passage.bytes.clone()).unwrap_or_default()
    }

    /// A passage with its surroundings; words between quotation marks are direct, others have the voice given.
    pub(super) fn evidence(&self, passage: &Passage, otherwise: Voice, fixed: bool) -> Evidence {
        let before = self.text().get(..passage.bytes.start).unwrap_or_default();
        let after = self.text().get(passage.bytes.end..).unwrap_or_default();
        let prefix = before
            .char_indices()
            .rev()
            .take(CONTEXT)
            .last()
            .map_or(before.len(), |(offset, _)| offset);
        Evidence {
            span: passage.span,
            exact: self.exact(passage).to_owned(),
            prefix: before.get(prefix..).unwrap_or_default().to_owned(),
            suffix: after.chars().take(CONTEXT).collect(),
            voice: if !fixed && self.is_spoken(passage) {
                Voice::Direct
            } else {
                otherwise
            },
        }
    }

    fn is_spoken(&self, passage: &Passage) -> bool {
        let inside = |spoken: &Range<usize>| {
            spoken.start <= passage.bytes.start && passage.bytes.end <= spoken.end
        };
        self.spoken.iter().any(inside)
    }

    fn text(&self) -> &str {
        self.source.text()
    }
}
