//! Lines wrapped to a width.

use textwrap::{Options, WordSplitter};

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

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn a_long_line_breaks_at_spaces_and_keeps_its_indentation() {
        assert_eq!(wrapped("- one two three", 9, 2), "- one two\n  three");
        assert_eq!(wrapped("  - one", 9, 4), "  - one");
        assert_eq!(wrapped("abcdefghijkl m", 5, 0), "abcdefghijkl\nm");
        assert_eq!(wrapped("", 5, 2), "");
    }
}
