//! The level of a meeting and of a post.

/// The level of a meeting or a post, from the highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingLevel {
    /// Heads of state, of government or of a region.
    Leaders,
    /// Ministers and deputy heads of government.
    Ministers,
    /// A council or commission of both sides.
    Council,
    /// All others.
    Officials,
}

impl MeetingLevel {
    /// All of them, from the highest.
    pub const ALL: [Self; 4] = [
        Self::Leaders,
        Self::Ministers,
        Self::Council,
        Self::Officials,
    ];

    /// The value of `bil:level`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Leaders => "leaders",
            Self::Ministers => "ministers",
            Self::Council => "council",
            Self::Officials => "officials",
        }
    }

    /// The level with this value.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}
