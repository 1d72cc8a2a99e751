//! The forms that some texts must have: slugs, addresses, language tags; and what no text may hold.

use oxigraph::model::{Literal, NamedNode};

/// Whether a text may be the last segment of an IRI of ours: lower-case ASCII letters, digits, single hyphens inside.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let word = |word: &str| {
        let mut bytes = word.bytes();
        !word.is_empty() && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.split('-').all(word)
}

/// Whether a text is the address of a page: an IRI that begins with `http://` or `https://`.
#[must_use]
pub fn is_url(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && NamedNode::new(text).is_ok()
}

/// Whether a text is a language tag that a literal can carry.
pub fn is_language(text: &str) -> bool {
    Literal::new_language_tagged_literal("", text).is_ok()
}

/// Whether a sheet refuses a character in a text: a control character, but for tabs and line ends.
pub fn is_refused(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Whether a sheet takes a text: one that is not blank and holds no control characters but tabs and line ends.
#[must_use]
pub fn is_text(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(is_refused)
}
