//! `bilateral acts`.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::OutputArgs;
use crate::cli::{answer, output};
use crate::query::QueryError;
use crate::report;
use crate::source::Answer;
use clap::{Args, ValueEnum};

/// List acts, filtered, without SPARQL
///
/// Values are slugs, prefixed names, IRIs or labels. Sub-sectors are found with their sector, joint acts from both sides.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral acts --kind Commitment --to kaliningrad-oblast\n  bilateral acts --sector manufacturing --format csv\n  bilateral acts --since 2017 --until 2017-11 --sparql"
)]
pub struct Acts {
    /// Who did or said it
    #[arg(long, value_name = "ACTOR")]
    pub by: Vec<String>,
    /// At whom it is aimed
    #[arg(long, value_name = "ACTOR")]
    pub to: Vec<String>,
    /// In which sector
    #[arg(long, value_name = "SECTOR")]
    pub sector: Vec<String>,
    /// Of which kind or group, such as Offer or Commitment
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// About which good or service
    #[arg(long, value_name = "ITEM")]
    pub item: Vec<String>,
    /// What became of it
    #[arg(long, value_name = "STATUS")]
    pub status: Vec<Status>,
    /// Not before this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Not after this date
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Print the query instead of running it
    #[arg(long, conflicts_with = "format")]
    pub sparql: bool,
    /// table, plain, md, csv, spreadsheet (CSV with a byte order mark and no formulas), tsv, json or xml
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// What became of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Status {
    /// It waits for an answer, and none is recorded.
    Open,
    /// A later act says yes to it.
    Accepted,
    /// A later act says no to it.
    Declined,
    /// It was carried out.
    Fulfilled,
    /// Somebody says that it came to nothing.
    Lapsed,
    /// A later act stands in its place.
    Replaced,
}

/// The query's parameters for `--kind` and `--status`; `?kind` and `?status` are columns of its table.
const KIND: &str = "wanted";
const STATUS: &str = "became";
/// The columns that a terminal shows; all others come with any `--format`.
const AT_A_GLANCE: [&str; 5] = ["date", "kind", "sentence", "status", "quote"];

impl Acts {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = answer::rows_format(self.format.as_deref(), path, context.terminal)?;
        let mut loaded = context.load()?;
        let acts = report::acts()?;
        let filters = filters(self);
        if self.sparql {
            let query = acts.bind(&filters, &loaded.name_index).map_err(by_option)?;
            return output::write_all(path, query.text().as_bytes());
        }
        let source = loaded.source()?;
        let found = acts
            .run(&source, &filters, &loaded.name_index)
            .map_err(by_option)?;
        // All eleven columns side by side leave none of them readable on a context.terminal.
        let is_glanced_at = path.is_none() && self.format.is_none() && context.terminal.stdout;
        let found = match found {
            Answer::Solutions(rows) if is_glanced_at => Answer::Solutions(rows.only(&AT_A_GLANCE)),
            found => found,
        };
        answer::write(found, format.into(), path, context.terminal)
    }
}

/// Names the option instead of the query's parameter.
fn by_option(error: QueryError) -> CliError {
    match error {
        QueryError::Value { name, source } => {
            let option = match name.as_str() {
                KIND => "kind",
                STATUS => "status",
                name => name,
            };
            CliError::usage(format!("--{option}: {source}"))
        }
        other => other.into(),
    }
}

/// The filters as parameters of the query.
fn filters(arguments: &Acts) -> Vec<(String, String)> {
    let several = [
        ("by", &arguments.by),
        ("to", &arguments.to),
        ("sector", &arguments.sector),
        (KIND, &arguments.kind),
        ("item", &arguments.item),
    ];
    let single = [("since", &arguments.since), ("until", &arguments.until)];
    let several = several
        .into_iter()
        .flat_map(|(name, values)| values.iter().map(move |value| (name, value.clone())));
    let single = single
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.clone()?)));
    let statuses = arguments
        .status
        .iter()
        .filter_map(ValueEnum::to_possible_value);
    let statuses = statuses.map(|status| (STATUS, status.get_name().to_owned()));
    several
        .chain(single)
        .chain(statuses)
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}
