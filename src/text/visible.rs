//! Text that is safe to show on one line of a terminal or a page.

use std::borrow::Cow;
use std::fmt::Write;

use super::unicode::is_unseen;

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
