//! The passage of a readout that is most like a quote that does not stand in it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Quotes of more words than this are compared by their first words only, so that a huge one costs no more.
const MOST_WORDS: usize = 200;
/// So many words are gone through at most: whoever has laid the wrong readout beside a large sheet needs no nearest
/// passage for each of its quotes.
const MOST_COMPARED: usize = 100_000_000;

/// The words of a folded text, each with the number of its spelling, so that many quotes can be held against it.
#[derive(Debug)]
pub struct Spellings {
    /// Offset and end of each word, and the number of its spelling.
    words: Vec<(usize, usize, usize)>,
    /// The spellings: words without letter case and punctuation at their ends.
    numbers: HashMap<String, usize>,
    /// How many words may still be gone through.
    left: AtomicUsize,
}

impl Spellings {
    pub(crate) fn new(text: &str) -> Self {
        let mut words = Vec::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut offset = 0;
        for word in text.split(' ') {
            if let Some(spelling) = spelling(word) {
                let next = numbers.len();
                let number = *numbers.entry(spelling).or_insert(next);
                words.push((offset, offset + word.len(), number));
            }
            offset += word.len() + 1;
        }
        Self {
            words,
            numbers,
            left: AtomicUsize::new(MOST_COMPARED),
        }
    }

    /// The stretch of the text that shares most words with a folded quote; `None` where it shares fewer than half, and
    /// where too many were sought before.
    ///
    /// One pass over the text with a window as long as the quote: linear in both.
    pub(crate) fn nearest(&self, quote: &str) -> Option<Range<usize>> {
        // One thread reads a sheet: it is always the same quotes that have had their passes.
        let left = self
            .left
            .load(Ordering::Relaxed)
            .checked_sub(self.words.len())?;
        self.left.store(left, Ordering::Relaxed);
        let number = |spelling: String| self.numbers.get(&spelling).copied();
        let spellings = quote.split(' ').filter_map(spelling).take(MOST_WORDS);
        let quote: Vec<Option<usize>> = spellings.map(number).collect();
        let (shared, last) = self.best_window(&quote);
        if quote.is_empty() || shared * 2 < quote.len() {
            return None;
        }
        let (start, _, _) = self.words.get((last + 1).saturating_sub(quote.len()))?;
        let (_, end, _) = self.words.get(last)?;
        Some(*start..*end)
    }

    /// The most words of a quote that a window of its length holds, and where it ends: of equals the first that begins
    /// or ends as the quote does.
    fn best_window(&self, quote: &[Option<usize>]) -> (usize, usize) {
        let mut missing = vec![0_isize; self.numbers.len()];
        for number in quote.iter().flatten() {
            if let Some(count) = missing.get_mut(*number) {
                *count += 1;
            }
        }
        let wanted: Vec<bool> = missing.iter().map(|count| *count > 0).collect();
        let is_wanted = |number: &usize| wanted.get(*number).copied().unwrap_or_default();
        let word = |index: usize| self.words.get(index).map(|(_, _, number)| *number);
        let (mut shared, mut best) = (0_usize, (0, 0, 0));
        for (index, (_, _, number)) in self.words.iter().enumerate() {
            if let Some(count) = missing.get_mut(*number).filter(|_| is_wanted(number)) {
                shared += usize::from(*count > 0);
                *count -= 1;
            }
            let gone = index.checked_sub(quote.len()).and_then(word);
            if let Some(gone) = gone.filter(is_wanted)
                && let Some(count) = missing.get_mut(gone)
            {
                *count += 1;
                shared -= usize::from(*count > 0);
            }
            let first = word((index + 1).saturating_sub(quote.len()));
            let alike = usize::from(quote.first() == Some(&first))
                + usize::from(quote.last() == Some(&Some(*number)));
            if (shared, alike) > (best.0, best.1) {
                best = (shared, alike, index);
            }
        }
        (best.0, best.2)
    }
}

/// A word without letter case and punctuation at its ends; `None` where nothing is left.
fn spelling(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    (!word.is_empty()).then(|| word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
        Spellings::new(text)
            .nearest(quote)
            .map(|range| &text[range])
    }

    #[test]
    fn a_misquoted_sentence_finds_its_original() {
        let text =
            "It began. We can supply you with steelwork, cement, and other things. It ended.";
        let quote = "we could supply you with steelwork and cement";
        assert_eq!(
            nearest(text, quote),
            Some("We can supply you with steelwork, cement, and")
        );
        assert_eq!(
            nearest(text, "They can supply you with steelwork"),
            Some("We can supply you with steelwork,")
        );
        assert_eq!(
            nearest(text, "We can supply you with steel"),
            Some("We can supply you with steelwork,")
        );
    }

    #[test]
    fn what_shares_less_than_half_its_words_has_no_nearest_passage() {
        assert_eq!(nearest("one two three four", "five six seven four"), None);
        assert_eq!(nearest("", "x"), None);
        assert_eq!(nearest("one – two", "– …"), None);
    }
}
