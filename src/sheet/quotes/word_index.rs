//! An index of the words of a text: it finds quotes without a pass over the text, and the passage most like a quote.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::words::{has_blanks, words};

/// Longer quotes are compared by their first words, so that a huge one costs no more.
const MAX_COMPARED: usize = 200;
/// Words of the text that all searches for nearest passages may visit together: where every quote of a large sheet is
/// wrong, the readout is the wrong one, and no nearest passage helps.
const MAX_VISITED: usize = 100_000_000;

/// The words of a folded text, numbered by their spelling without letter case.
#[derive(Debug)]
pub struct WordIndex {
    /// In the order of the text.
    words: Vec<Word>,
    spellings: HashMap<String, Spelling>,
    /// Words that may still be visited.
    budget: AtomicUsize,
}

#[derive(Debug)]
struct Word {
    start: usize,
    end: usize,
    /// The number of its spelling.
    number: usize,
}

#[derive(Debug)]
struct Spelling {
    number: usize,
    /// Where the words with this spelling begin, in the order of the text.
    starts: Vec<usize>,
}

impl WordIndex {
    pub fn new(text: &str) -> Self {
        let mut spellings: HashMap<String, Spelling> = HashMap::new();
        let numbered = |(start, word): (usize, &str)| {
            let number = spellings.len();
            let new = || Spelling {
                number,
                starts: Vec::new(),
            };
            let spelling = spellings.entry(word.to_lowercase()).or_insert_with(new);
            spelling.starts.push(start);
            Word {
                start,
                end: start + word.len(),
                number: spelling.number,
            }
        };
        Self {
            words: words(text).map(numbered).collect(),
            spellings,
            budget: AtomicUsize::new(MAX_VISITED),
        }
    }

    /// Where a folded quote begins in the text that was indexed: every such place, if the quote has a word by which to
    /// look it up.
    ///
    /// The words at the ends of the quote may be parts of longer ones. If `all` places are needed, only the others are
    /// looked up; if not, places that divide a word may be left out.
    pub fn find(&self, text: &str, quote: &str, all: bool) -> Option<Vec<usize>> {
        let is_inner = |start: usize, word: &str| start > 0 && start + word.len() < quote.len();
        let (offset, starts) = words(quote)
            .filter(|(start, word)| !all || is_inner(*start, word))
            .map(|(start, word)| (start, self.starts(word)))
            .min_by_key(|(_, starts)| starts.len())?;
        let starts = starts.iter().filter_map(|start| {
            let start = start.checked_sub(offset)?;
            text.get(start..)?.starts_with(quote).then_some(start)
        });
        Some(starts.collect())
    }

    fn starts(&self, word: &str) -> &[usize] {
        let spelling = self.spellings.get(&word.to_lowercase());
        spelling.map_or(&[], |spelling| &spelling.starts)
    }

    /// The passage of the text that shares the most words with a folded quote; `None` if it shares fewer than half, or
    /// if the searches so far have visited too many words.
    ///
    /// One pass over the text with a window as long as the quote.
    pub fn nearest(&self, text: &str, quote: &str) -> Option<Range<usize>> {
        // A sheet is read by one thread, so the same quotes use up the budget every time.
        let budget = self.budget.load(Ordering::Relaxed);
        let rest = budget.checked_sub(self.words.len())?;
        self.budget.store(rest, Ordering::Relaxed);
        let number = |(_, word): (usize, &str)| {
            let spelling = self.spellings.get(&word.to_lowercase())?;
            Some(spelling.number)
        };
        let quote: Vec<Option<usize>> = words(quote).take(MAX_COMPARED).map(number).collect();
        let (shared, last) = self.best_window(&quote);
        if quote.is_empty() || shared * 2 < quote.len() {
            return None;
        }
        let first = self.words.get((last + 1).saturating_sub(quote.len()))?;
        let last = self.words.get(last)?;
        // With the punctuation and the parts of words next to it.
        let is_outside = |c: char| c == ' ' || !has_blanks(c);
        let start = text
            .get(..first.start)?
            .trim_end_matches(|c| !is_outside(c));
        let end = text.get(last.end..)?.trim_start_matches(|c| !is_outside(c));
        Some(start.len()..text.len() - end.len())
    }

    /// How many words of a quote the best window of its length holds, and the index of the window's last word. Of equals
    /// it is the first that begins or ends as the quote does.
    fn best_window(&self, quote: &[Option<usize>]) -> (usize, usize) {
        // For each word of the quote, how many more of it the window can use.
        let mut wanting: Vec<Option<isize>> = vec![None; self.spellings.len()];
        for number in quote.iter().flatten() {
            if let Some(count) = wanting.get_mut(*number) {
                *count = Some(count.unwrap_or_default() + 1);
            }
        }
        let number = |index: usize| self.words.get(index).map(|word| word.number);
        let (mut shared, mut best) = (0_usize, (0, 0, 0));
        for (last, word) in self.words.iter().enumerate() {
            if let Some(Some(count)) = wanting.get_mut(word.number) {
                shared += usize::from(*count > 0);
                *count -= 1;
            }
            let dropped = last.checked_sub(quote.len()).and_then(number);
            if let Some(Some(count)) = dropped.and_then(|number| wanting.get_mut(number)) {
                *count += 1;
                shared -= usize::from(*count > 0);
            }
            let first = number((last + 1).saturating_sub(quote.len()));
            let alike = usize::from(quote.first() == Some(&first))
                + usize::from(quote.last() == Some(&Some(word.number)));
            if (shared, alike) > (best.0, best.1) {
                best = (shared, alike, last);
            }
        }
        (best.0, best.2)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::words::divided;
    use super::*;

    fn nearest<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
        WordIndex::new(text)
            .nearest(text, quote)
            .map(|range| &text[range])
    }

    #[test]
    fn the_nearest_passage_of_a_misquoted_sentence_is_its_original() {
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
    fn a_quote_that_shares_less_than_half_its_words_has_no_nearest_passage() {
        assert_eq!(nearest("one two three four", "five six seven four"), None);
        assert_eq!(nearest("", "x"), None);
        assert_eq!(nearest("one – two", "– …"), None);
    }

    proptest! {
        /// Few letters, so that there are many places.
        #[test]
        fn every_place_is_found(text in "[ab ]{0,400}|[абв🚋]{0,60}|[我们 a]{0,60}", start in 0_usize..400, length in 0_usize..30) {
            let quote: String = text.chars().skip(start).take(length).collect();
            let index = WordIndex::new(&text);
            let places = text.char_indices().map(|(place, _)| place);
            let places: Vec<usize> = places.filter(|place| text[*place..].starts_with(&quote)).collect();
            if let Some(found) = index.find(&text, &quote, true) {
                prop_assert_eq!(&found, &places);
            }
            let is_whole = |place: &usize| {
                divided(&text, *place).is_none() && divided(&text, place + quote.len()).is_none()
            };
            if let Some(mut found) = index.find(&text, &quote, false) {
                found.retain(is_whole);
                let whole: Vec<usize> = places.into_iter().filter(is_whole).collect();
                prop_assert_eq!(found, whole);
            } else {
                prop_assert_eq!(words(&quote).next(), None);
            }
        }
    }
}
