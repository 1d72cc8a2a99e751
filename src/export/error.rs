//! Why something could not be exported.

use std::io;

use rio_turtle::TurtleError;

/// What can go wrong while exporting.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The text would be read as another graph than the one it was written from.
    #[error("the {format} text does not read back as the graph it was written from: {difference}")]
    NotReadBack {
        /// The syntax.
        format: &'static str,
        /// The first statement that differs, as written and as read.
        difference: String,
    },
    /// The text cannot be read at all: the graph holds a term that the syntax cannot carry.
    #[error("the text does not read back: the graph holds a term that Turtle cannot carry")]
    Unreadable(#[from] TurtleError),
    /// The syntax has no way to say something that the graph holds.
    #[error("{format} cannot carry the graph: {what}; {instead} can")]
    NotCarried {
        /// The syntax.
        format: &'static str,
        /// What it cannot carry, and why.
        what: String,
        /// The syntaxes that can.
        instead: &'static str,
    },
    /// Telling the blank nodes of the graph apart takes too long.
    #[error(
        "the graph has {blank_nodes} blank nodes, too many of which look alike: its canonical form takes too long; \
         give those in foreign RDF names, or leave its graph out with --graph"
    )]
    TooIntricate {
        /// How many blank nodes there are.
        blank_nodes: usize,
    },
    /// The output could not be written.
    #[error("cannot write the output")]
    Write(#[from] io::Error),
    /// The program that draws is not there.
    #[error(
        "Graphviz is not installed: the program `dot` was not found; \
         install the package `graphviz` or use --format dot"
    )]
    GraphvizNotFound,
    /// The program that draws could not be run.
    #[error("cannot run the program `dot` of Graphviz")]
    GraphvizNotRun(#[source] io::Error),
    /// The program that draws gave up.
    #[error("the program `dot` of Graphviz failed: {message}")]
    GraphvizFailed {
        /// What it said on its error output.
        message: String,
    },
}
