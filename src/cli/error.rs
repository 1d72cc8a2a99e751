//! Why a command fails: the kind decides the exit code, the cause is printed.

use std::io;

use crate::diagnostic::{self, Finding, LoadError};
use crate::dossier::DossierError;
use crate::export::ExportError;
use crate::export::results::ResultsError;
use crate::model::NameError;
use crate::network::NetworkError;
use crate::query::QueryError;
use crate::source::SourceError;
use crate::text::visible;

use super::terminal::Terminal;

/// The kind of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The reader of the output closed the pipe, which is not a failure.
    ClosedPipe,
    /// `check` found and printed something.
    CheckFailed,
    /// `check` could not read or parse a file, and printed that.
    Unchecked,
    /// Wrong usage, or an output that cannot be written.
    Usage,
    /// Input that cannot be read or parsed.
    Input,
    /// A limit other than a timeout.
    Limit,
    /// A query that was cancelled.
    Cancelled,
}

impl Kind {
    /// The exit code.
    pub const fn code(self) -> u8 {
        match self {
            Self::ClosedPipe => 0,
            Self::CheckFailed => 1,
            Self::Usage => 2,
            Self::Unchecked | Self::Input => 3,
            Self::Limit | Self::Cancelled => 4,
        }
    }
}

/// The failure of a command.
#[derive(Debug)]
pub struct CliError {
    kind: Kind,
    cause: anyhow::Error,
    /// Errors in input files, each with its place; they are printed instead of the cause.
    findings: Vec<Finding>,
}

impl CliError {
    /// Wrong usage.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, anyhow::Error::msg(message.into()))
    }

    /// The verdict of a check whose findings are already printed.
    pub fn verdict(kind: Kind) -> Self {
        Self::new(kind, anyhow::Error::msg("the check failed"))
    }

    /// A file or another output cannot be written.
    pub fn output(target: &str, error: io::Error) -> Self {
        let mut failure = Self::from(error).context(format!("cannot write {target}"));
        if failure.kind != Kind::ClosedPipe {
            failure.kind = Kind::Usage;
        }
        failure
    }

    fn new(kind: Kind, cause: impl Into<anyhow::Error>) -> Self {
        Self {
            kind,
            cause: cause.into(),
            findings: Vec::new(),
        }
    }

    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Adds what the program was doing.
    pub fn context(mut self, doing: impl Into<String>) -> Self {
        self.cause = self.cause.context(doing.into());
        self
    }

    /// The text for stderr.
    pub fn message(&self, terminal: Terminal) -> String {
        match (self.kind, self.findings.as_slice()) {
            (Kind::ClosedPipe | Kind::CheckFailed | Kind::Unchecked, _) => String::new(),
            (_, []) => format!("error: {}\n", visible(&self.sentence())),
            (_, findings) => {
                diagnostic::render(findings, terminal.stderr_colour) + &count(findings)
            }
        }
    }

    /// The causes in order, without those that the text before already contains.
    fn sentence(&self) -> String {
        self.cause.chain().fold(String::new(), |text, cause| {
            let cause = cause.to_string();
            if text.is_empty() {
                cause
            } else if text.contains(&cause) {
                text
            } else {
                format!("{text}: {cause}")
            }
        })
    }
}

fn count(findings: &[Finding]) -> String {
    match findings.len() {
        1 => String::new(),
        several => format!("{several} mistakes\n"),
    }
}

/// Adds to a failure what the program was doing.
pub trait Doing<T> {
    /// Adds what the program was doing.
    fn doing(self, what: impl Into<String>) -> Result<T, CliError>;
}

impl<T, E: Into<CliError>> Doing<T> for Result<T, E> {
    fn doing(self, what: impl Into<String>) -> Result<T, CliError> {
        self.map_err(|error| error.into().context(what))
    }
}

impl From<LoadError> for CliError {
    fn from(LoadError(findings): LoadError) -> Self {
        let message = format!("{} mistakes in the input", findings.len());
        Self {
            findings,
            ..Self::new(Kind::Input, anyhow::Error::msg(message))
        }
    }
}

impl From<Finding> for CliError {
    fn from(finding: Finding) -> Self {
        LoadError::from(finding).into()
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        let kind = match error.kind() {
            io::ErrorKind::BrokenPipe => Kind::ClosedPipe,
            _ => Kind::Input,
        };
        Self::new(kind, error)
    }
}

/// Errors whose kind does not depend on what they say.
macro_rules! from_errors {
    ($($error:ty => $kind:ident,)+) => {
        $(impl From<$error> for CliError {
            fn from(error: $error) -> Self {
                Self::new(Kind::$kind, error)
            }
        })+
    };
}

from_errors! {
    serde_json::Error => Input,
    DossierError => Input,
}

impl From<NameError> for CliError {
    fn from(error: NameError) -> Self {
        match &error {
            NameError::Unknown { name, .. } if !error.suggests() => {
                let name = in_shell(name.trim());
                Self::usage(format!("{error}; try `bilateral find {name}`"))
            }
            _ => Self::new(Kind::Usage, error),
        }
    }
}

/// A name as an argument of a command: between quotation marks if it has blanks or other special characters.
fn in_shell(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '/');
    if !name.is_empty() && name.chars().all(is_plain) {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', "'\\''"))
    }
}

impl From<SourceError> for CliError {
    fn from(error: SourceError) -> Self {
        Self::new(kind_of(&error), error)
    }
}

impl From<QueryError> for CliError {
    fn from(error: QueryError) -> Self {
        match &error {
            QueryError::Source { query, source } => Self {
                findings: source.diagnostic(query).into_iter().collect(),
                ..Self::new(kind_of(source), error)
            },
            _ => Self::new(Kind::Usage, error),
        }
    }
}

impl From<NetworkError> for CliError {
    fn from(error: NetworkError) -> Self {
        match &error {
            NetworkError::Source { query, source } => Self {
                findings: source.diagnostic(query).into_iter().collect(),
                ..Self::new(kind_of(source), error)
            },
            _ => Self::new(Kind::Input, error),
        }
    }
}

impl From<ExportError> for CliError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Write(error) => Self::output("the output", error),
            ExportError::TooIntricate { .. } => Self::new(Kind::Limit, error),
            other => Self::new(Kind::Input, other),
        }
    }
}

impl From<ResultsError> for CliError {
    fn from(error: ResultsError) -> Self {
        let kind = match &error {
            ResultsError::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                Kind::ClosedPipe
            }
            ResultsError::Write(_) | ResultsError::NotXml { .. } => Kind::Usage,
            ResultsError::Source(error) => kind_of(error),
            _ => Kind::Input,
        };
        Self::new(kind, error)
    }
}

fn kind_of(error: &SourceError) -> Kind {
    match error {
        SourceError::Cancelled => Kind::Cancelled,
        SourceError::TooLong { .. }
        | SourceError::TooDeep { .. }
        | SourceError::TooIntricate { .. } => Kind::Limit,
        // The query is valid, but this program does not support what it asks.
        SourceError::ServiceRefused { .. } => Kind::Usage,
        SourceError::Syntax(mistake) if mistake.is_update() => Kind::Usage,
        _ => Kind::Input,
    }
}
