//! Lines wrapped to a width.

use unicode_width::UnicodeWidthStr;

/// A line broken at spaces so that no part is wider than `width` columns, except for a word that is; all parts after the
/// first begin with `indent` spaces.
pub fn wrapped(line: &str, width: usize, indent: usize) -> String {
    let indentation = " ".repeat(indent);
    let leading = line.len() - line.trim_start().len();
    let (mut text, line) = {
        let (blank, rest) = line.split_at(leading);
        (blank.to_owned(), rest)
    };
    let mut used = text.width();
    let mut is_first = true;
    for word in line.split(' ') {
        let size = word.width();
        if !is_first && used + 1 + size > width {
            text.extend(["\n", &indentation]);
            used = indent;
        } else if !is_first {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        used += size;
        is_first = false;
    }
    text
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
