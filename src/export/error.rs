//! Errors of an export.

use std::io;

use rio_turtle::TurtleError;

use crate::source::SourceError;

/// Why an export failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The text reads back as another graph than was written.
    #[error("the {format} text does not read back as the graph it was written from: {difference}")]
    NotReadBack {
        /// The syntax.
        format: &'static str,
        /// The first statement that differs, as written and as read.
        difference: String,
    },
    /// The text cannot be read back: the graph has a term that the syntax cannot carry.
    #[error("the text does not read back: the graph holds a term that Turtle cannot carry")]
    Unreadable(#[from] TurtleError),
    /// The syntax cannot express something in the graph.
    #[error("{format} cannot carry the graph: {what}; {instead} can")]
    NotCarried {
        /// The syntax.
        format: &'static str,
        /// What it cannot express, and why.
        what: String,
        /// The syntaxes that can.
        instead: &'static str,
    },
    /// Distinguishing the blank nodes of the graph takes too long.
    #[error(
        "the graph has {blank_nodes} blank nodes, too many of which look alike: its canonical form takes too long; \
         give those in foreign RDF names, or leave its graph out with --graph"
    )]
    TooIntricate {
        /// The number of blank nodes.
        blank_nodes: usize,
    },
    /// The workbook could not be assembled.
    #[cfg(feature = "xlsx")]
    #[error("cannot assemble the workbook")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The output could not be written.
    #[error("cannot write the output")]
    Write(#[from] io::Error),
    /// Graphviz is not installed.
    #[error(
        "Graphviz is not installed: the program `dot` was not found; \
         install the package `graphviz` or use --format dot"
    )]
    GraphvizNotFound,
    /// Graphviz could not be run.
    #[error("cannot run the program `dot` of Graphviz")]
    GraphvizNotRun(#[source] io::Error),
    /// Graphviz reported an error.
    #[error("the program `dot` of Graphviz failed: {message}")]
    GraphvizFailed {
        /// What it printed on stderr.
        message: String,
    },
}

/// Why the answer to a query could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ResultsError {
    /// The query failed while its rows were read.
    #[error("{0}")]
    Source(#[from] SourceError),
    /// The writer failed.
    #[error("the answer could not be written")]
    Write(#[from] io::Error),
    /// The answer is a graph, which these formats cannot hold.
    #[error("the answer is a graph: choose an RDF format such as ttl, or ask with SELECT")]
    Graph,
    /// A row has a character that XML cannot hold, not even escaped.
    #[error(
        "?{column} of row {row} holds U+{code:04X}, which XML cannot hold: choose json or csv",
        code = u32::from(*.character)
    )]
    NotXml {
        /// The variable.
        column: String,
        /// The row, from 1.
        row: usize,
        /// The character.
        character: char,
    },
}
