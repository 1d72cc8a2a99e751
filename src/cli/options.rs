//! Options that several commands share, and the files that they name.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use oxigraph::model::NamedNode;

use super::error::{CliError, Doing};
use crate::model::PartialDate;

/// Where to write the output.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Write to this file instead of stdout; it is replaced only when the output is complete
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A span of time.
#[derive(Debug, Clone, Copy, Args)]
pub struct SpanArgs {
    /// Leave out what ended before this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub since: Option<PartialDate>,
    /// Leave out what began after this date
    #[arg(long, value_name = "DATE")]
    pub until: Option<PartialDate>,
}

/// A span of time that needs a date: what has none is left out.
#[derive(Debug, Clone, Copy, Args)]
pub struct DatedArgs {
    /// Only what has a date and did not end before this one: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub since: Option<PartialDate>,
    /// Only what has a date and did not begin after this one
    #[arg(long, value_name = "DATE")]
    pub until: Option<PartialDate>,
}

/// The base of RDF files.
#[derive(Debug, Args)]
pub struct BaseArgs {
    /// Resolve relative IRIs of RDF files outside dossiers against this IRI [default: the file's own IRI]
    #[arg(long, value_name = "IRI", value_parser = absolute)]
    pub base: Option<NamedNode>,
}

/// Parses an absolute IRI.
fn absolute(text: &str) -> Result<NamedNode, &'static str> {
    NamedNode::new(text).map_err(|_| "an absolute IRI is needed, such as https://example.org/")
}

/// The part of a view.
#[derive(Debug, Args)]
pub struct ScopeArgs {
    /// Only acts of this kind or group, such as Offer or Commitment; may be repeated
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    #[command(flatten)]
    pub dates: DatedArgs,
}

/// The format and destination of a page.
#[derive(Debug, Args)]
pub struct PageArgs {
    /// Output format: txt, md, html or docx (Word) [default: by file extension, else txt]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// The columns of a table on a terminal.
#[derive(Debug, Clone, Copy, Args)]
pub struct ColumnArgs {
    /// In tables, also show the columns of addresses (IRIs and URLs)
    #[arg(long)]
    pub wide: bool,
    /// In tables, show all columns; on a terminal where they do not fit, each row becomes a list
    #[arg(long)]
    pub all_columns: bool,
}

/// How long a command may take.
#[derive(Debug, Clone, Copy, Args)]
pub struct TimeoutArgs {
    /// Stop after this many seconds
    #[arg(long = "timeout", value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub seconds: u64,
}

/// The name and the first bytes of a file; `-` is stdin.
pub fn read(path: &Path, limit: u64) -> Result<(String, Vec<u8>), CliError> {
    let is_stdin = path == Path::new("-");
    let name = if is_stdin {
        "stdin".to_owned()
    } else {
        path.display().to_string()
    };
    let mut bytes = Vec::new();
    let read = if is_stdin {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.doing(format!("cannot read `{name}`"))?;
    Ok((name, bytes))
}

/// Parses a weight of ties: a number, 0 or more.
pub fn weight(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(weight) if weight.is_finite() && weight >= 0.0 => Ok(weight),
        _ => Err("a weight must be a number, 0 or more".to_owned()),
    }
}
