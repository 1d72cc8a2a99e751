//! The shapes of values, and checks of texts.

use oxigraph::model::{Literal, NamedNode};

/// The shape of a key's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// An `http` or `https` address.
    Url,
    /// A slug, prefixed name or IRI.
    Name,
    /// One name, or a list of names.
    Names,
    /// One name, or a list of names, which may be empty.
    NamesOrNone,
    /// A class of act.
    Kind,
    /// A date of any precision.
    Date,
    /// A date of any precision, or two as `from/to`.
    Period,
    /// Any text.
    Text,
    /// One text, or a list of texts.
    Texts,
    /// Lower-case letters, digits and hyphens.
    Slug,
    /// The `id` of an act of this sheet, or `slug.id` for an act of another; or a list of them.
    References,
    /// Words of the readout, or a list of such passages in the order of the text.
    Quote,
    /// Words of the readout.
    Words,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Sixty-four hexadecimal digits.
    Sha256,
    /// A language tag such as `en`.
    Language,
    /// A list of language tags.
    Languages,
    /// Exactly two names.
    Pair,
    /// A table: side = [people, posts].
    Sides,
    /// A list of tables with the keys of [`FIGURE`](super::FIGURE).
    Figures,
    /// A number.
    Number,
    /// The shape of the key with the inferred value.
    Inferred,
}

impl Shape {
    /// The expected value, for messages.
    #[must_use]
    pub fn expected(self) -> &'static str {
        match self {
            Self::Url => "an http:// or https:// address without spaces",
            Self::Name => "a name: a slug, a prefixed name or an IRI",
            Self::Names | Self::NamesOrNone => "a name, or a list of names",
            Self::Kind => "a kind of act, such as \"Offer\"",
            Self::Date => "a date: YYYY-MM-DD, \"YYYY-MM\" or \"YYYY\"",
            Self::Period => "a date, or two as \"from/to\"",
            Self::Text | Self::Choice(_) => "a text",
            Self::Texts => "a text, or a list of texts",
            Self::Slug => "a slug: lower-case letters and digits, single hyphens between them",
            Self::References => {
                "the id of an act, \"readout.id\" for one of another sheet, or a list of them"
            }
            Self::Quote => "words of the readout, or a list of such passages",
            Self::Words => "words of the readout",
            Self::Sha256 => "sixty-four hexadecimal digits",
            Self::Language => "a language tag such as \"en\" or \"en-GB\"",
            Self::Languages => "a list of language tags",
            Self::Pair => "a list of two names",
            Self::Sides => "a table: side = [people, posts]",
            Self::Figures => {
                "a list of tables, such as [{ of = \"trade turnover\", value = 190, unit = \"USD million\" }]"
            }
            Self::Number => "a number",
            Self::Inferred => "a value of the shape that its key expects",
        }
    }

    /// Whether the value may be a list; it may be a single value as well, except for [`Shape::Pair`].
    #[must_use]
    pub fn takes_list(self) -> bool {
        use Shape::{Languages, Names, NamesOrNone, Pair, Quote, References, Texts};
        let is_names = matches!(self, Names | NamesOrNone | Pair);
        is_names || matches!(self, Texts | References | Quote | Languages)
    }

    /// Whether a text, as the value or in its list, has the right form.
    pub(crate) fn accepts(self, text: &str) -> bool {
        match self {
            Self::Url => is_url(text),
            Self::Slug => is_slug(text),
            Self::Sha256 => text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()),
            Self::Language | Self::Languages => {
                Literal::new_language_tagged_literal("", text).is_ok()
            }
            Self::Choice(words) => words.contains(&text),
            _ => true,
        }
    }
}

/// Whether a text may be the last segment of a minted IRI: lower-case ASCII letters, digits, single hyphens inside.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(is_part))
}

/// Whether a text is the address of a page: an IRI that begins with `http://` or `https://`.
#[must_use]
pub fn is_url(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && NamedNode::new(text).is_ok()
}

/// Whether a sheet refuses a character in a text: a control character other than a tab or line end.
#[must_use]
pub fn is_refused(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Whether a sheet accepts a text: not blank, and without control characters other than tabs and line ends.
#[must_use]
pub fn is_text(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(is_refused)
}
