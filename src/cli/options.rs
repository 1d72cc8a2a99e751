//! Options that several commands take.

use std::path::PathBuf;

use clap::Args;

use crate::model::PartialDate;

/// Where the data goes.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Write to this file instead of stdout; it is replaced only when all is written
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// From when to when.
#[derive(Debug, Clone, Copy, Args)]
pub struct SpanArgs {
    /// Nothing that ended before this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub since: Option<PartialDate>,
    /// Nothing that began after this date
    #[arg(long, value_name = "DATE")]
    pub until: Option<PartialDate>,
}

/// What of a view is wanted.
#[derive(Debug, Args)]
pub struct ScopeArgs {
    /// Only acts of this kind or group, such as Offer or Commitment; may be given several times
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only what is dated, and did not end before this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub since: Option<PartialDate>,
    /// Only what is dated, and did not begin after this date
    #[arg(long, value_name = "DATE")]
    pub until: Option<PartialDate>,
}

/// How a page is written.
#[derive(Debug, Args)]
pub struct PageArgs {
    /// md or txt; by the file's extension where it is not given, else txt
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// Reads a weight of edges: a number from 0 up.
pub fn weight(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(weight) if weight.is_finite() && weight >= 0.0 => Ok(weight),
        _ => Err("a weight is a number from 0 up".to_owned()),
    }
}
