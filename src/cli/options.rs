//! Options that several commands share.

use std::path::PathBuf;

use clap::Args;

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

/// The part of a view.
#[derive(Debug, Args)]
pub struct ScopeArgs {
    /// Only acts of this kind or group, such as Offer or Commitment; may be repeated
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only what has a date and did not end before this one: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub since: Option<PartialDate>,
    /// Only what has a date and did not begin after this one
    #[arg(long, value_name = "DATE")]
    pub until: Option<PartialDate>,
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

/// Parses a weight of ties: a number, 0 or more.
pub fn weight(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(weight) if weight.is_finite() && weight >= 0.0 => Ok(weight),
        _ => Err("a weight must be a number, 0 or more".to_owned()),
    }
}
