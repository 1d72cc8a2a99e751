//! The formats of an answer and their names.

use oxigraph::sparql::results::QueryResultsFormat;

use crate::document::{Layout, TableFormat};
use crate::export::is_named;

/// The format of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ResultFormat {
    /// A table with rules, for a terminal.
    Table,
    /// Aligned columns without rules, for a pipe.
    Plain,
    /// A table in GitHub's Markdown.
    Markdown,
    /// [SPARQL results in CSV](https://www.w3.org/TR/sparql11-results-csv-tsv/): plain values.
    Csv,
    /// CSV for spreadsheets: with a byte order mark, and without cells that a spreadsheet would run as formulas.
    Spreadsheet,
    /// [SPARQL results in TSV](https://www.w3.org/TR/sparql11-results-csv-tsv/): terms as in Turtle.
    Tsv,
    /// [SPARQL results in JSON](https://www.w3.org/TR/sparql11-results-json/).
    Json,
    /// [SPARQL results in XML](https://www.w3.org/TR/rdf-sparql-XMLres/).
    Xml,
}

/// The writer of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax<'a> {
    /// The tables of this crate, for people.
    Table(TableFormat<'a>),
    /// Oxigraph's writer of a W3C format, which keeps whole terms.
    W3c(QueryResultsFormat),
}

impl ResultFormat {
    /// Every format.
    pub const ALL: [Self; 8] = [
        Self::Table,
        Self::Plain,
        Self::Markdown,
        Self::Csv,
        Self::Spreadsheet,
        Self::Tsv,
        Self::Json,
        Self::Xml,
    ];

    /// The format with this name, extension or MIME type, ignoring letter case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let mut formats = Self::ALL.into_iter();
        formats.find(|format| is_named(name, format.names()))
    }

    /// The writer of the format; the layout is for tables that people read.
    pub(crate) const fn syntax(self, layout: Layout<'_>) -> Syntax<'_> {
        match self {
            Self::Table => Syntax::Table(TableFormat::Terminal(layout)),
            Self::Plain => Syntax::Table(TableFormat::Plain(layout)),
            Self::Markdown => Syntax::Table(TableFormat::Markdown(layout)),
            Self::Spreadsheet => Syntax::Table(TableFormat::Spreadsheet),
            Self::Csv => Syntax::W3c(QueryResultsFormat::Csv),
            Self::Tsv => Syntax::W3c(QueryResultsFormat::Tsv),
            Self::Json => Syntax::W3c(QueryResultsFormat::Json),
            Self::Xml => Syntax::W3c(QueryResultsFormat::Xml),
        }
    }

    /// The name to show, which is also the extension of a file format.
    #[must_use]
    pub const fn name(self) -> &'static str {
        let [name, ..] = self.names() else { return "" };
        name
    }

    /// Its names: our own first, then extensions, Jena's short names, MIME types.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["table"],
            Self::Plain => &["plain", "txt", "text", "text/plain"],
            Self::Markdown => &["md", "markdown", "text/markdown"],
            Self::Csv => &["csv", "text/csv"],
            Self::Spreadsheet => &["spreadsheet"],
            Self::Tsv => &["tsv", "text/tsv", "text/tab-separated-values"],
            Self::Json => &[
                "json",
                "srj",
                "application/json",
                "text/json",
                "application/sparql-results+json",
            ],
            Self::Xml => &[
                "xml",
                "srx",
                "application/xml",
                "text/xml",
                "application/sparql-results+xml",
            ],
        }
    }
}
