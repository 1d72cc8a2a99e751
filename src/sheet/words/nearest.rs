//! The passage of a readout that is most like a quote that does not stand in it.

use std::collections::BTreeMap;

/// Quotes of more words than this are compared by their first words only, so that a huge one costs no more.
const MOST_WORDS: usize = 200;

/// The stretch of a folded text that shares most words with a folded quote; `None` where it shares fewer than half.
///
/// One pass over the text with a window as long as the quote: linear in both.
pub(super) fn nearest<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
    let mut missing: BTreeMap<String, isize> = BTreeMap::new();
    for word in quote.split(' ').take(MOST_WORDS) {
        *missing.entry(key(word)).or_default() += 1;
    }
    let length = quote.split(' ').take(MOST_WORDS).count();
    let words: Vec<(usize, &str)> = words(text);
    let (mut shared, mut best) = (0_usize, (0, 0));
    for (index, (_, word)) in words.iter().enumerate() {
        if let Some(count) = missing.get_mut(&key(word)) {
            shared += usize::from(*count > 0);
            *count -= 1;
        }
        if let Some((_, gone)) = index.checked_sub(length).and_then(|gone| words.get(gone))
            && let Some(count) = missing.get_mut(&key(gone))
        {
            *count += 1;
            shared -= usize::from(*count > 0);
        }
        if shared > best.0 {
            best = (shared, index);
        }
    }
    let (shared, last) = best;
    if shared * 2 < length.max(1) {
        return None;
    }
    let (start, _) = words.get((last + 1).saturating_sub(length))?;
    let (end, word) = words.get(last)?;
    text.get(*start..end + word.len())
}

/// The words of a folded text, single blanks between them, with their offsets.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut offset = 0;
    let mut located = |word: &str| {
        let start = offset;
        offset += word.len() + 1;
        start
    };
    text.split(' ')
        .map(|word| (located(word), word))
        .filter(|(_, word)| !word.is_empty())
        .collect()
}

/// A word without letter case and punctuation at its ends.
fn key(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misquoted_sentence_finds_its_original() {
        let text =
            "It began. We can supply you with steelwork, cement, and other things. It ended.";
        let quote = "we could supply you with steelwork and cement";
        assert_eq!(
            nearest(text, quote),
            Some("We can supply you with steelwork, cement, and")
        );
    }

    #[test]
    fn what_shares_less_than_half_its_words_has_no_nearest_passage() {
        assert_eq!(nearest("one two three four", "five six seven four"), None);
        assert_eq!(nearest("", "x"), None);
    }
}
