//! `bilateral analyze`.

use oxigraph::model::NamedNode;

use crate::cli::context::{Context, Loaded};
use crate::cli::error::CliError;
use crate::cli::measures::Selection;
use crate::cli::options::{OutputArgs, weight};
use crate::cli::output::Output;
use crate::cli::terminal::Terminal;
use crate::cli::{answer, measures, names, output};
use crate::export::analysis as written;
use crate::export::results::ResultFormat;
use crate::model::PartialDate;
use crate::network::Level;
use crate::network::analysis::{self, Measure, MeasureScope, Table};
use crate::network::{self, Network, NetworkError, Scope};
use crate::query::NamedQuery;
use crate::records::Records;
use crate::source::{Answer, Source};
use clap::{Args, ValueEnum};

/// Measure the network, its nodes, its pairs of nodes, and their cooperation
///
/// Parallel ties from one node to another count as one, with their weights (usually numbers of acts) added up. A joint
/// act ties both ways. Without --measure, print an overview.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral analyze\n  bilateral analyze --view people --measure betweenness,pagerank --top 5\n  bilateral analyze --measure network --by year --format csv\n  bilateral analyze --measure by-group --layer Commitment --since 2017\n  bilateral analyze --measure ladder,deeds --focus kaliningrad-oblast\n  bilateral analyze --measure openness --on 2025-12-31\n  bilateral analyze --explain\n  bilateral analyze --explain betweenness"
)]
pub struct Analyze {
    /// Use this view: actors, people, events, sectors, items, everything or one of the dossier [default: actors]
    #[arg(long, value_name = "VIEW")]
    pub view: Option<String>,
    /// Compute these measures, or all of a scope: network, nodes, pairs, relations or cooperation; --explain lists them
    #[arg(long, value_name = "MEASURE", value_delimiter = ',')]
    pub measure: Vec<String>,
    /// Show a measure's definition and source; without a name, list all measures
    #[arg(
        long,
        value_name = "MEASURE",
        num_args = 0..=1,
        default_missing_value = "",
        conflicts_with_all = [
            "view", "measure", "layer", "undirected", "level", "since", "until", "by", "min_weight", "focus", "top", "on",
            "format",
        ]
    )]
    pub explain: Option<String>,
    /// Only acts of this kind or group, or ties of this layer of the view; may be repeated
    #[arg(long, value_name = "LAYER")]
    pub layer: Vec<String>,
    /// Ignore the direction of ties
    #[arg(long)]
    pub undirected: bool,
    /// Merge actors into the actors of this level that they are part of
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<Rolled>,
    /// Only what has a date and did not end before this one: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub since: Option<PartialDate>,
    /// Only what has a date and did not begin after this one
    #[arg(long, value_name = "DATE")]
    pub until: Option<PartialDate>,
    /// Measure each year separately
    #[arg(long, value_name = "SPAN")]
    pub by: Option<By>,
    /// Only ties with at least this weight, after parallel ties are merged
    #[arg(long, value_name = "WEIGHT", value_parser = weight, allow_negative_numbers = true)]
    pub min_weight: Option<f64>,
    /// Only the network around this entity
    #[arg(long, value_name = "ENTITY")]
    pub focus: Option<String>,
    /// Maximum number of ties from the focus; 0 is the focus alone
    #[arg(long, value_name = "N", default_value_t = 1, requires = "focus")]
    pub hops: usize,
    /// Show only the top N rows, ranked by the first measure [default: 10 in the overview, else all]
    #[arg(long, value_name = "N", value_parser = top)]
    pub top: Option<usize>,
    /// Reference date for the age of open acts, for the measure openness
    #[arg(long, value_name = "DATE")]
    pub on: Option<PartialDate>,
    /// Output format: table, plain or md for people; json for all tables; csv, spreadsheet, tsv or xml for one table
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// A level to which actors are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Rolled {
    /// Merge regions, organizations and people into their state.
    State,
    /// Merge organizations and people into their region or state.
    Region,
    /// Merge people and posts into their organization, region or state.
    Organization,
    /// Merge posts into the only person who holds them.
    Person,
}

