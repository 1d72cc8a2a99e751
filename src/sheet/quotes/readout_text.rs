//! The text of a readout, in which quotes are found.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use memchr::memmem;

use super::fold::{Folded, Passage, fold};
use super::word_index::WordIndex;
use super::words::{divided, spoken};
use crate::diagnostic::{Code, SourceText};
use crate::model::{AnchoredQuote, Voice};
use crate::text::listed;

/// Code points shown before and after a quote.
const CONTEXT: usize = 32;
/// A text of at least this many bytes is searched by an index: a pass over it for each quote would take too long.
const LONG: usize = 128 << 10;

/// A readout, prepared for finding quotes.
#[derive(Debug)]
pub struct ReadoutText {
    source: Arc<SourceText>,
    folded: Folded,
    /// Made for the first quote in a long text, or the first one that is not found.
    index: OnceLock<WordIndex>,
    spoken: Vec<Range<usize>>,
}

/// Why a quote is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnchorError {
    #[error("these words do not occur in the readout")]
    Absent {
        /// The passage that is most like the quote.
        nearest: Option<String>,
    },
    #[error("this quote has no word")]
    Wordless,
    #[error("these words occur {times} times in the readout")]
    Repeated { times: usize },
    #[error("this passage does not follow `{before}`, which is before it in the list")]
    OutOfOrder {
        /// The beginning of the passage that precedes it in the list.
        before: String,
    },
    #[error("{} inside a word of the readout", ends(.whole))]
    Cut {
        /// The whole words at its beginning and its end, if it divides them.
        whole: [Option<String>; 2],
    },
}

impl AnchorError {
    /// The code of the finding, and what to do.
    pub fn advice(&self) -> (Code, Option<Cow<'static, str>>) {
        match self {
            Self::Absent { nearest } => {
                let help = |passage| format!("the nearest passage is: {passage}").into();
                (Code::QuoteNotFound, nearest.as_ref().map(help))
            }
            Self::Wordless => (
                Code::QuoteNotFound,
                Some("quote the words that state it".into()),
            ),
            Self::Repeated { .. } => {
                let help = "lengthen the quote until it is unique";
                (Code::QuoteRepeated, Some(help.into()))
            }
            Self::Cut { whole } => {
                let words = listed(whole.iter().flatten().map(String::as_str));
                let help = words.map(|words| format!("quote whole words: {words}").into());
                (Code::QuoteCut, help)
            }
            Self::OutOfOrder { .. } => {
                let help = "list the passages in the order of the text; they may not overlap";
                (Code::QuoteOrder, Some(help.into()))
            }
        }
    }
}

fn ends(whole: &[Option<String>; 2]) -> &'static str {
    match whole {
        [Some(_), Some(_)] => "these words begin and end",
        [Some(_), None] => "these words begin",
        _ => "these words end",
    }
}

impl ReadoutText {
    pub fn new(source: &Arc<SourceText>) -> Self {
        Self {
            source: Arc::clone(source),
            folded: Folded::new(source.text()),
            index: OnceLock::new(),
            spoken: spoken(source.text()),
        }
    }

    /// The first line that is not empty.
    pub fn first_line(&self) -> Option<&str> {
        let text = self.source.text().trim_start_matches('\u{feff}');
        text.lines().map(str::trim).find(|line| !line.is_empty())
    }

    /// Whether the file could not be used, so that its words are unknown.
    pub fn is_lost(&self) -> bool {
        self.source.text().is_empty()
    }

    /// Every passage that has these words, in the order of the text; at least one, and none that divides a word.
    ///
    /// # Errors
    /// [`AnchorError`] if the text has them nowhere, or only as parts of other words.
    pub fn find(&self, words: &str) -> Result<Vec<Passage>, AnchorError> {
        let folded = fold(words);
        if is_wordless(&folded) {
            return Err(AnchorError::Wordless);
        }
        let text = self.folded.as_str();
        let is_whole = |place: &Range<usize>| {
            divided(text, place.start).is_none() && divided(text, place.end).is_none()
        };
        let mut places = self.occurrences(&folded, false);
        places.retain(is_whole);
        if !places.is_empty() {
            let passage = |place| self.folded.passage(place);
            return Ok(places.iter().map(passage).collect());
        }
        Err(match self.occurrences(&folded, true).first() {
            Some(cut) => AnchorError::Cut {
                whole: [cut.start, cut.end].map(|end| {
                    let word = text.get(divided(text, end)?)?;
                    Some(word.to_owned())
                }),
            },
            None => AnchorError::Absent {
                nearest: self
                    .nearest(&folded)
                    .and_then(|place| text.get(place))
                    .map(str::to_owned),
            },
        })
    }

