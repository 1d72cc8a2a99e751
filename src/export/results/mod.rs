//! Answers to a query, written for people and for programs.

mod format;
mod w3c;

use std::io::{self, BufWriter, Write};

pub use format::ResultFormat;
pub(crate) use format::Syntax;

pub use super::error::ResultsError;
use crate::document::{BYTE_ORDER_MARK, Cell, TableFormat, write_rows};
pub use crate::document::{ColumnChoice, Layout, Written};
use crate::source::{Answer, Solutions};

/// Writes an answer; an `ASK` has one row.
///
/// Rows are written as they are found, except in the formats for people, [`ResultFormat::Table`],
/// [`ResultFormat::Plain`] and [`ResultFormat::Markdown`], whose columns depend on all rows.
///
/// # Errors
/// [`ResultsError::Graph`] for the answer to a `CONSTRUCT` or `DESCRIBE`, [`ResultsError::Source`] if the query fails
/// while its rows are read, [`ResultsError::NotXml`] if a row cannot be written as XML, [`ResultsError::Write`] if the
/// writer fails. Rows before the failure are already written.
pub fn write(
    answer: Answer,
    format: ResultFormat,
    out: &mut dyn Write,
    layout: Layout<'_>,
) -> Result<Written, ResultsError> {
    let mut out = BufWriter::new(out);
    let syntax = format.syntax(layout);
    let written = match answer {
        Answer::Graph(_) => return Err(ResultsError::Graph),
        Answer::Boolean(answer) => Written::whole(boolean(answer, syntax, &mut out)?),
        Answer::Solutions(solutions) => rows(solutions, syntax, &mut out)?,
    };
    out.flush()?;
    Ok(written)
}

fn boolean(answer: bool, syntax: Syntax<'_>, out: &mut dyn Write) -> io::Result<usize> {
    match syntax {
        Syntax::W3c(syntax) => w3c::boolean(answer, syntax, out)?,
        Syntax::Table(TableFormat::Spreadsheet) => writeln!(out, "{BYTE_ORDER_MARK}{answer}")?,
        Syntax::Table(_) => writeln!(out, "{answer}")?,
    }
    Ok(1)
}

fn rows(
    solutions: Solutions,
    syntax: Syntax<'_>,
    out: &mut dyn Write,
) -> Result<Written, ResultsError> {
    let format = match syntax {
        Syntax::W3c(syntax) => return w3c::rows(solutions, syntax, out).map(Written::whole),
        Syntax::Table(format) => format,
    };
    let names = solutions.variables().iter();
    let names: Vec<String> = names.map(|name| name.as_str().to_owned()).collect();
    let rows = solutions.map(|row| Ok(row?.cells().collect::<Vec<Cell>>()));
    write_rows(&names, rows, format, out)
}
