//! Lines wrapped to a width.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr;

/// A line broken at spaces so that no part is wider than `width` columns, except for a word that is; all parts after the
/// first begin with `indent` spaces.
pub fn wrapped(line: &str, width: usize, indent: usize) -> String {
    let indentation = " ".repeat(indent);
    let options = Options::new(width)
        .subsequent_indent(&indentation)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(line, options)
}

/// A longer word, such as the name of a host, may break after a punctuation mark.
const LONG_WORD: usize = 16;

/// The parts of a cell between which a line may break: its words, the two dates of an interval, the parts of a long word.
pub fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let words = WordSeparator::AsciiSpace.find_words(line);
    Box::new(words.flat_map(|word| {
        let mut parts: Vec<Word<'_>> = parts(word.word).into_iter().map(Word::from).collect();
        if let Some(last) = parts.last_mut() {
            last.whitespace = word.whitespace;
        }
        parts
    }))
}

fn parts(word: &str) -> Vec<&str> {
    if let Some(slash) = interval_slash(word) {
        let (from, to) = word.split_at(slash + 1);
        vec![from, to]
    } else if word.width() > LONG_WORD && !is_address(word) {
        word.split_inclusive(['.', '-', '/']).collect()
    } else {
        vec![word]
    }
}

/// Where the slash of an interval of two dates is: `2017-11/2018`.
fn interval_slash(word: &str) -> Option<usize> {
    let is_date = |text: &str| {
        let is_part = |c: char| c.is_ascii_digit() || c == '-';
        text.len() >= 4 && text.chars().all(is_part)
    };
    let slash = word.find('/')?;
    let (from, to) = word.split_at(slash);
    (is_date(from) && is_date(&to[1..])).then_some(slash)
}

/// Whether a word is an address, which stays whole so that it can be copied.
pub fn is_address(word: &str) -> bool {
    word.contains("://")
}

/// The lines of a cell of this width. A longer word is cut, unless the cell has an address.
pub fn cell_lines(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(1))
        .break_words(!is_address(text))
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(text, options).into_iter();
    lines.map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{cell_lines, wrapped};

    #[test]
    fn cell_breaks_within_an_interval_and_never_within_an_address() {
        assert_eq!(
            cell_lines("2024-09-21/2024-12-31", 11),
            ["2024-09-21/", "2024-12-31"]
        );
        assert_eq!(cell_lines("km/h and/or", 5), ["km/h", "and/o", "r"]);
        assert_eq!(
            cell_lines("archives.example.org", 9),
            ["archives.", "example.", "org"]
        );
        let address = "https://a.example/2024-09-21/2024-12-31";
        assert_eq!(cell_lines(address, 9), [address]);
        assert_eq!(
            cell_lines(&format!("he says ({address})"), 9),
            ["he says", &format!("({address})")]
        );
    }

    #[test]
    fn a_long_line_breaks_at_spaces_and_keeps_its_indentation() {
        assert_eq!(wrapped("- one two three", 9, 2), "- one two\n  three");
        assert_eq!(wrapped("  - one", 9, 4), "  - one");
        assert_eq!(wrapped("abcdefghijkl m", 5, 0), "abcdefghijkl\nm");
        assert_eq!(wrapped("", 5, 2), "");
    }
}
