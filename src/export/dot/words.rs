//! Words, wrapped and cut to the available space.

use std::borrow::Cow;

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::quoted::{self, Quoted};

/// The maximum width of a single word in a label.
const WORD_WIDTH: usize = 40;
/// The maximum number of characters of a quote in a tooltip, and of a title.
pub const QUOTE_LENGTH: usize = 280;

/// The name of a picture: its title, cut like a title.
pub fn name(title: &str) -> Quoted {
    quoted::identifier(&cut(title, QUOTE_LENGTH))
}

/// The lines of a text, with a maximum width in terminal columns and a maximum number; only a very long word is cut.
pub fn wrapped(text: &str, columns: usize, most: usize) -> Vec<String> {
    let words: Vec<Cow<'_, str>> = text.split_whitespace().map(narrowed).collect();
    let words = words.join(" ");
    let options = Options::new(columns)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let lines = textwrap::wrap(&words, options).into_iter();
    let lines = lines.filter(|line| !line.is_empty());
    let mut lines: Vec<String> = lines.map(Cow::into_owned).collect();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push_str(" …");
        }
    }
    lines
}

/// A word, cut to the available space.
fn narrowed(word: &str) -> Cow<'_, str> {
    if word.width() <= WORD_WIDTH {
        return Cow::Borrowed(word);
    }
    let mut width = 1;
    let fits = |c: &char| {
        width += c.width().unwrap_or_default();
        width <= WORD_WIDTH
    };
    Cow::Owned(word.chars().take_while(fits).chain(['…']).collect())
}

/// A text, cut at a word to the available space.
pub fn cut(text: &str, length: usize) -> Cow<'_, str> {
    // A text has no more characters than bytes.
    if text.len() <= length {
        return Cow::Borrowed(text);
    }
    let Some((end, _)) = text.char_indices().nth(length) else {
        return Cow::Borrowed(text);
    };
    let (room, _) = text.split_at(end);
    let whole_words = room.rsplit_once(' ').map_or(room, |(words, _)| words);
    Cow::Owned([whole_words, " …"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: usize = 4;

    fn label(text: &str) -> Vec<String> {
        wrapped(text, 20, LINES)
    }

    #[test]
    fn labels_break_at_spaces_by_the_width_that_is_seen() {
        assert_eq!(label("Kaliningrad Oblast"), ["Kaliningrad Oblast"]);
        assert_eq!(
            label("Governor of\n Kaliningrad  Oblast"),
            ["Governor of", "Kaliningrad Oblast"]
        );
        assert_eq!(
            label("白俄罗斯共和国 加里宁格勒州"),
            ["白俄罗斯共和国", "加里宁格勒州"]
        );
        assert_eq!(label("😀 ".repeat(9).as_str()).len(), 2);
        assert_eq!(label(""), [""; 0]);
    }

    #[test]
    fn labels_and_quotes_have_an_end() {
        let one_word = "слово".repeat(4_000);
        for wide in [one_word.as_str(), &"家".repeat(20_000), &"x".repeat(41)] {
            let lines = label(&format!("a {wide} b"));
            assert_eq!(lines.len(), 3);
            assert!(
                lines[1].ends_with('…') && lines[1].width() <= WORD_WIDTH,
                "{lines:?}"
            );
            assert!(lines[1].width() >= WORD_WIDTH - 1);
        }
        assert_eq!(label(&"x".repeat(40)), ["x".repeat(40)]);
        assert_eq!(label("aaaaaaaaaaaaaaa ".repeat(9).as_str()).len(), LINES);
        let long = "слово ".repeat(100);
        assert!(cut(&long, QUOTE_LENGTH).ends_with("слово …"));
        assert!(cut(&long, QUOTE_LENGTH).chars().count() <= QUOTE_LENGTH + 2);
        assert_eq!(cut("word", QUOTE_LENGTH), "word");
    }
}
