//! The exact words of a readout that state an act or a fact, and links that open a page at some words.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A range of Unicode code points of a readout, from `start` up to but not including `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The speaker's own words, between quotation marks or in a transcript.
    Direct,
    /// The speaker's words as the publisher reports them.
    Paraphrase,
    /// The text itself speaks: a joint statement, or a sentence that is attributed to no one.
    Text,
}

impl Voice {
    /// Every voice.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Paraphrase, Self::Text];

    /// Its word in sheets and in RDF.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Paraphrase => "paraphrase",
            Self::Text => "text",
        }
    }
}

/// One passage of a readout.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnchoredQuote {
    /// Its position.
    pub span: Span,
    /// The readout's own text there.
    pub exact: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
    /// Whose words they are.
    pub voice: Voice,
}

/// A hyphen would end a prefix, a comma part a range, an ampersand begin another directive: all are encoded.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// A passage longer than this many characters, or of several paragraphs, is named by its first and last words.
const LONGEST_WHOLE: usize = 120;
/// How many words name each end of a long passage, at most: the ends may not overlap, since a browser looks for the
/// last words only after the first.
const END_WORDS: usize = 6;

/// The address of a page as a [URL text fragment](https://wicg.github.io/scroll-to-text-fragment/), which opens it at some
/// passages and marks them.
///
/// `None` where the page's address is not `http` or `https`.
#[must_use]
pub fn text_fragment<'a>(
    page: &str,
    passages: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    if !page.starts_with("http://") && !page.starts_with("https://") {
        return None;
    }
    let directives: Vec<String> = passages.into_iter().map(directive).collect();
    if directives.is_empty() {
        return Some(page.to_owned());
    }
    let hash = if page.contains('#') { "" } else { "#" };
    Some(format!("{page}{hash}:~:{}", directives.join("&")))
}

fn directive(passage: &str) -> String {
    let words: Vec<&str> = passage.split_whitespace().collect();
    let whole = passage.chars().count() <= LONGEST_WHOLE && !passage.contains('\n');
    let end = END_WORDS.min(words.len() / 2);
    let ends = words
        .split_at_checked(end)
        .zip(words.split_at_checked(words.len() - end));
    match ends {
        Some(((first, _), (_, last))) if !whole && end > 0 => {
            format!("text={},{}", encoded(first), encoded(last))
        }
        _ => format!("text={}", encoded(&words)),
    }
}

fn encoded(words: &[&str]) -> String {
    utf8_percent_encode(&words.join(" "), KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_are_whole_and_encoded() {
        let link = text_fragment("https://example.org/a", ["machine-tool, “car” & IT"]);
        let words = "machine%2Dtool%2C%20%E2%80%9Ccar%E2%80%9D%20%26%20IT";
        assert_eq!(
            link.unwrap(),
            format!("https://example.org/a#:~:text={words}")
        );
    }

    #[test]
    fn a_long_passage_is_named_by_its_ends() {
        let passage = format!(
            "one two three four five six {} end of all the long words",
            "x ".repeat(80)
        );
        let link = text_fragment("https://example.org/#top", [passage.as_str()]).unwrap();
        assert!(link.ends_with(
            "/#top:~:text=one%20two%20three%20four%20five%20six,end%20of%20all%20the%20long%20words"
        ));
    }

    #[test]
    fn the_ends_of_a_passage_never_overlap() {
        let link = |passage| text_fragment("https://a.example", [passage]).unwrap();
        let wrapped = link("We thank the works for each\nof them.");
        assert!(wrapped.ends_with("text=We%20thank%20the%20works,for%20each%20of%20them."));
        assert!(link("one\ntwo three").ends_with("text=one,three"));
        assert!(link("one\n").ends_with("text=one"));
    }

    #[test]
    fn only_web_pages_get_a_link() {
        assert_eq!(text_fragment("javascript:alert(1)", ["x"]), None);
        assert_eq!(
            text_fragment("https://a.example", []),
            Some("https://a.example".to_owned())
        );
    }
}
