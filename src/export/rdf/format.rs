//! The RDF syntaxes by name.

use oxigraph::io::JsonLdProfileSet;

use crate::export::is_named;

/// An output syntax for RDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RdfFormat {
    /// [Turtle](https://www.w3.org/TR/turtle/), for reading and for git.
    Turtle,
    /// [TriG](https://www.w3.org/TR/trig/), Turtle with a block for each graph.
    TriG,
    /// [N-Triples](https://www.w3.org/TR/n-triples/), one statement on each line, in canonical form.
    NTriples,
    /// [N-Quads](https://www.w3.org/TR/n-quads/), N-Triples with the graph of each statement.
    NQuads,
    /// [RDF/XML](https://www.w3.org/TR/rdf-syntax-grammar/), for older tools.
    RdfXml,
    /// [JSON-LD](https://www.w3.org/TR/json-ld11/) in expanded form, an object for each graph.
    JsonLd,
}

impl RdfFormat {
    /// Every syntax; the first is the one to suggest.
    pub const ALL: &'static [Self] = &[
        Self::Turtle,
        Self::TriG,
        Self::NTriples,
        Self::NQuads,
        Self::RdfXml,
        Self::JsonLd,
    ];

    /// Finds a syntax by file extension or MIME type, ignoring letter case and MIME parameters.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let mut formats = Self::ALL.iter().copied();
        formats.find(|format| is_named(name, format.names()))
    }

    /// The syntax as Oxigraph knows it.
    pub(crate) const fn syntax(self) -> oxigraph::io::RdfFormat {
        match self {
            Self::Turtle => oxigraph::io::RdfFormat::Turtle,
            Self::TriG => oxigraph::io::RdfFormat::TriG,
            Self::NTriples => oxigraph::io::RdfFormat::NTriples,
            Self::NQuads => oxigraph::io::RdfFormat::NQuads,
            Self::RdfXml => oxigraph::io::RdfFormat::RdfXml,
            Self::JsonLd => oxigraph::io::RdfFormat::JsonLd {
                profile: JsonLdProfileSet::empty(),
            },
        }
    }

    /// Its name for people, such as `N-Quads`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.syntax().name()
    }

    /// The file extension, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.syntax().file_extension()
    }

    /// The MIME type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        self.syntax().media_type()
    }

    /// Whether the syntax keeps the named graph of each statement.
    #[must_use]
    pub const fn holds_named_graphs(self) -> bool {
        self.syntax().supports_datasets()
    }

    /// The extension and the MIME type.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Turtle => &["ttl", "text/turtle"],
            Self::TriG => &["trig", "application/trig"],
            Self::NTriples => &["nt", "application/n-triples"],
            Self::NQuads => &["nq", "application/n-quads"],
            Self::RdfXml => &["rdf", "application/rdf+xml"],
            Self::JsonLd => &["jsonld", "application/ld+json"],
        }
    }
}
