//! Finding quotes: exactly once, or not at all.

use std::ops::Range;

use super::{Passage, Words, fold};

/// In a list, a span of at most this many code points may repeat in the readout: the next span settles which one is meant.
const SHORT_SPAN: usize = 40;

/// Why a quote has no place in the readout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(in crate::sheet) enum AnchorError {
    #[error("these words do not stand in the readout")]
    Absent {
        /// The passage that is most like it.
        nearest: Option<String>,
    },
    #[error("there is no word in this quote")]
    Wordless,
    #[error("these words stand {times} times in the readout")]
    Repeated { times: usize },
    #[error("this passage does not stand after the one before it in the list")]
    OutOfOrder,
}

impl AnchorError {
    /// The code of the finding, and what to do.
    pub(in crate::sheet) fn advice(&self) -> (&'static str, Option<String>) {
        match self {
            Self::Absent { nearest: None } => ("quote-not-found", None),
            Self::Absent {
                nearest: Some(passage),
            } => (
                "quote-not-found",
                Some(format!("the nearest passage is: {passage}")),
            ),
            Self::Wordless => (
                "quote-not-found",
                Some("quote the words that carry it".to_owned()),
            ),
            Self::Repeated { .. } => (
                "quote-repeated",
                Some("lengthen the quote until it stands there once".to_owned()),
            ),
            Self::OutOfOrder => (
                "quote-order",
                Some("list the passages in the order of the text; they may not overlap".to_owned()),
            ),
        }
    }
}

pub(super) fn all(
    words: &Words,
    quotes: &[&str],
) -> Result<Vec<Passage>, Vec<(usize, AnchorError)>> {
    let mut found = Vec::with_capacity(quotes.len());
    let mut errors = Vec::new();
    // From the last to the first: a short span is the last one before its successor.
    let mut next: Option<Range<usize>> = None;
    for (index, quote) in quotes.iter().enumerate().rev() {
        match before(words, quote, next.as_ref()) {
            Ok(range) => {
                match passage(words, &range) {
                    Ok(passage) => found.push(passage),
                    Err(error) => errors.push((index, error)),
                }
                next = Some(range);
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

/// The place of a span that ends before the next one begins.
fn before(
    words: &Words,
    quote: &str,
    next: Option<&Range<usize>>,
) -> Result<Range<usize>, AnchorError> {
    let folded = fold(quote);
    let places = places(words, &folded)?;
    let times = places.len();
    let may_repeat = next.is_some() && folded.chars().count() <= SHORT_SPAN;
    if times > 1 && !may_repeat {
        return Err(AnchorError::Repeated { times });
    }
    places
        .into_iter()
        .rfind(|place| next.is_none_or(|next| place.end <= next.start))
        .ok_or(AnchorError::OutOfOrder)
}

/// Where a folded quote stands in the folded text; at least one place.
fn places(words: &Words, folded: &str) -> Result<Vec<Range<usize>>, AnchorError> {
    if !folded.contains(char::is_alphanumeric) {
        return Err(AnchorError::Wordless);
    }
    let places: Vec<Range<usize>> = words.folded.occurrences(folded).collect();
    if places.is_empty() {
        return Err(AnchorError::Absent {
            nearest: words.nearest(folded).map(str::to_owned),
        });
    }
    Ok(places)
}

fn passage(words: &Words, range: &Range<usize>) -> Result<Passage, AnchorError> {
    words
        .folded
        .passage(range)
        .ok_or(AnchorError::Absent { nearest: None })
}
