//! Lines wrapped to a width.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};

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

/// The words of a cell: a line may break at each space, and within an interval of two dates after the slash.
pub fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let words = WordSeparator::AsciiSpace.find_words(line);
    Box::new(words.flat_map(|word| {
        let Some(slash) = interval_slash(word.word) else {
            return [Some(word), None].into_iter().flatten();
        };
        let (from, to) = word.word.split_at(slash + 1);
        let mut to = Word::from(to);
        to.whitespace = word.whitespace;
        [Some(Word::from(from)), Some(to)].into_iter().flatten()
    }))
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
