//! Attributes and texts of [XML 1.0](https://www.w3.org/TR/xml/).

use std::fmt::Write;

use super::unicode::is_unseen;

/// A character that XML forbids, even as a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forbidden(pub char);

/// ` name="value"`.
///
/// # Errors
/// As [`text`].
pub fn attribute(name: &str, value: &str) -> Result<String, Forbidden> {
    let mut text = String::with_capacity(name.len() + value.len() + 4);
    add_attribute(&mut text, name, value)?;
    Ok(text)
}

/// A text with every character escaped that XML, or an XML reader, would change or misread.
///
/// # Errors
/// The first character that is [`Forbidden`].
pub fn text(value: &str) -> Result<String, Forbidden> {
    let mut escaped = String::with_capacity(value.len());
    add_text(&mut escaped, value)?;
    Ok(escaped)
}

/// Adds ` name="value"`. Line ends and tabs are escaped, because a reader turns bare ones in an attribute into spaces.
///
/// # Errors
/// As [`text`].
pub fn add_attribute(out: &mut String, name: &str, value: &str) -> Result<(), Forbidden> {
    out.extend([" ", name, "=\""]);
    add_escaped(out, value, |c| matches!(c, '"' | '\n' | '\t'))?;
    out.push('"');
    Ok(())
}

/// Adds a text, escaped as [`text`] does.
///
/// # Errors
/// As [`text`].
pub fn add_text(out: &mut String, value: &str) -> Result<(), Forbidden> {
    add_escaped(out, value, |_| false)
}

fn add_escaped(
    out: &mut String,
    value: &str,
    is_escaped_too: impl Fn(char) -> bool,
) -> Result<(), Forbidden> {
    let mut rest = value;
    loop {
        let plain = rest.bytes().take_while(|byte| is_plain(*byte)).count();
        let (plain, other) = rest.split_at(plain);
        out.push_str(plain);
        let Some(c) = other.chars().next() else {
            return Ok(());
        };
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if is_escaped_too(c) => out.push_str("&quot;"),
            '\t' | '\n' if !is_escaped_too(c) => out.push(c),
            _ if is_forbidden(c) => return Err(Forbidden(c)),
            _ if is_unseen(c) => {
                // Writing into a String never fails.
                let _ = write!(out, "&#x{:X};", u32::from(c));
            }
            _ => out.push(c),
        }
        (_, rest) = other.split_at(c.len_utf8());
    }
}

/// Whether a byte is a character that never needs an escape.
const fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'&' | b'<' | b'>')
}

/// The first character of a text that XML forbids.
pub fn forbidden(value: &str) -> Option<Forbidden> {
    // Of the bytes of UTF-8, only controls and those of U+FFFE and U+FFFF need a check.
    let may_be = |byte: u8| byte < b' ' || byte == 0xEF;
    if !value.bytes().any(may_be) {
        return None;
    }
    value.chars().find(|c| is_forbidden(*c)).map(Forbidden)
}

/// Whether a character is not a [Char](https://www.w3.org/TR/xml/#NT-Char); a `char` of Rust is never a surrogate.
fn is_forbidden(c: char) -> bool {
    (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped_that_a_reader_would_take_for_something_else() {
        for (value, in_text, in_attribute) in [
            ("plain – “text”", "plain – “text”", "plain – “text”"),
            (
                "<a & b>]]>",
                "&lt;a &amp; b&gt;]]&gt;",
                "&lt;a &amp; b&gt;]]&gt;",
            ),
            ("\"it's\"", "\"it's\"", "&quot;it's&quot;"),
            ("a\n\tb", "a\n\tb", "a&#xA;&#x9;b"),
            ("a\rb", "a&#xD;b", "a&#xD;b"),
            (
                "\u{202E}x\u{200D}",
                "&#x202E;x&#x200D;",
                "&#x202E;x&#x200D;",
            ),
        ] {
            assert_eq!(text(value), Ok(in_text.to_owned()));
            assert_eq!(attribute("n", value), Ok(format!(" n=\"{in_attribute}\"")));
            assert_eq!(forbidden(value), None);
        }
        for c in ['\0', '\u{1B}', '\u{FFFE}', '\u{FFFF}'] {
            let value = format!("a{c}b");
            assert_eq!(text(&value), Err(Forbidden(c)));
            assert_eq!(forbidden(&value), Some(Forbidden(c)));
        }
        assert_eq!(forbidden("\u{FEFF}\u{7F}"), None);
    }
}
