//! `bilateral acts`.

use clap::{Args, ValueEnum};

use crate::cli::context::{Context, Loaded};
use crate::cli::error::CliError;
use crate::cli::options::{ColumnArgs, OutputArgs};
use crate::cli::terminal::Terminal;
use crate::cli::{answer, names, output};
use crate::model::{DateError, EntityKind, PartialDate};
use crate::records::{ActFilter, Outcome, Records, claims, is_echo};
use crate::report::{self, NoContent};
use crate::source::Answer;
use crate::text::counted;

/// List acts, filtered by actor, subject, kind, event, source, status or date
///
/// Values are slugs, prefixed names, IRIs or labels; for people and the sides, a part of the name is enough. A sector
/// includes its sub-sectors; a joint act counts for both of its actors. A terminal shows seven columns, a file and
/// --format all.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral acts --kind Commitment --to kaliningrad-oblast\n  bilateral acts --sector manufacturing --format csv\n  bilateral acts --speaker lukashenko --about security\n  bilateral acts --open --by belarus -o open.csv\n  bilateral acts --since 2017 --until 2017-11 --sparql"
)]
pub struct Acts {
    /// Only acts by this actor
    #[arg(long, value_name = "ACTOR")]
    pub by: Vec<String>,
    /// Only acts toward this actor
    #[arg(long, value_name = "ACTOR")]
    pub to: Vec<String>,
    /// Only acts with this speaker
    #[arg(long, value_name = "PERSON")]
    pub speaker: Vec<String>,
    /// Only acts in this sector
    #[arg(long, value_name = "SECTOR")]
    pub sector: Vec<String>,
    /// Only acts of this kind or group, such as Offer or Commitment
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only acts about this good or service
    #[arg(long, value_name = "ITEM")]
    pub item: Vec<String>,
    /// Only acts about this sector, good, service, topic or other entity
    #[arg(long, value_name = "ENTITY")]
    pub about: Vec<String>,
    /// Only acts made at this event or at a part of it
    #[arg(long, value_name = "EVENT")]
    pub event: Vec<String>,
    /// Only acts that this readout reports
    #[arg(long, value_name = "READOUT")]
    pub source: Vec<String>,
    /// Only acts with this outcome
    #[arg(long, value_name = "STATUS")]
    pub status: Vec<Status>,
    /// Only acts that await an answer: short for --status open
    #[arg(long, conflicts_with = "status")]
    pub open: bool,
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
    pub columns: ColumnArgs,

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

/// The most important columns, which a terminal shows.
const IMPORTANT: [&str; 7] = [
    "date", "kind", "speaker", "quote", "sentence", "status", "whom",
];

impl Acts {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = answer::rows_format(self.format.as_deref(), path, context.terminal)?;
        let loaded = context.load()?;
        let filter = self.filter(&loaded)?;
        if self.sparql {
            return output::write_all(path, filter.to_sparql().as_bytes());
        }
        let records = loaded.records();
        let rows = report::acts(&records, &filter);
        let important = IMPORTANT.map(str::to_owned);
        let layout = answer::layout(path, context.terminal, self.columns, &important);
        answer::write(Answer::Solutions(rows), format.into(), path, layout)?;
        let outside = filter.without_dates();
        let outside = outside.select(&records).count();
        if outside > 0 && filter.select(&records).next().is_none() {
            let none = NoContent::outside(outside);
            Terminal::note(&none.of("no act"));
        }
        let undated = filter.count_undated(&records);
        if undated > 0 {
            Terminal::note(&format!(
                "acts without a date, left out by --since or --until: {undated}"
            ));
        }
        if let Some(note) = repeated(&records, &filter) {
            Terminal::note(&note);
        }
        Ok(())
    }

    /// The options as a filter, with resolved names.
    fn filter(&self, loaded: &Loaded) -> Result<ActFilter, CliError> {
        let index = &loaded.graph.name_index;
        let entity =
            |kinds: &'static [EntityKind]| move |name: &str| index.resolve_loosely(name, kinds);
        Ok(ActFilter {
            by: names::resolved("--by", &self.by, entity(EntityKind::ACTORS))?,
            to: names::resolved("--to", &self.to, entity(EntityKind::ACTORS))?,
            sectors: names::resolved("--sector", &self.sector, entity(EntityKind::SECTORS))?,
            about: names::resolved("--about", &self.about, entity(EntityKind::ALL))?,
            events: names::resolved("--event", &self.event, entity(EntityKind::EVENTS))?,
            speakers: names::resolved("--speaker", &self.speaker, entity(EntityKind::ACTORS))?,
            readouts: names::readouts(&self.source, loaded)?,
            kinds: names::kinds(&self.kind, index)?,
            items: names::resolved("--item", &self.item, entity(EntityKind::ITEMS))?,
            outcomes: if self.open {
                vec![Outcome::Open]
            } else {
                self.status.iter().map(|status| outcome(*status)).collect()
            },
            since: date("since", self.since.as_deref())?,
            until: date("until", self.until.as_deref())?,
        })
    }
}

/// How many rows are second reports of an act, and how many echo one.
fn repeated(records: &Records, filter: &ActFilter) -> Option<String> {
    let rows = filter.select(records).count();
    let acts = claims(records, filter.select(records)).len();
    let echoes = filter.select(records).filter(|act| is_echo(records, act));
    let second = match rows - acts {
        0 => None,
        second => {
            let second = counted(second, "second report", "second reports");
            Some(format!("{second} of the same act, so {acts} acts"))
        }
    };
    let echoes = match echoes.count() {
        0 => None,
        1 => Some("1 echo of another actor's act".to_owned()),
        echoes => Some(format!("{echoes} echoes of another actor's act")),
    };
    let parts: Vec<String> = second.into_iter().chain(echoes).collect();
    let rows = counted(rows, "row", "rows");
    (!parts.is_empty()).then(|| format!("{rows}: {}", parts.join("; ")))
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
