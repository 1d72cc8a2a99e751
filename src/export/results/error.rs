//! Why an answer could not be written.

use std::io;

use crate::source::SourceError;

/// Why an answer could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ResultsError {
    /// The query failed while its rows were read.
    #[error("{0}")]
    Source(#[source] SourceError),
    /// The writer failed.
    #[error("the answer could not be written")]
    Write(#[source] io::Error),
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

impl From<io::Error> for ResultsError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<SourceError> for ResultsError {
    fn from(error: SourceError) -> Self {
        Self::Source(error)
    }
}
