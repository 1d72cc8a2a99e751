//! What may stand as a value.

/// What may stand as a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// The `id` of an act of this sheet, or `slug.id` for one of another; or a list of them.
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
    /// Whatever the key takes below which it stands.
    Inferred,
}

impl Shape {
    /// What would have been right, for messages.
    #[must_use]
    pub fn expected(self) -> &'static str {
        match self {
            Self::Url => "an http:// or https:// address without blanks",
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
            Self::Inferred => "a value such as its key takes",
        }
    }

    /// Whether a list may stand there, as well as a single value but for [`Shape::Pair`].
    #[must_use]
    pub fn takes_list(self) -> bool {
        matches!(
            self,
            Self::Names
                | Self::NamesOrNone
                | Self::Texts
                | Self::References
                | Self::Quote
                | Self::Languages
                | Self::Pair
        )
    }
}
