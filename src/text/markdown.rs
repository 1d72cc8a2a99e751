//! Text in [GitHub's Markdown](https://github.github.com/gfm/).

use super::unicode::visible;

/// A text on one line of Markdown: markup, the end of a cell and HTML are escaped.
///
/// `<` and `>` become entities, which are also safe in renderers that pass HTML on; so does an `&` that begins
/// something like an entity.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len());
    for (offset, c) in text.char_indices() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' if text.get(offset..).is_some_and(begins_entity) => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '|' | '$' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Whether a text begins like `&amp;` or `&#38;`: a name or a number up to a semicolon.
fn begins_entity(text: &str) -> bool {
    let name = text.trim_start_matches('&').trim_start_matches('#');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && name.get(end..).is_some_and(|rest| rest.starts_with(';')))
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_is_shown_as_it_is_written() {
        assert_eq!(
            escape("a|b\n<script>`x`</script> R&D &lt; &#60; **[c](d)** \\ _e_ ~f~ $g$"),
            "a\\|b &lt;script&gt;\\`x\\`&lt;/script&gt; R&D &amp;lt; &amp;#60; \\*\\*\\[c\\](d)\\*\\* \\\\ \\_e\\_ \\~f\\~ \\$g\\$"
        );
    }
}
