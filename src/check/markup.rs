//! Markup that was copied with a text: tags and character references of HTML.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Finding, Place, SourceText};
use crate::dossier::Dossier;

/// A longer text between angle brackets, in bytes, is no tag.
const LONGEST_TAG: usize = 200;
/// A longer word between `&` and `;`, in bytes, is no character reference.
const LONGEST_REFERENCE: usize = 12;

/// A note on each readout with markup, at its first place.
pub fn check(dossiers: &[Dossier]) -> Vec<Finding> {
    let readouts = dossiers.iter().flat_map(|dossier| &dossier.readouts);
    let texts = readouts.filter_map(|readout| readout.text.as_ref());
    texts.filter_map(note).collect()
}

fn note(source: &Arc<SourceText>) -> Option<Finding> {
    let text = source.text();
    let places: Vec<Range<usize>> = text
        .match_indices(['<', '&'])
        .filter_map(|(start, _)| {
            let rest = text.get(start..)?;
            let length = tag(rest).or_else(|| reference(rest))?;
            Some(start..start + length)
        })
        .collect();
    let first = places.first()?.clone();
    let message = match places.len() {
        1 => "the text contains markup".to_owned(),
        several => format!("the text contains markup, {several} times"),
    };
    let hint = "replace it with the text that a reader sees, unless it is printed so";
    let place = Place::new(source, first);
    Some(Finding::new(Code::MarkupInText, place, message).hint(hint))
}

/// The length of a tag such as `<sup>`, `</p>` or `<br />`.
fn tag(text: &str) -> Option<usize> {
    let inner = before(text.strip_prefix('<')?, b'>', LONGEST_TAG)?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && !inner.contains(['<', '@', '\n'])
        && !inner.contains("://");
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '/')
        || name.contains('=')
        || name.trim_end().ends_with('/');
    (is_tag && is_plain).then_some(inner.len() + 2)
}

/// The length of a character reference such as `&nbsp;` or `&#8217;`.
fn reference(text: &str) -> Option<usize> {
    let name = before(text.strip_prefix('&')?, b';', LONGEST_REFERENCE)?;
    let digits = name.strip_prefix('#').unwrap_or(name);
    let is_name = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_alphanumeric());
    is_name.then_some(name.len() + 2)
}

/// What is before a mark, if that is at most `longest` bytes: a text with many `<` is searched once, not once for each.
fn before(text: &str, mark: u8, longest: usize) -> Option<&str> {
    let mut bytes = text.bytes().take(longest + 1);
    text.get(..bytes.position(|byte| byte == mark)?)
}

#[cfg(test)]
mod tests {
    use super::{reference, tag};

    #[test]
    fn tags_and_character_references_are_markup() {
        for markup in ["<sup>", "</p>", "<br />", "<a href=\"x\">", "<h2>"] {
            assert_eq!(tag(&format!("{markup} x")), Some(markup.len()), "{markup}");
        }
        for markup in ["&nbsp;", "&#8217;", "&amp;"] {
            assert_eq!(
                reference(&format!("{markup}x")),
                Some(markup.len()),
                "{markup}"
            );
        }
    }

    #[test]
    fn addresses_and_comparisons_are_text() {
        for text in [
            "<a@b.example>",
            "< 5 and >",
            "<https://a.example>",
            "<he said>",
            "<",
        ] {
            assert_eq!(tag(text), None, "{text}");
        }
        for text in ["& co;", "&;", "&T", "&the rest; and"] {
            assert_eq!(reference(text), None, "{text}");
        }
    }
}