impl Rolled {
    pub const fn level(self) -> Level {
        match self {
            Self::State => Level::State,
            Self::Region => Level::Region,
            Self::Organization => Level::Organization,
            Self::Person => Level::Person,
        }
    }
}

/// What is measured separately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Each year with a dated act.
    Year,
}

fn top(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("must be a number, 1 or more".to_owned()),
        Ok(top) => Ok(top),
    }
}

impl Analyze {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        if let Some(name) = &self.explain {
            return output::write_all(path, measures::explained(name)?.as_bytes());
        }
        let format = answer::rows_format(self.format.as_deref(), path, context.terminal)?;
        let chosen = measures::chosen(&self.measure)?;
        check(self, &chosen)?;
        let mut loaded = context.load()?;
        let found = found(self, &chosen, &mut loaded)?;
        hold_to_one(&found.tables, format)?;
        for note in found.tables.iter().flat_map(|table| &table.notes) {
            Terminal::note(&note.to_string());
        }
        if found.tables.is_empty() && format != ResultFormat::Json {
            return output::write_all(path, &[]);
        }
        let mut out = Output::open(path)?;
        let Found { title, tables } = &found;
        let layout = answer::layout(path, context.terminal);
        written::write(title, tables, format, &mut out, layout)?;
        out.finish()
    }
}

/// The tables, and their title.
struct Found {
    title: String,
    tables: Vec<Table>,
}

/// Refuses options that do not apply to the chosen measures.
fn check(arguments: &Analyze, chosen: &[&Measure]) -> Result<(), CliError> {
    let of_view = |measure: &&&Measure| measure.scope() != MeasureScope::Cooperation;
    let needs_day = chosen.iter().find(|measure| measure.name == "openness");
    if let (Some(_), None) = (needs_day, arguments.on) {
        return Err(CliError::usage(
            "`openness` needs a reference date: --on 2025-12-31".to_owned(),
        ));
    }
    if needs_day.is_none() && arguments.on.is_some() {
        return Err(CliError::usage(
            "--on applies only to the measure `openness`".to_owned(),
        ));
    }
    let options = [
        ("--view", arguments.view.is_some()),
        ("--layer", !arguments.layer.is_empty()),
        ("--undirected", arguments.undirected),
        ("--level", arguments.level.is_some()),
        ("--min-weight", arguments.min_weight.is_some()),
        ("--hops", arguments.hops != 1),
    ];
    let given = options.iter().find(|(_, is_given)| *is_given);
    match (given, chosen.iter().find(|measure| !of_view(measure))) {
        (Some((option, _)), Some(measure)) => Err(CliError::usage(format!(
            "{option} does not apply to `{}`, which covers all acts, in any view",
            measure.name
        ))),
        _ => Ok(()),
    }
}

/// Refuses several tables in a format for one table.
fn hold_to_one(tables: &[Table], format: ResultFormat) -> Result<(), CliError> {
    let holds_one = matches!(
        format,
        ResultFormat::Csv | ResultFormat::Spreadsheet | ResultFormat::Tsv | ResultFormat::Xml
    );
    if !holds_one || tables.len() < 2 {
        return Ok(());
    }
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    Err(CliError::usage(format!(
        "{} holds one table, but these are {}: choose one with --measure, or --format json",
        format.name(),
        names.join(", ")
    )))
}

