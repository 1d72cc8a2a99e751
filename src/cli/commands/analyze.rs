//! `bilateral analyze`.

use oxigraph::model::NamedNode;

use crate::cli::context::{Context, Loaded};
use crate::cli::error::CliError;
use crate::cli::measures::{Part, Selection};
use crate::cli::options::{ColumnArgs, DatedArgs, OutputArgs, weight};
use crate::cli::output::Output;
use crate::cli::terminal::Terminal;
use crate::cli::{answer, measures, names, output};
use crate::export::analysis as export;
use crate::export::results::ResultFormat;
use crate::model::PartialDate;
use crate::network::Level;
use crate::network::analysis::{self, Measure, MeasureScope, MeasureTable};
use crate::network::{self, NetworkError, Scope};
use crate::source::Answer;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

/// Measure the network, its nodes, its pairs of nodes, and their cooperation
///
/// Parallel ties from one node to another count as one, with their weights (usually numbers of acts) added up. A joint
/// act ties both ways. Without --measure, print an overview.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral analyze\n  bilateral analyze --view people --measure betweenness,pagerank --top 5\n  bilateral analyze --measure network --by year --format csv\n  bilateral analyze --measure by-group --layer Commitment --since 2017\n  bilateral analyze --measure ladder,deliveries --focus kaliningrad-oblast\n  bilateral analyze --measure openness --on 2025-12-31\n  bilateral analyze --explain\n  bilateral analyze --explain betweenness"
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
    pub level: Option<Level>,
    #[command(flatten)]
    pub dates: DatedArgs,
    /// Measure each year separately; what lasts several years counts in each of them
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
    pub columns: ColumnArgs,

    #[command(flatten)]
    pub output: OutputArgs,
}