    /// Every passage that has these words in any letter case, in the order of the text. The last word may be the beginning
    /// of a longer one, with which the passage ends.
    pub fn mentions(&self, words: &str) -> Vec<Passage> {
        let words = Folded::in_lower_case(words);
        let words = words.as_str().trim_matches(' ');
        if is_wordless(words) {
            return Vec::new();
        }
        let folded = Folded::in_lower_case(self.source.text());
        let text = folded.as_str();
        let starts = scan(text, words).into_iter();
        let starts = starts.filter(|start| divided(text, *start).is_none());
        let passage = |start| {
            let end = start + words.len();
            let end = divided(text, end).map_or(end, |word| word.end);
            folded.passage(&(start..end))
        };
        starts.map(passage).collect()
    }

    /// The passage to suggest instead of words that were not found: whole words if they divide some, else the most
    /// similar passage.
    pub fn suggestion(&self, words: &str) -> Option<Passage> {
        let folded = fold(words);
        if is_wordless(&folded) {
            return None;
        }
        let text = self.folded.as_str();
        let place = match self.occurrences(&folded, true).first() {
            Some(cut) => {
                let start = divided(text, cut.start).map_or(cut.start, |word| word.start);
                let end = divided(text, cut.end).map_or(cut.end, |word| word.end);
                start..end
            }
            None => self.nearest(&folded)?,
        };
        Some(self.folded.passage(&place))
    }

    /// The places of a folded quote in the folded text, overlapping ones included. Places that divide a word may be left
    /// out unless `all` are needed.
    fn occurrences(&self, quote: &str, all: bool) -> Vec<Range<usize>> {
        let text = self.folded.as_str();
        let indexed = if text.len() < LONG {
            None
        } else {
            self.index().find(text, quote, all)
        };
        let starts = indexed.unwrap_or_else(|| scan(text, quote));
        let place = |start| start..start + quote.len();
        starts.into_iter().map(place).collect()
    }

    fn nearest(&self, folded: &str) -> Option<Range<usize>> {
        self.index().nearest(self.folded.as_str(), folded)
    }

    fn index(&self) -> &WordIndex {
        self.index
            .get_or_init(|| WordIndex::new(self.folded.as_str()))
    }

    /// The readout's own text of a passage.
    pub fn exact(&self, passage: &Passage) -> &str {
        self.slice(passage.bytes.clone())
    }

    /// A passage with its surroundings. Its voice is direct if it is between quotation marks, unless the voice is fixed.
    pub fn evidence(&self, passage: &Passage, voice: Voice, is_fixed: bool) -> AnchoredQuote {
        let Range { start, end } = passage.bytes;
        let before = self.slice(0..start);
        let context = before.char_indices().rev().take(CONTEXT);
        let prefix = context.last().map_or(start, |(offset, _)| offset);
        let after = self.slice(end..self.source.text().len());
        AnchoredQuote {
            span: passage.span,
            exact: self.exact(passage).to_owned(),
            prefix: self.slice(prefix..start).to_owned(),
            suffix: after.chars().take(CONTEXT).collect(),
            voice: if !is_fixed && self.is_spoken(passage) {
                Voice::Direct
            } else {
                voice
            },
        }
    }

    fn is_spoken(&self, passage: &Passage) -> bool {
        let Range { start, end } = passage.bytes;
        let next = self.spoken.partition_point(|spoken| spoken.start <= start);
        let last = next.checked_sub(1).and_then(|last| self.spoken.get(last));
        last.is_some_and(|spoken| end <= spoken.end)
    }

    pub fn slice(&self, bytes: Range<usize>) -> &str {
        self.source.slice(bytes)
    }
}

fn is_wordless(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// Where a text begins in another, overlapping occurrences included.
fn scan(text: &str, part: &str) -> Vec<usize> {
    let finder = memmem::Finder::new(part);
    let mut from = 0;
    let next = std::iter::from_fn(|| {
        // Both are UTF-8, so an occurrence begins and ends at characters.
        let start = from + finder.find(text.as_bytes().get(from..)?)?;
        from = start + 1;
        Some(start)
    });
    next.collect()
}
