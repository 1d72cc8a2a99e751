//! Direct speech: the stretches of a text between quotation marks.

use std::ops::Range;

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

    fn parts(text: &str) -> Vec<&str> {
        spoken(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn words_between_any_pair_of_marks_are_spoken() {
        let text = "He said “yes” and \"no\", then «да» and „nein“.";
        assert_eq!(parts(text), ["“yes”", "\"no\"", "«да»", "„nein“"]);
    }

    #[test]
    fn a_quotation_that_is_not_closed_ends_with_its_paragraph() {
        assert_eq!(parts("“One.\n\n“Two,” he said."), ["“One.\n", "“Two,”"]);
        assert_eq!(parts("a “b"), ["“b"]);
    }
}