impl ValueEnum for Level {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::State, Self::Region, Self::Organization, Self::Person]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::State => (
                "state",
                "Merge regions, organizations and people into their state",
            ),
            Self::Region => (
                "region",
                "Merge organizations and people into their region or state",
            ),
            Self::Organization => (
                "organization",
                "Merge people and posts into their organization, region or state",
            ),
            Self::Person => ("person", "Merge posts into the only person who holds them"),
        };
        Some(PossibleValue::new(name).help(help))
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
        self.check(&chosen)?;
        let mut loaded = context.load()?;
        let (title, tables) = self.tables(&chosen, &mut loaded)?;
        hold_to_one(&tables, format)?;
        for note in tables.iter().flat_map(|table| &table.notes) {
            Terminal::note(&note.to_string());
        }
        if tables.is_empty() && format != ResultFormat::Json {
            return output::write_all(path, &[]);
        }
        let mut out = Output::open(path)?;
        let layout = answer::layout(path, context.terminal, self.columns, &[]);
        let hidden = export::write(&title, &tables, format, &mut out, layout)?;
        out.finish()?;
        answer::note_hidden(&hidden);
        Ok(())
    }

    /// Refuses options that do not apply to the chosen measures.
    fn check(&self, chosen: &[&Measure]) -> Result<(), CliError> {
        let needs_day = chosen.iter().any(|measure| measure.name == "openness");
        let message = match (needs_day, self.on) {
            (true, None) => "`openness` needs a reference date: --on 2025-12-31",
            (false, Some(_)) => "--on applies only to the measure `openness`",
            _ => "",
        };
        if !message.is_empty() {
            return Err(CliError::usage(message));
        }
        let options = [
            ("--view", self.view.is_some()),
            ("--layer", !self.layer.is_empty()),
            ("--undirected", self.undirected),
            ("--level", self.level.is_some()),
            ("--min-weight", self.min_weight.is_some()),
            ("--hops", self.hops != 1),
        ];
        let typed = options.iter().find(|(_, is_typed)| *is_typed);
        match (typed, chosen.iter().find(|measure| is_of_acts(measure))) {
            (Some((option, _)), Some(measure)) => Err(CliError::usage(format!(
                "{option} does not apply to `{}`, which covers all acts, in any view",
                measure.name
            ))),
            _ => Ok(()),
        }
    }

    /// The title, and the tables of the chosen measures or of an overview.
    fn tables(
        &self,
        chosen: &[&'static Measure],
        loaded: &mut Loaded,
    ) -> Result<(String, Vec<MeasureTable>), CliError> {
        let (of_acts, of_view): (Vec<_>, Vec<_>) = chosen
            .iter()
            .copied()
            .partition(|measure| is_of_acts(measure));
        let questions = loaded.answers()?;
        let views = loaded.views()?;
        let view = names::view(self.view.as_deref().unwrap_or("actors"), &views)?;
        let scope = self.scope(loaded);
        let focus = names::focus(self.focus.as_deref(), loaded)?;
        let needs_view = of_acts.is_empty() || !of_view.is_empty();
        let title = loaded.title(needs_view.then_some(view));
        let records = needs_view.then(|| loaded.records());
        let source = loaded.source()?;
        let mut tables = Vec::new();
        if let Some(records) = &records {
            let network = network::of_view(&source, records, view, &scope);
            let mut whole = network.map_err(|error| unknown_layer(error, loaded))?;
            if let Some(level) = self.level {
                whole = whole.at_level(level, records)?;
            }
            let part = Part {
                focus: focus.as_ref().map(|focus| (focus, self.hops)),
                min_weight: self.min_weight,
                undirected: self.undirected,
            };
            let selection = Selection {
                scope: &scope,
                part,
                top: self.top,
                by_year: self.by.is_some(),
            };
            tables = selection.tables(&whole, &of_view, view);
        }
        for (measure, name) in of_acts.iter().filter_map(|of| Some((*of, of.question()?))) {
            let parameters = self.parameters(measure, focus.as_ref());
            let question = questions.named(name)?;
            let answer = question.run(&source, &parameters, &loaded.graph.name_index)?;
            if let Answer::Solutions(rows) = answer {
                let table = analysis::of_cooperation(measure, rows, self.by.is_some(), self.top)?;
                if table.values.rows.is_empty() {
                    let message = format!("0 results: `{}` finds no matching act", measure.name);
                    Terminal::note(&message);
                }
                tables.push(table);
            }
        }
        Ok((title, tables))
    }

    /// The requested part of the view; a name that is not a kind of act is a layer.
    fn scope(&self, loaded: &Loaded) -> Scope {
        let mut scope = Scope {
            sides: loaded.sides(),
            since: self.dates.since,
            until: self.dates.until,
            skip_details: true,
            ..Scope::default()
        };
        for name in self.layer.iter().map(|name| name.trim()) {
            match loaded.graph.name_index.resolve_kind_or_group(name) {
                Ok(kind) => scope.kinds.push(kind),
                Err(_) => scope.layers.push(name.to_owned()),
            }
        }
        scope
    }

    /// The parameters of the query behind a measure of cooperation.
    fn parameters(&self, measure: &Measure, focus: Option<&NamedNode>) -> Vec<(String, String)> {
        let day = |date: Option<PartialDate>| date.map(|date| date.to_string());
        let typed = [
            ("of", focus.map(|focus| focus.as_str().to_owned())),
            ("since", day(self.dates.since)),
            ("until", day(self.dates.until)),
            ("by_year", self.by.map(|_| "1".to_owned())),
            ("on", day(self.on).filter(|_| measure.name == "openness")),
        ];
        let typed = typed.into_iter();
        typed
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect()
    }
}

/// Whether a measure is of what actors say and do, in any view.
fn is_of_acts(measure: &Measure) -> bool {
    measure.scope() == MeasureScope::Cooperation
}

/// Refuses several tables in a format for one table.
fn hold_to_one(tables: &[MeasureTable], format: ResultFormat) -> Result<(), CliError> {
    let holds_one = matches!(
        format,
        ResultFormat::Csv | ResultFormat::Spreadsheet | ResultFormat::Tsv | ResultFormat::Xml
    );
    if !holds_one || tables.len() < 2 {
        return Ok(());
    }
    let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
    Err(CliError::usage(format!(
        "{} holds one table, but these are {}: choose one with --measure, or --format json",
        format.name(),
        names.join(", ")
    )))
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
