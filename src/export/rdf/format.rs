//! The RDF syntaxes by name.

/// An RDF syntax that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RdfFormat {
    /// [Turtle](https://www.w3.org/TR/turtle/), for reading and for git.
    Turtle,
    /// [TriG](https://www.w3.org/TR/trig/), Turtle with a block for each graph.
    TriG,
    /// [N-Triples](https://www.w3.org/TR/n-triples/), a statement a line, in canonical form.
    NTriples,
    /// [N-Quads](https://www.w3.org/TR/n-quads/), N-Triples with the graph of each statement.
    NQuads,
    /// [RDF/XML](https://www.w3.org/TR/rdf-syntax-grammar/), for tools that read nothing newer.
    RdfXml,
    /// [JSON-LD](https://www.w3.org/TR/json-ld11/) in expanded form, an object for each graph.
    JsonLd,
}

/// What a syntax is called.
struct Names {
    name: &'static str,
    extension: &'static str,
    media_type: &'static str,
}

impl RdfFormat {
    /// Every syntax, the first being the one to suggest.
    pub const ALL: &'static [Self] = &[
        Self::Turtle,
        Self::TriG,
        Self::NTriples,
        Self::NQuads,
        Self::RdfXml,
        Self::JsonLd,
    ];

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

    /// What people call it, such as `N-Quads`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.names().name
    }

    /// The file name extension, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.names().extension
    }

    /// The MIME type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        self.names().media_type
    }

    /// Whether a text says which statement belongs to which graph.
    #[must_use]
    pub const fn holds_named_graphs(self) -> bool {
        match self {
            Self::Turtle | Self::NTriples | Self::RdfXml => false,
            Self::TriG | Self::NQuads | Self::JsonLd => true,
        }
    }

    const fn names(self) -> Names {
        let (name, extension, media_type) = match self {
            Self::Turtle => ("Turtle", "ttl", "text/turtle"),
            Self::TriG => ("TriG", "trig", "application/trig"),
            Self::NTriples => ("N-Triples", "nt", "application/n-triples"),
            Self::NQuads => ("N-Quads", "nq", "application/n-quads"),
            Self::RdfXml => ("RDF/XML", "rdf", "application/rdf+xml"),
            Self::JsonLd => ("JSON-LD", "jsonld", "application/ld+json"),
        };
        Names {
            name,
            extension,
            media_type,
        }
    }
}
