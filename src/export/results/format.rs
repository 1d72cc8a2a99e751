//! The formats of an answer and their names.

use oxigraph::sparql::results::QueryResultsFormat;

use crate::document::{Layout, TableFormat};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResultFormat {
    /// A table with rules, for a terminal.
    Table,
    /// Aligned columns and nothing else, for a pipe.
    Plain,
    /// A table in GitHub's Markdown.
    Markdown,
    /// [SPARQL results in CSV](https://www.w3.org/TR/sparql11-results-csv-tsv/): plain values.
    Csv,
    /// CSV for spreadsheets: with a byte order mark, and no cell that would be run as a formula.
    Spreadsheet,
    /// [SPARQL results in TSV](https://www.w3.org/TR/sparql11-results-csv-tsv/): terms as in Turtle.
    Tsv,
    /// [SPARQL results in JSON](https://www.w3.org/TR/sparql11-results-json/).
    Json,
    /// [SPARQL results in XML](https://www.w3.org/TR/rdf-sparql-XMLres/).
    Xml,
}

/// What writes a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// Our own table, for people.
    Table(TableFormat),
    /// Oxigraph's writer of a format of the W3C, which holds whole terms.
    W3c(QueryResultsFormat),
}

/// Every name of every format: ours first, then extensions, Jena's short names, MIME types.
const NAMES: [(&str, ResultFormat); 24] = [
    ("table", ResultFormat::Table),
    ("plain", ResultFormat::Plain),
    ("txt", ResultFormat::Plain),
    ("text", ResultFormat::Plain),
    ("text/plain", ResultFormat::Plain),
    ("md", ResultFormat::Markdown),
    ("markdown", ResultFormat::Markdown),
    ("text/markdown", ResultFormat::Markdown),
    ("csv", ResultFormat::Csv),
    ("text/csv", ResultFormat::Csv),
    ("spreadsheet", ResultFormat::Spreadsheet),
    ("tsv", ResultFormat::Tsv),
    ("text/tsv", ResultFormat::Tsv),
    ("text/tab-separated-values", ResultFormat::Tsv),
    ("json", ResultFormat::Json),
    ("srj", ResultFormat::Json),
    ("application/json", ResultFormat::Json),
    ("text/json", ResultFormat::Json),
    ("application/sparql-results+json", ResultFormat::Json),
    ("xml", ResultFormat::Xml),
    ("srx", ResultFormat::Xml),
    ("application/xml", ResultFormat::Xml),
    ("text/xml", ResultFormat::Xml),
    ("application/sparql-results+xml", ResultFormat::Xml),
];

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

    /// The format with this name, extension or MIME type, in any letter case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let essence = name.split(';').next().unwrap_or(name).trim();
        let bare = essence.strip_prefix('.').unwrap_or(essence);
        NAMES
            .into_iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(bare))
            .map(|(_, format)| format)
    }

    /// What writes it; the layout is that of a table on a terminal.
    pub(crate) const fn syntax(self, layout: Layout) -> Syntax {
        match self {
            Self::Table => Syntax::Table(TableFormat::Terminal(layout)),
            Self::Plain => Syntax::Table(TableFormat::Plain),
            Self::Markdown => Syntax::Table(TableFormat::Markdown),
            Self::Spreadsheet => Syntax::Table(TableFormat::Spreadsheet),
            Self::Csv => Syntax::W3c(QueryResultsFormat::Csv),
            Self::Tsv => Syntax::W3c(QueryResultsFormat::Tsv),
            Self::Json => Syntax::W3c(QueryResultsFormat::Json),
            Self::Xml => Syntax::W3c(QueryResultsFormat::Xml),
        }
    }

    /// The name to show, which is also the extension where the format is one of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Plain => "plain",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Spreadsheet => "spreadsheet",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Xml => "xml",
        }
    }
}