fn found(
    arguments: &Analyze,
    chosen: &[&'static Measure],
    loaded: &mut Loaded,
) -> Result<Found, CliError> {
    let (of_acts, of_view): (Vec<_>, Vec<_>) = chosen
        .iter()
        .copied()
        .partition(|measure| measure.scope() == MeasureScope::Cooperation);
    let questions = loaded.answers()?;
    let views = loaded.views()?;
    let named = arguments.view.as_deref().unwrap_or("actors");
    let view = views
        .named(named)
        .map_err(|error| CliError::usage(format!("--view: {error}")))?;
    let scope = scope(arguments, loaded);
    let focus = names::focus(arguments.focus.as_deref(), loaded)?;
    let needs_view = of_acts.is_empty() || !of_view.is_empty();
    let records = needs_view.then(|| loaded.records());
    let source = loaded.source()?;
    let mut found = Found {
        title: loaded.title(needs_view.then_some(view)),
        tables: Vec::new(),
    };
    if let Some(records) = &records {
        let whole = network(arguments, view, &scope, (&source, records), loaded)?;
        let viewed = Selection {
            scope: &scope,
            focus: focus.as_ref().map(|focus| (focus, arguments.hops)),
            min_weight: arguments.min_weight,
            undirected: arguments.undirected,
            sectors: whole.sectors(records),
            top: arguments.top,
            by_year: arguments.by == Some(By::Year),
        };
        found.tables = viewed.tables(&whole, &of_view, view);
    }
    for measure in of_acts {
        let Some(question) = measure.question() else {
            continue;
        };
        let question = questions.named(question)?;
        let parameters = parameters(arguments, measure, focus.as_ref());
        let answer = question.run(&source, &parameters, &loaded.graph.name_index)?;
        if let Answer::Solutions(rows) = answer {
            let with_years = arguments.by == Some(By::Year);
            let table = analysis::of_cooperation(measure, rows, with_years, arguments.top)?;
            if table.rows.is_empty() {
                Terminal::note(&format!(
                    "0 results: `{}` finds no matching act",
                    measure.name
                ));
            }
            found.tables.push(table);
        }
    }
    Ok(found)
}

/// The requested part of the view; a name that is not a kind of act is a layer.
fn scope(arguments: &Analyze, loaded: &Loaded) -> Scope {
    let mut scope = Scope {
        sides: loaded.sides(),
        since: arguments.since,
        until: arguments.until,
        skip_details: true,
        ..Scope::default()
    };
    for name in &arguments.layer {
        match loaded.graph.name_index.resolve_kind_or_group(name.trim()) {
            Ok(kind) => scope.kinds.push(kind),
            Err(_) => scope.layers.push(name.trim().to_owned()),
        }
    }
    scope
}

/// The network of the view, merged to the requested level.
fn network(
    arguments: &Analyze,
    view: &NamedQuery,
    scope: &Scope,
    (source, records): (&Source, &Records),
    loaded: &Loaded,
) -> Result<Network, CliError> {
    let network = network::of_view(source, records, view, scope)
        .map_err(|error| unknown_layer(error, loaded))?;
    Ok(match arguments.level {
        Some(level) => network.at_level(level.level(), &scope.sides, records)?,
        None => network,
    })
}

/// A name that is not a layer may be a misspelt kind of act.
fn unknown_layer(error: NetworkError, loaded: &Loaded) -> CliError {
    let NetworkError::Layer { layer, .. } = &error else {
        return error.into();
    };
    let kind = loaded.graph.name_index.resolve_kind_or_group(layer);
    let kind = kind.map_or_else(|unknown| format!("; {unknown}"), |_| String::new());
    CliError::usage(format!("--layer: {error}{kind}"))
}

/// The parameters of the query behind a measure of cooperation.
fn parameters(
    arguments: &Analyze,
    measure: &Measure,
    focus: Option<&NamedNode>,
) -> Vec<(String, String)> {
    let day = |date: Option<PartialDate>| date.map(|date| date.to_string());
    let on = day(arguments.on).filter(|_| measure.name == "openness");
    let given = [
        ("of", focus.map(|focus| focus.as_str().to_owned())),
        ("since", day(arguments.since)),
        ("until", day(arguments.until)),
        ("by_year", arguments.by.map(|_| "1".to_owned())),
        ("on", on),
    ];
    let given = given.into_iter();
    given
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}
