//! Words and numbers as sentences need them: articles, counts, single lines, shortened texts.

use std::borrow::Cow;

/// A text with a capital first letter, unless it begins with the host of an address: `afn.by reports …`.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let word = text.split(' ').next().unwrap_or_default();
    if word.trim_end_matches('.').contains('.') {
        return text.to_owned();
    }
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

/// A text between two others; empty if the text is empty.
#[must_use]
pub fn framed(before: &str, text: &str, after: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    [before, text, after].concat()
}

/// A noun with its indefinite article: `a sector`, `an actor`.
#[must_use]
pub fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}

/// A text on one line, with white space collapsed; most texts need no change.
#[must_use]
pub fn flat(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| (b' '..0x7F).contains(&byte));
    if is_plain && !text.contains("  ") && !text.starts_with(' ') && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    Cow::Owned(words.join(" "))
}

/// Significant digits of a rounded number.
const DIGITS: i32 = 4;

/// A number with four significant digits; whole numbers keep all of theirs.
#[must_use]
pub fn rounded(number: f64) -> String {
    let size = number.abs();
    if number.fract().abs() <= 0.0 && size < 1e15 {
        return format!("{number}");
    }
    if !(1e-4..1e15).contains(&size) {
        return format!("{number:.3e}");
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a logarithm between -4 and 15"
    )]
    let before = size.log10().floor() as i32 + 1;
    let decimals = usize::try_from((DIGITS - before).max(0)).unwrap_or_default();
    let text = format!("{number:.decimals$}");
    if decimals > 0 {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// `1 act`, `2 acts`.
#[must_use]
pub fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Messages and hints with more characters than this are cut.
const LONGEST: usize = 1_000;

/// A message or a hint, cut in the middle if it is very long: the problem is stated before or after the name.
#[must_use]
pub fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return Cow::Borrowed(text);
    }
    let half = LONGEST / 2;
    let begin = text.chars().take(half);
    let end = text.chars().skip(text.chars().count() - half);
    Cow::Owned(begin.chain(['…']).chain(end).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_four_digits() {
        for (number, text) in [
            (0.0, "0"),
            (29.0, "29"),
            (1.0 / 3.0, "0.3333"),
            (12.0 / 7.0, "1.714"),
            (123_456.7, "123457"),
            (1e-7, "1.000e-7"),
            (-0.5, "-0.5"),
            (0.1 + 0.2, "0.3"),
            (1e300, "1.000e300"),
        ] {
            assert_eq!(rounded(number), text);
        }
    }

    #[test]
    fn only_what_is_very_long_is_cut_and_in_its_middle() {
        for text in ["", "short", &"я".repeat(LONGEST)] {
            assert_eq!(shortened(text), text);
        }
        let long = format!("begin{}end", "я".repeat(LONGEST));
        let short = shortened(&long);
        assert!(short.starts_with("beginя") && short.ends_with("яend"));
        assert_eq!(short.chars().count(), LONGEST + 1);
    }
}
