//! Texts and keys in TOML syntax.

use std::fmt::Write;

use super::unicode::is_unseen;

/// A text as a [TOML string](https://toml.io/en/v1.0.0#string) on one line, with its quotation marks.
///
/// It is a literal string if that saves escapes. Invisible characters are escaped.
#[must_use]
pub fn toml_string(text: &str) -> String {
    let is_plain = !text.contains(is_unseen);
    if is_plain && text.contains(['"', '\\']) && !text.contains('\'') {
        return format!("'{text}'");
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // Writing into a String never fails.
            c if is_unseen(c) && u32::from(c) > 0xFFFF => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
            c if is_unseen(c) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A TOML key: bare if possible.
#[must_use]
pub fn toml_key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !name.is_empty() && name.chars().all(bare) {
        name.to_owned()
    } else {
        toml_string(name)
    }
}

/// Texts as a TOML list.
#[must_use]
pub fn toml_list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<String> = texts.into_iter().map(toml_string).collect();
    format!("[{}]", texts.join(", "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::{DeTable, DeValue};

    use super::*;

    fn read(spelt: &str) -> String {
        let text = format!("text = {spelt}");
        let table = DeTable::parse(&text).unwrap();
        match table.get_ref().get("text").unwrap().get_ref() {
            DeValue::String(text) => text.clone().into_owned(),
            other => panic!("{other:?}"),
        }
    }

    proptest! {
        #[test]
        fn what_is_spelt_is_read_back(text in "(?s).{0,40}") {
            let spelt = toml_string(&text);
            prop_assert!(!spelt.contains(['\n', '\r']));
            prop_assert_eq!(read(&spelt), text);
        }
    }

    #[test]
    fn a_literal_string_saves_escapes_and_what_is_unseen_is_escaped() {
        assert_eq!(toml_string("We can"), "\"We can\"");
        assert_eq!(toml_string("say \"no\""), "'say \"no\"'");
        assert_eq!(toml_string("it's \"no\""), "\"it's \\\"no\\\"\"");
        assert_eq!(toml_string("C:\\a\r\n\tb"), "\"C:\\\\a\\r\\n\\tb\"");
        assert_eq!(
            toml_string("a\u{200B}\u{7}\u{E0001}"),
            "\"a\\u200B\\u0007\\U000E0001\""
        );
        assert_eq!(toml_key("kestrel-coast"), "kestrel-coast");
        assert_eq!(toml_key("id:norland"), "\"id:norland\"");
    }
}
