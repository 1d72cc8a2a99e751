//! Where words, and direct speech, begin and end.

use std::ops::Range;

/// The words of a text with their offsets, in its order; each letter of a script without blanks is a word.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text.get(end..)?.find(is_letter)?;
        let rest = text.get(start..)?;
        let first = rest.chars().next()?.len_utf8();
        let length = rest.find(|c| !joins(c)).unwrap_or(rest.len());
        end = start + length.max(first);
        Some((start, text.get(start..end)?))
    })
}

/// The word that a cut divides; `None` if the cut is between words.
pub fn divided(text: &str, cut: usize) -> Option<Range<usize>> {
    let (before, after) = text.split_at_checked(cut)?;
    if !before.ends_with(joins) || !after.starts_with(joins) {
        return None;
    }
    let start = before.trim_end_matches(joins).len();
    let end = text.len() - after.trim_start_matches(joins).len();
    Some(start..end)
}

/// A letter, a digit, or a combining mark.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a letter forms one word with another next to it.
fn joins(c: char) -> bool {
    is_letter(c) && has_blanks(c)
}

/// Whether the script of a character puts blanks between words. Thai, Chinese and Japanese do not, and only a
/// dictionary could find the end of a word.
pub fn has_blanks(c: char) -> bool {
    !matches!(c,
        '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

/// The byte ranges between quotation marks, including the marks, in the order of the text.
///
/// A quotation that is not closed ends with its paragraph: printers close only the last paragraph of a long one.
pub fn spoken(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    let mut line_is_blank = false;
    for (offset, character) in text.char_indices() {
        let end = offset + character.len_utf8();
        let paragraph_ends = character == '\n' && line_is_blank;
        match open {
            Some((start, closers)) if closers.contains(&character) => {
                ranges.push(start..end);
                open = None;
            }
            Some((start, _)) if paragraph_ends => {
                ranges.push(start..offset);
                open = None;
            }
            Some(_) => {}
            None => open = closers(character).map(|closers| (offset, closers)),
        }
        line_is_blank = character == '\n' || (line_is_blank && character.is_whitespace());
    }
    ranges.extend(open.map(|(start, _)| start..text.len()));
    ranges
}

/// The marks that may close a quotation that a character opens.
fn closers(character: char) -> Option<&'static [char]> {
    match character {
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '"' => Some(&['"']),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_cut_between_letters_or_digits_divides_a_word() {
        let word = |before: &str, after: &str| {
            let text = [before, after].concat();
            divided(&text, before.len()).map(|word| text[word].to_owned())
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

    #[test]
    fn letters_of_scripts_without_blanks_are_words() {
        let parts = |text| words(text).map(|(_, word)| word).collect::<Vec<_>>();
        let english = parts("“Norland’s cafe\u{301}”, in 2019");
        assert_eq!(english, ["Norland", "s", "cafe\u{301}", "in", "2019"]);
        assert_eq!(parts("我们A股。"), ["我", "们", "A", "股"]);
        assert_eq!(parts(" – "), [""; 0]);
    }

    fn quotations(text: &str) -> Vec<&str> {
        spoken(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn words_between_any_pair_of_marks_are_spoken() {
        let text = "He said “yes” and \"no\", then «да» and „nein“.";
        assert_eq!(quotations(text), ["“yes”", "\"no\"", "«да»", "„nein“"]);
    }

    #[test]
    fn a_quotation_that_is_not_closed_ends_with_its_paragraph() {
        assert_eq!(
            quotations("“One.\n\n“Two,” he said."),
            ["“One.\n", "“Two,”"]
        );
        assert_eq!(quotations("a “b"), ["“b"]);
    }
}
