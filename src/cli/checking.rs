//! What a user types to have a dossier checked.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::options::OutputArgs;
use crate::diagnostic::Severity;

/// Find every mistake of a dossier, of single sheets or of RDF files
///
/// Syntax, quotes and their places, literals, names that nothing defines, and everything that the rules in
/// queries/checks complain of: all of it at once, each finding with its code, its place and what to do. It ends with 1
/// where the data fails, and with 3 where a file could not be read or parsed, so that not everything could be checked.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral check\n  bilateral check talks\n  bilateral check talks/data/2025-03-04-port-elin/facts.toml\n  bilateral -C talks check export.ttl               a file that somebody was handed, held against the readouts\n  bilateral check --show info --fail-on warn\n  bilateral check --format sarif -o findings.sarif\n  bilateral check --explain quote-not-found"
)]
pub struct Check {
    /// Dossiers, fact sheets and RDF files; the dossiers that are read by default where none is named
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// End with 1 for findings from this weight up
    #[arg(long, value_name = "WEIGHT", default_value = "error")]
    pub(crate) fail_on: FailOn,
    /// List findings from this weight up; those below are only counted
    #[arg(long, value_name = "WEIGHT", default_value = "warn")]
    pub(crate) show: Show,
    /// text, json (an object a finding) or sarif; by the file's extension where it is not given, else text
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,
    /// Break off after so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) timeout: u64,
    /// List the codes of all findings that there can be
    #[arg(long, conflicts_with_all = ["paths", "explain"])]
    pub(crate) list: bool,
    /// Say what a code is about: the problem, an example, and what to do
    #[arg(long, value_name = "CODE", conflicts_with = "paths")]
    pub(crate) explain: Option<String>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// From which weight up the data fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Something is wrong.
    Error,
    /// Or somebody should look at something.
    Warn,
    /// Or there is anything to note.
    Info,
    /// Nothing makes it fail.
    Never,
}

/// From which weight up findings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Show {
    /// What is wrong.
    Error,
    /// And what somebody should look at.
    Warn,
    /// And what is good to know.
    Info,
}

impl FailOn {
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warn => Some(Severity::Warn),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

impl From<Show> for Severity {
    fn from(show: Show) -> Self {
        match show {
            Show::Error => Self::Error,
            Show::Warn => Self::Warn,
            Show::Info => Self::Info,
        }
    }
}
