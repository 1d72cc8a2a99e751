//! Characters that are invisible or that make a line look different from what it says, and texts without them.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character is a control, one of the two Unicode line separators, or forbidden in XML.
#[must_use]
pub fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Whether a character changes the direction of its neighbours ([UAX
/// 9](https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters)).
#[must_use]
pub fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character has no width: joiners, soft hyphens, byte order marks, tags.
#[must_use]
pub fn has_no_width(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200D}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206A}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether a diff would hide a character.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    is_control(c) || turns_direction(c) || has_no_width(c)
}

/// A text on one line, with every character visible: line ends and tabs become spaces; control characters, direction
/// marks and characters without width become codes such as `<U+202E>`.
///
/// Labels are untrusted: they must not colour, clear or reorder the text around them.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| !is_blank(c) && !is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        if is_blank(c) {
            shown.push(' ');
        } else if is_hidden(c) {
            // Writing into a String cannot fail.
            _ = write!(shown, "<U+{:04X}>", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// White space that would break the line.
fn is_blank(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that act instead of showing. The joiners U+200C and U+200D stay, because Persian, Hindi and other
/// languages need them.
fn is_hidden(c: char) -> bool {
    is_unseen(c) && !matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn terminal_commands_are_made_visible() {
        assert_eq!(
            visible("a\u{1b}[31mb\u{7}\u{9b}c\u{202e}d\u{200b}"),
            "a<U+001B>[31mb<U+0007><U+009B>c<U+202E>d<U+200B>"
        );
        assert_eq!(
            visible("one\r\ntwo\tthree\u{2028}four"),
            "one two three four"
        );
        assert_eq!(visible("Беларусь, کتاب‌ها"), "Беларусь, کتاب‌ها");
    }
}
