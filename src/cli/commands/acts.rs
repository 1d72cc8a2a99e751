//! `bilateral acts`.

use clap::Args;

use crate::cli::act_args::ActArgs;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::{ColumnArgs, OutputArgs};
use crate::cli::terminal::Terminal;
use crate::cli::{answer, names, output};
use crate::records::{Act, ActFilter, Records, claims, is_echo};
use crate::report::{self, NoContent};
use crate::source::Answer;
use crate::text::counted;

/// List acts, filtered by actor, subject, kind, event, source, status or date
///
/// Values are slugs, prefixed names, IRIs or labels; for people and the sides, a part of the name is enough. A sector
/// includes its sub-sectors; a joint act counts for both of its actors. The formats table, plain and md show the seven
/// most important columns; csv, spreadsheet, tsv, json and xml have all.
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

/// The columns that tables for people show, the most important one first.
const IMPORTANT: [&str; 10] = [
    "date", "kind", "who", "whom", "sentence", "status", "speaker", "quote", "amount", "due",
];

/// Drops a condition of a filter.
type Widen = fn(&mut ActFilter);

/// The options of the filter, each with what drops its condition.
const OPTIONS: [(&str, Widen); 10] = [
    ("--by", |filter| filter.by.clear()),
    ("--to", |filter| filter.to.clear()),
    ("--sector", |filter| filter.sectors.clear()),
    ("--item", |filter| filter.items.clear()),
    ("--about", |filter| filter.about.clear()),
    ("--event", |filter| filter.events.clear()),
    ("--speaker", |filter| filter.speakers.clear()),
    ("--source", |filter| filter.readouts.clear()),
    ("--kind", |filter| filter.kinds.clear()),
    ("--status", |filter| filter.outcomes.clear()),
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
        let rows = answer::with_flat_quotes(Answer::Solutions(rows), format.into());
        answer::write(rows, format.into(), path, layout)?;
        let acts: Vec<&Act> = filter.select(&records).collect();
        if acts.is_empty() {
            let about = names::note_on_about(&filter, &self.filter.about, &records);
            for note in [why_none(&records, &filter), about].into_iter().flatten() {
                Terminal::note(&note);
            }
        }
        let undated = filter.count_undated(&records);
        if undated > 0 {
            Terminal::note(&format!(
                "acts without a date, left out by --since or --until: {undated}"
            ));
        }
        if let Some(note) = repeated(&records, &acts) {
            Terminal::note(&note);
        }
        Ok(())
    }
}

/// Why no act matches: the dates leave out all, or which option, if dropped, leaves acts.
fn why_none(records: &Records, filter: &ActFilter) -> Option<String> {
    match filter.without_dates().select(records).count() {
        0 => too_narrow(records, filter),
        outside => Some(NoContent { outside }.of("no act")),
    }
}

fn too_narrow(records: &Records, filter: &ActFilter) -> Option<String> {
    let without = OPTIONS.iter().filter_map(|(option, widen)| {
        let mut wider = filter.clone();
        widen(&mut wider);
        let acts = wider.select(records).count();
        (acts > 0).then(|| format!("{acts} without {option}"))
    });
    let without: Vec<String> = without.collect();
    if !without.is_empty() {
        return Some(format!("matching acts: {}", without.join(", ")));
    }
    let is_filtered = *filter != ActFilter::default();
    is_filtered.then(|| "no act matches these options: drop two or more of them".to_owned())
}

/// How many rows are second reports of an act, and how many echo one.
fn repeated(records: &Records, listed: &[&Act]) -> Option<String> {
    let rows = listed.len();
    let acts = claims(records, listed.iter().copied()).len();
    let echoes = listed.iter().filter(|act| is_echo(records, act));
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
