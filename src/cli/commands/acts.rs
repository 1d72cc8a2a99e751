//! `bilateral acts`.

use clap::{Args, ValueEnum};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::OutputArgs;
use crate::cli::{answer, names, output};
use crate::model::{DateError, EntityKind, NameIndex, PartialDate};
use crate::records::{ActFilter, Outcome};
use crate::report;
use crate::source::Answer;

/// List acts, filtered by actor, sector, kind, item, status or date
///
/// Values are slugs, prefixed names, IRIs or labels. A sector includes its sub-sectors; a joint act counts for both of
/// its actors.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral acts --kind Commitment --to kaliningrad-oblast\n  bilateral acts --sector manufacturing --format csv\n  bilateral acts --since 2017 --until 2017-11 --sparql"
)]
pub struct Acts {
    /// Only acts by this actor
    #[arg(long, value_name = "ACTOR")]
    pub by: Vec<String>,
    /// Only acts toward this actor
    #[arg(long, value_name = "ACTOR")]
    pub to: Vec<String>,
    /// Only acts in this sector
    #[arg(long, value_name = "SECTOR")]
    pub sector: Vec<String>,
    /// Only acts of this kind or group, such as Offer or Commitment
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only acts about this good or service
    #[arg(long, value_name = "ITEM")]
    pub item: Vec<String>,
    /// Only acts with this outcome
    #[arg(long, value_name = "STATUS")]
    pub status: Vec<Status>,
    /// Only acts on or after this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Only acts on or before this date
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Print the SPARQL query instead of running it
    #[arg(long, conflicts_with = "format")]
    pub sparql: bool,
    /// Output format: table, plain, md, csv, spreadsheet (CSV with a byte order mark and without formulas), tsv, json
    /// or xml
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// The outcome of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Status {
    /// It awaits an answer.
    Open,
    /// A later act accepts it.
    Accepted,
    /// A later act declines it.
    Declined,
    /// It was carried out.
    Fulfilled,
    /// It is recorded as lapsed.
    Lapsed,
    /// A later act replaces it.
    Replaced,
}

/// The columns on a terminal; `--format` prints all columns.
const AT_A_GLANCE: [&str; 6] = ["date", "kind", "speaker", "quote", "sentence", "status"];

impl Acts {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = answer::rows_format(self.format.as_deref(), path, context.terminal)?;
        let loaded = context.load()?;
        let filter = self.filter(&loaded.graph.name_index)?;
        if self.sparql {
            return output::write_all(path, filter.to_sparql().as_bytes());
        }
        let rows = report::acts(&loaded.records(), &filter);
        // A terminal is too narrow for all columns.
        let is_overview = path.is_none() && self.format.is_none() && context.terminal.stdout;
        let rows = if is_overview {
            rows.only(&AT_A_GLANCE)
        } else {
            rows
        };
        answer::write(
            Answer::Solutions(rows),
            format.into(),
            path,
            context.terminal,
        )
    }

    /// The options as a filter, with resolved names.
    fn filter(&self, index: &NameIndex) -> Result<ActFilter, CliError> {
        let entity =
            |kinds: &'static [EntityKind]| move |name: &str| index.resolve_loosely(name, kinds);
        Ok(ActFilter {
            by: names::resolved("--by", &self.by, entity(EntityKind::ACTORS))?,
            to: names::resolved("--to", &self.to, entity(EntityKind::ACTORS))?,
            sectors: names::resolved("--sector", &self.sector, entity(EntityKind::SECTORS))?,
            kinds: names::resolved("--kind", &self.kind, |name| {
                index.resolve_kind_or_group(name)
            })?,
            items: names::resolved("--item", &self.item, entity(EntityKind::ITEMS))?,
            outcomes: self.status.iter().map(|status| outcome(*status)).collect(),
            since: date("since", self.since.as_deref())?,
            until: date("until", self.until.as_deref())?,
        })
    }
}

const fn outcome(status: Status) -> Outcome {
    match status {
        Status::Open => Outcome::Open,
        Status::Accepted => Outcome::Accepted,
        Status::Declined => Outcome::Declined,
        Status::Fulfilled => Outcome::Fulfilled,
        Status::Lapsed => Outcome::Lapsed,
        Status::Replaced => Outcome::Replaced,
    }
}

fn date(option: &str, text: Option<&str>) -> Result<Option<PartialDate>, CliError> {
    let date = text.map(|text| text.trim().parse());
    date.transpose()
        .map_err(|error: DateError| CliError::usage(format!("--{option}: {error}")))
}
