//! Finding quotes: exactly once, or not at all.

use std::ops::Range;

use super::boundary::around;
use super::{Passage, Words, fold};
use crate::diagnostic::Code;
use crate::text::listed;

/// In a list, a span of at most this many code points may repeat in the readout: the next span settles which one is meant.
const SHORT_SPAN: usize = 40;

/// Why a quote has no place in the readout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnchorError {
    #[error("these words do not stand in the readout")]
    Absent {
        /// The passage that is most like it.
        nearest: Option<String>,
    },
    #[error("there is no word in this quote")]
    Wordless,
    #[error("these words stand {times} times in the readout")]
    Repeated { times: usize },
    #[error("this passage does not stand behind `{before}`, which the list has before it")]
    OutOfOrder {
        /// How the earlier one in the list begins.
        before: String,
    },
    #[error("{} inside a word of the readout", ends(.whole))]
    Cut {
        /// The whole words at its beginning and its end, where these are cut.
        whole: [Option<String>; 2],
    },
}

impl AnchorError {
    /// The code of the finding, and what to do.
    pub(crate) fn advice(&self) -> (Code, Option<String>) {
        match self {
            Self::Absent { nearest: None } => (Code::QuoteNotFound, None),
            Self::Absent {
                nearest: Some(passage),
            } => (
                Code::QuoteNotFound,
                Some(format!("the nearest passage is: {passage}")),
            ),
            Self::Wordless => (
                Code::QuoteNotFound,
                Some("quote the words that carry it".to_owned()),
            ),
            Self::Repeated { .. } => (
                Code::QuoteRepeated,
                Some("lengthen the quote until it stands there once".to_owned()),
            ),
            Self::Cut { whole } => {
                let words = listed(whole.iter().flatten().map(String::as_str));
                (
                    Code::QuoteCut,
                    words.map(|words| format!("quote whole words: {words}")),
                )
            }
            Self::OutOfOrder { .. } => (
                Code::QuoteOrder,
                Some("list the passages in the order of the text; they may not overlap".to_owned()),
            ),
        }
    }
}

pub fn all(words: &Words, quotes: &[&str]) -> Result<Vec<Passage>, Vec<(usize, AnchorError)>> {
    let mut found = Vec::with_capacity(quotes.len());
    let mut errors = Vec::new();
    // From the last to the first: a short span is the last one before its successor.
    let mut next: Option<(usize, Range<usize>)> = None;
    for (index, quote) in quotes.iter().enumerate().rev() {
        match before(words, quote, next.as_ref().map(|(_, range)| range)) {
            Ok(Some(range)) => {
                match passage(words, &range) {
                    Ok(passage) => found.push(passage),
                    Err(error) => errors.push((index, error)),
                }
                next = Some((index, range));
            }
            // It is the later one of the list that stands too early.
            Ok(None) => {
                let at = next.as_ref().map_or(index, |(index, _)| *index);
                let before = beginning(quote);
                errors.push((at, AnchorError::OutOfOrder { before }));
            }
            Err(error) => errors.push((index, error)),
        }
    }
    found.reverse();
    errors.reverse();
    if errors.is_empty() {
        Ok(found)
    } else {
        Err(errors)
    }
}

/// What the first words of a quote are, so that it can be told from others.
fn beginning(quote: &str) -> String {
    let folded = fold(quote);
    match folded.char_indices().nth(SHORT_SPAN) {
        None => folded,
        Some((end, _)) => format!("{}…", folded.get(..end).unwrap_or_default().trim_end()),
    }
}

fn ends(whole: &[Option<String>; 2]) -> &'static str {
    match whole {
        [Some(_), Some(_)] => "these words begin and end",
        [Some(_), None] => "these words begin",
        _ => "these words end",
    }
}

/// The place of a span that ends before the next one begins; `None` where all of them stand later.
fn before(
    words: &Words,
    quote: &str,
    next: Option<&Range<usize>>,
) -> Result<Option<Range<usize>>, AnchorError> {
    let folded = fold(quote);
    let places = places(words, &folded)?;
    let times = places.len();
    let may_repeat = next.is_some() && folded.chars().count() <= SHORT_SPAN;
    if times > 1 && !may_repeat {
        return Err(AnchorError::Repeated { times });
    }
    Ok(places
        .into_iter()
        .rfind(|place| next.is_none_or(|next| place.end <= next.start)))
}

/// The place where some folded words stand first.
pub fn first(words: &Words, folded: &str) -> Result<Range<usize>, AnchorError> {
    let mut places = places(words, folded)?;
    Ok(places.swap_remove(0))
}

/// The place where some folded words stand first, widened where it begins or ends inside a word.
pub fn widened(words: &Words, folded: &str) -> Option<Range<usize>> {
    if !folded.contains(char::is_alphanumeric) {
        return None;
    }
    let text = words.folded.as_str();
    let place = words.folded.occurrences(folded).into_iter().next()?;
    let start = around(text, place.start).map_or(place.start, |word| word.start);
    let end = around(text, place.end).map_or(place.end, |word| word.end);
    Some(start..end)
}

/// Where a folded quote stands in the folded text; at least one place, and none that cuts a word if there is another.
pub fn places(words: &Words, folded: &str) -> Result<Vec<Range<usize>>, AnchorError> {
    if !folded.contains(char::is_alphanumeric) {
        return Err(AnchorError::Wordless);
    }
    let places = words.folded.occurrences(folded);
    let Some(first) = places.first().cloned() else {
        return Err(AnchorError::Absent {
            nearest: words.nearest(folded).map(str::to_owned),
        });
    };
    let text = words.folded.as_str();
    let whole = places.into_iter().filter(|place| !is_cut(text, place));
    let whole: Vec<Range<usize>> = whole.collect();
    if whole.is_empty() {
        let word = |cut| around(text, cut).and_then(|word| text.get(word));
        let whole = [first.start, first.end].map(|cut| word(cut).map(str::to_owned));
        return Err(AnchorError::Cut { whole });
    }
    Ok(whole)
}

fn is_cut(text: &str, place: &Range<usize>) -> bool {
    [place.start, place.end]
        .into_iter()
        .any(|cut| around(text, cut).is_some())
}

fn passage(words: &Words, range: &Range<usize>) -> Result<Passage, AnchorError> {
    words
        .folded
        .passage(range)
        .ok_or(AnchorError::Absent { nearest: None })
}
