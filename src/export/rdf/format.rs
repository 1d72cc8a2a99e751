//! The RDF syntaxes by name.

/// An RDF syntax that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RdfFormat {
    /// [Turtle](https://www.w3.org/TR/turtle/), for reading and for git.
    Turtle,
    /// [TriG](https://www.w3.org/TR/trig/), Turtle with a block for each graph.
    TriG,
    /// [N-Quads](https://www.w3.org/TR/n-quads/), a statement a line, in canonical form.
    NQuads,
}

impl RdfFormat {
    /// Every syntax, the first being the one to suggest.
    pub const ALL: &'static [Self] = &[Self::Turtle, Self::TriG, Self::NQuads];

    /// Finds a syntax by file name extension or MIME type, letter case and MIME parameters set aside.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.split(';').next().unwrap_or(name).trim();
        let bare = name.strip_prefix('.').unwrap_or(name);
        Self::ALL.iter().copied().find(|format| {
            [format.extension(), format.media_type()]
                .iter()
                .any(|known| known.eq_ignore_ascii_case(bare))
        })
    }

    /// The file name extension, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Turtle => "ttl",
            Self::TriG => "trig",
            Self::NQuads => "nq",
        }
    }

    /// The MIME type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Turtle => "text/turtle",
            Self::TriG => "application/trig",
            Self::NQuads => "application/n-quads",
        }
    }

    /// Whether a text says which statement belongs to which graph.
    #[must_use]
    pub const fn holds_named_graphs(self) -> bool {
        match self {
            Self::Turtle => false,
            Self::TriG | Self::NQuads => true,
        }
    }
}
