//! `bilateral acts`.

use clap::Args;

use crate::cli::act_args::ActArgs;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::{ColumnArgs, OutputArgs};
use crate::cli::terminal::Terminal;
use crate::cli::{answer, names, output};
use crate::records::{ActFilter, Records, claims, is_echo};
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

    #[command(flatten)]
    pub filter: ActArgs,
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
        let filter = self.filter.filter(&loaded)?;
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
        if let Some(note) = names::note_on_about(&filter, &self.filter.about, &records) {
            Terminal::note(&note);
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
