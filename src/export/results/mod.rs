//! Answers to a query, written for people and for programs.

mod cell;
mod format;
mod markdown;
mod plain;
mod spreadsheet;
mod table;
mod w3c;

use std::io::{self, BufWriter, Write};

pub use cell::visible;
pub use format::ResultFormat;
pub use markdown::escape;

use crate::source::{Answer, Row, Solutions, SourceError};

/// How an answer is laid out for people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// The columns of the terminal, to which a table is wrapped; `None` leaves every row on one line.
    pub width: Option<u16>,
    /// Whether the header is set off with terminal colours.
    pub colour: bool,
}

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
    /// A row holds a character that XML cannot hold, not even escaped.
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

/// Writes an answer, and tells the number of its rows; an `ASK` has one.
///
/// Rows are written as they are found, but for tables in [`ResultFormat::Table`] and
/// [`ResultFormat::Plain`], whose columns are as wide as their widest cell.
///
/// # Errors
/// [`ResultsError::Graph`] for the answer to a `CONSTRUCT` or `DESCRIBE`, [`ResultsError::Source`] where
/// the query fails on the way, [`ResultsError::NotXml`] where a row cannot be written as XML,
/// [`ResultsError::Write`] where the writer fails. What was found before the failure is already written.
pub fn write(
    answer: Answer,
    format: ResultFormat,
    out: &mut dyn Write,
    layout: Layout,
) -> Result<usize, ResultsError> {
    let mut out = BufWriter::new(out);
    let rows = match answer {
        Answer::Graph(_) => return Err(ResultsError::Graph),
        Answer::Boolean(answer) => boolean(answer, format, &mut out)?,
        Answer::Solutions(solutions) => rows(solutions, format, &mut out, layout)?,
    };
    out.flush()?;
    Ok(rows)
}

fn boolean(answer: bool, format: ResultFormat, out: &mut dyn Write) -> io::Result<usize> {
    match w3c::syntax(format) {
        Some(syntax) => w3c::boolean(answer, syntax, out)?,
        None if format == ResultFormat::Spreadsheet => {
            writeln!(out, "{}{answer}", spreadsheet::BYTE_ORDER_MARK)?;
        }
        None => writeln!(out, "{answer}")?,
    }
    Ok(1)
}

fn rows(
    solutions: Solutions,
    format: ResultFormat,
    out: &mut dyn Write,
    layout: Layout,
) -> Result<usize, ResultsError> {
    if let Some(syntax) = w3c::syntax(format) {
        return w3c::rows(solutions, syntax, out);
    }
    match format {
        ResultFormat::Table => table::rows(solutions, out, layout),
        ResultFormat::Markdown => markdown::rows(solutions, out),
        ResultFormat::Spreadsheet => spreadsheet::rows(solutions, out),
        _ => plain::rows(solutions, out),
    }
}

/// The names of the columns, as people read them.
fn header(solutions: &Solutions) -> Vec<String> {
    let variables = solutions.variables().iter();
    variables
        .map(|variable| visible(variable.as_str()).into_owned())
        .collect()
}

/// The cells of a row, as people read them.
fn cells(row: &Row) -> Vec<String> {
    row.values()
        .iter()
        .map(|value| value.as_ref().map_or_else(String::new, cell::cell))
        .collect()
}
