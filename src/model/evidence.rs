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
    /// The speaker's words as the publisher retells them.
    Paraphrase,
    /// The text itself speaks: a joint statement, or a sentence that is attributed to nobody.
    Text,
}

impl Voice {
    /// Every voice with the word that stands for it.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("direct", Self::Direct),
        ("paraphrase", Self::Paraphrase),
        ("text", Self::Text),
    ];

    /// The word that stands for it.
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
pub struct Evidence {
    /// Where it stands.
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
