//! Where words begin and end.

use std::ops::Range;

/// Where the word stands that a cut goes through; `None` where there is no word on both sides of it.
pub fn around(text: &str, cut: usize) -> Option<Range<usize>> {
    let (before, after) = text.split_at_checked(cut)?;
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    let cuts = |c: char| is_letter(c) && has_blanks(c);
    if !cuts(last) || !cuts(next) {
        return None;
    }
    let start = before.trim_end_matches(is_letter).len();
    let end = text.len() - after.trim_start_matches(is_letter).len();
    Some(start..end)
}

/// A letter, a digit, or a mark that is set on the letter before it.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether blanks stand between the words of the script: in Thai, Chinese or Japanese they do not, and nobody but a
/// dictionary knows where a word ends.
fn has_blanks(c: char) -> bool {
    !matches!(c,
        '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_cut_through_letters_and_digits_goes_through_a_word() {
        let word = |before: &str, after: &str| {
            let text = [before, after].concat();
            around(&text, before.len()).map(|word| text[word].to_owned())
        };
        assert_eq!(word("We can su", "pply you").as_deref(), Some("supply"));
        assert_eq!(word("in 20", "19.").as_deref(), Some("2019"));
        assert_eq!(
            word("the cafe", "\u{301} is").as_deref(),
            Some("cafe\u{301}")
        );
        assert_eq!(word("стал", "и").as_deref(), Some("стали"));
        for (before, after) in [
            ("We can ", "supply"),
            ("“", "We"),
            ("steelwork", "-and"),
            ("Norland", "’s"),
            ("", "We"),
            ("We", ""),
            ("我们可以", "供应"),
            ("それは", "電車"),
        ] {
            assert_eq!(word(before, after), None, "{before}|{after}");
        }
    }
}
