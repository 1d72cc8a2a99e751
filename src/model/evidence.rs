//! The exact words of a readout that carry an act or a fact.

/// A range of Unicode code points of a readout, from `start` up to but not including `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// How the words reach the reader.
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
    /// Every voice with its word.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("direct", Self::Direct),
        ("paraphrase", Self::Paraphrase),
        ("text", Self::Text),
    ];

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
pub struct Evidence {
    /// Its position.
    pub span: Span,
    /// The readout's own text there.
    pub exact: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
    /// How the words reach the reader.
    pub voice: Voice,
}
