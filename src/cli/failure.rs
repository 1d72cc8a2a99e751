//! How a failure ends the program: with which exit code, and in which words.

use std::error::Error;
use std::io;

use crate::diagnostic::{self, Finding, LoadError};
use crate::export::ExportError;
use crate::export::results::{ResultsError, visible};
use crate::model::NameError;
use crate::network::NetworkError;
use crate::query::QueryError;
use crate::source::SourceError;

use super::terminal::Terminal;

const FAILED: u8 = 1;
const USAGE: u8 = 2;
const INPUT: u8 = 3;
const LIMIT: u8 = 4;

/// Something that the user typed cannot be done.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct UsageError(pub(crate) String);

/// A check found something; what it found is told already.
#[derive(Debug, thiserror::Error)]
pub enum CheckFailed {
    /// The data is not as it should be.
    #[error("the data failed the check")]
    Data,
    /// A file could not be read or parsed, so that not everything could be checked.
    #[error("not everything could be checked")]
    Unread,
}

/// The output cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {to}")]
pub struct OutputError {
    /// The file in backquotes, or what else it is.
    pub(crate) to: String,
    #[source]
    pub(crate) source: io::Error,
}

/// The exit code of a failure and what stderr says; a pipe that was closed is no failure.
pub fn told(error: &anyhow::Error, terminal: Terminal) -> (u8, String) {
    if is_closed_pipe(error) {
        return (0, String::new());
    }
    match error.downcast_ref() {
        Some(CheckFailed::Data) => return (FAILED, String::new()),
        Some(CheckFailed::Unread) => return (INPUT, String::new()),
        None => {}
    }
    let findings = findings(error);
    let text = if findings.is_empty() {
        format!("error: {}\n", visible(&sentence(error)))
    } else {
        diagnostic::render(&findings, terminal.stderr_colour) + &count(findings.len())
    };
    (code(error), text)
}

/// The causes one after the other; one that the text before it already tells is left out.
fn sentence(error: &anyhow::Error) -> String {
    error.chain().fold(String::new(), |told, cause| {
        let cause = cause.to_string();
        if told.is_empty() {
            cause
        } else if told.contains(&cause) {
            told
        } else {
            format!("{told}: {cause}")
        }
    })
}

/// Whether whoever read the output went away.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// The findings that a failure carries.
fn findings(error: &anyhow::Error) -> Vec<Finding> {
    for cause in error.chain() {
        if let Some(LoadError(findings)) = cause.downcast_ref() {
            return findings.clone();
        }
        if let Some(QueryError::Source { query, source }) = cause.downcast_ref() {
            return source.diagnostic(query).into_iter().collect();
        }
        if let Some(NetworkError::Source { query, source }) = cause.downcast_ref() {
            return source.diagnostic(query).into_iter().collect();
        }
    }
    Vec::new()
}

fn count(findings: usize) -> String {
    match findings {
        1 => String::new(),
        several => format!("{several} mistakes\n"),
    }
}

fn code(error: &anyhow::Error) -> u8 {
    for cause in error.chain() {
        if let Some(error) = cause.downcast_ref::<QueryError>() {
            return of_query(error);
        }
        if let Some(error) = cause.downcast_ref::<SourceError>() {
            return of_source(error);
        }
        if let Some(ExportError::TooIntricate { .. }) = cause.downcast_ref() {
            return LIMIT;
        }
        let is_usage = cause.is::<UsageError>() || cause.is::<NameError>();
        if is_usage || is_of_output(cause) {
            return USAGE;
        }
    }
    INPUT
}

fn is_of_output(cause: &(dyn Error + 'static)) -> bool {
    cause.is::<OutputError>()
        || matches!(cause.downcast_ref(), Some(ExportError::Write(_)))
        || matches!(
            cause.downcast_ref(),
            Some(ResultsError::Write(_) | ResultsError::NotXml { .. })
        )
}

fn of_query(error: &QueryError) -> u8 {
    match error {
        QueryError::Source { source, .. } => of_source(source),
        _ => USAGE,
    }
}

fn of_source(error: &SourceError) -> u8 {
    match error {
        SourceError::Cancelled
        | SourceError::TooLong { .. }
        | SourceError::TooDeep { .. }
        | SourceError::TooIntricate { .. } => LIMIT,
        // The query is sound, but asks for what this program does not do.
        SourceError::ServiceRefused { .. } => USAGE,
        SourceError::Syntax(mistake) if mistake.is_update() => USAGE,
        _ => INPUT,
    }
}
