//! Options that several commands take.

use std::path::PathBuf;

use clap::Args;

use crate::model::PartialDate;

/// Where the data goes.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Write to this file instead of stdout; it is replaced only when all is written
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// From when to when.
#[derive(Debug, Clone, Copy, Args)]
pub struct SpanArgs {
    /// Nothing that ended before this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<PartialDate>,
    /// Nothing that began after this date
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<PartialDate>,
}

/// What of a view is wanted.
#[derive(Debug, Args)]
pub struct ScopeArgs {
    /// Only acts of this kind or group, such as Offer or Commitment; may be given several times
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Vec<String>,
    /// Only what is dated, and did not end before this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<PartialDate>,
    /// Only what is dated, and did not begin after this date
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<PartialDate>,
}

/// How a page is written.
#[derive(Debug, Args)]
pub struct PageArgs {
    /// md or txt; by the file's extension where it is not given, else txt
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}
