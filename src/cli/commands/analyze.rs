//! `bilateral analyze`.

use oxigraph::model::NamedNode;

use crate::cli::analysis::{Analyze, By};
use crate::cli::answer::{self, Answers};
use crate::cli::args::Cli;
use crate::cli::dossiers::{self, Loaded};
use crate::cli::failure::UsageError;
use crate::cli::output::{self, Output};
use crate::cli::terminal::Terminal;
use crate::cli::{caption, measures, scope};
use crate::export::analysis as written;
use crate::export::results::{Layout, ResultFormat};
use crate::network::analysis::{self, Cost, Measure, MeasureScope, Subject, Table};
use crate::network::{Network, NetworkError, Projection, Scope, Sectors};
use crate::query::NamedQuery;
use crate::records::Records;
use crate::source::{Answer, Source};

/// What an overview tells of nodes and of pairs.
const TOP_OF_OVERVIEW: usize = 10;
/// With more steps along paths than this, nodes times ties, whoever waits at a terminal wants to know for what.
const LONG: usize = 200_000_000;

pub fn run(arguments: &Analyze, cli: &Cli, terminal: Terminal) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    if let Some(name) = &arguments.explain {
        return output::write_all(path, measures::explained(name)?.as_bytes());
    }
    let format =
        answer::Format::wanted(arguments.format.as_deref(), path, terminal, Answers::Rows)?;
    let format = format.rows().unwrap_or(ResultFormat::Plain);
    let chosen = measures::chosen(&arguments.measure)?;
    check(arguments, &chosen)?;
    let mut loaded = dossiers::load(cli)?;
    let found = found(arguments, &chosen, &mut loaded)?;
    hold_to_one(&found.tables, format)?;
    for note in found.tables.iter().flat_map(|table| &table.notes) {
        Terminal::note(&note.to_string());
    }
    if found.tables.is_empty() && format != ResultFormat::Json {
        return output::write_all(path, &[]);
    }
    let mut out = Output::open(path)?;
    let Found { title, tables } = &found;
    let layout = Layout {
        width: terminal.width(path),
        colour: path.is_none() && terminal.stdout_colour,
    };
    written::write(title, tables, format, &mut out, layout)?;
    out.finish()
}

/// What was measured, and of what.
struct Found {
    title: String,
    tables: Vec<Table>,
}

/// Refuses options that have no say in what is measured.
fn check(arguments: &Analyze, chosen: &[&Measure]) -> Result<(), UsageError> {
    let of_view = |measure: &&&Measure| measure.of != MeasureScope::Cooperation;
    let needs_day = chosen.iter().find(|measure| measure.name == "openness");
    if let (Some(_), None) = (needs_day, arguments.on) {
        return Err(UsageError(
            "openness is of a day: give it with --on, such as --on 2025-12-31".to_owned(),
        ));
    }
    if needs_day.is_none() && arguments.on.is_some() {
        return Err(UsageError("--on is for the measure openness".to_owned()));
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
        (Some((option, _)), Some(measure)) => Err(UsageError(format!(
            "{option} has no say in `{}`, which is of all acts, whatever the view",
            measure.name
        ))),
        _ => Ok(()),
    }
}

/// Refuses several tables in a format that holds one.
fn hold_to_one(tables: &[Table], format: ResultFormat) -> Result<(), UsageError> {
    let holds_one = matches!(
        format,
        ResultFormat::Csv | ResultFormat::Spreadsheet | ResultFormat::Tsv | ResultFormat::Xml
    );
    if !holds_one || tables.len() < 2 {
        return Ok(());
    }
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    Err(UsageError(format!(
        "{} holds one table, but these are {}: choose one with --measure, or --format json",
        format.name(),
        names.join(", ")
    )))
}

fn found(
    arguments: &Analyze,
    chosen: &[&'static Measure],
    loaded: &mut Loaded,
) -> anyhow::Result<Found> {
    let (of_acts, of_view): (Vec<_>, Vec<_>) = chosen
        .iter()
        .copied()
        .partition(|measure| measure.of == MeasureScope::Cooperation);
    let questions = loaded.answers()?;
    let views = loaded.views()?;
    let named = arguments.view.as_deref().unwrap_or("actors");
    let view = views
        .named(named)
        .map_err(|error| UsageError(format!("--view: {error}")))?;
    let scope = scope(arguments, loaded);
    let focus = scope::focus(arguments.focus.as_deref(), loaded)?;
    let records = loaded.records();
    let source = loaded.source()?;
    let needs_view = of_acts.is_empty() || !of_view.is_empty();
    let mut found = Found {
        title: caption::titled(needs_view.then_some(view), loaded),
        tables: Vec::new(),
    };
    if needs_view {
        let whole = network(arguments, view, &scope, (&source, &records), loaded)?;
        let viewed = Viewed {
            arguments,
            scope: &scope,
            focus: focus.as_ref(),
            sectors: whole.sectors(&records),
        };
        found.tables = viewed.tables(&whole, &of_view, view);
    }
    for measure in of_acts {
        let Some(question) = measure.question() else {
            continue;
        };
        let question = questions.named(question)?;
        let parameters = parameters(arguments, measure, focus.as_ref());
        let answer = question.run(&source, &parameters, &loaded.name_index)?;
        if let Answer::Solutions(rows) = answer {
            let with_years = arguments.by == Some(By::Year);
            let table = analysis::of_cooperation(measure, rows, with_years, arguments.top)?;
            if table.rows.is_empty() {
                Terminal::note(&format!("0 results: `{}` finds no act here", measure.name));
            }
            found.tables.push(table);
        }
    }
    Ok(found)
}

/// What of the view was asked for; what is no kind of act is a layer.
fn scope(arguments: &Analyze, loaded: &Loaded) -> Scope {
    let mut scope = Scope {
        sides: loaded.sides(),
        since: arguments.since,
        until: arguments.until,
        skip_details: true,
        ..Scope::default()
    };
    for name in &arguments.layer {
        match loaded.name_index.resolve_kind_or_group(name.trim()) {
            Ok(kind) => scope.kinds.push(kind),
            Err(_) => scope.layers.push(name.trim().to_owned()),
        }
    }
    scope
}

/// The network of the view, rolled up to the level that was asked for.
fn network(
    arguments: &Analyze,
    view: &NamedQuery,
    scope: &Scope,
    (source, records): (&Source, &Records),
    loaded: &Loaded,
) -> anyhow::Result<Network> {
    let network = Network::of_view(source, records, view, scope)
        .map_err(|error| unknown_layer(error, loaded))?;
    Ok(match arguments.level {
        Some(level) => network.at_level(level.level(), &scope.sides, records)?,
        None => network,
    })
}

/// What is no layer of the view may have been meant for a kind of act.
fn unknown_layer(error: NetworkError, loaded: &Loaded) -> anyhow::Error {
    let NetworkError::Layer { layer, .. } = &error else {
        return error.into();
    };
    let kind = loaded.name_index.resolve_kind_or_group(layer);
    let kind = kind.map_or_else(|unknown| format!("; {unknown}"), |_| String::new());
    UsageError(format!("--layer: {error}{kind}")).into()
}

/// A network of a view, about to be measured.
struct Viewed<'a> {
    arguments: &'a Analyze,
    scope: &'a Scope,
    focus: Option<&'a NamedNode>,
    sectors: Sectors,
}

impl Viewed<'_> {
    /// The tables of what was chosen, or of an overview.
    fn tables(
        &self,
        whole: &Network,
        chosen: &[&'static Measure],
        view: &NamedQuery,
    ) -> Vec<Table> {
        let cut = self.cut(whole);
        if cut.is_empty() {
            let left = if whole.is_empty() {
                "has no tie here"
            } else {
                "has no tie of this weight, or around this focus"
            };
            Terminal::note(&format!("0 results: the view `{}` {left}", view.name));
        }
        if cut.is_empty() && chosen.is_empty() {
            return Vec::new();
        }
        let graph = Projection::of(&cut);
        let (nodes, ties) = (graph.node_count(), graph.tie_count());
        let (chosen, top) = if chosen.is_empty() {
            let (chosen, left_out) = measures::overview(nodes, ties);
            for measure in left_out {
                Terminal::note(&format!(
                    "{} is left out of an overview of {nodes} nodes and {ties} ties, since it takes long: --measure {0}",
                    measure.name
                ));
            }
            (chosen, self.arguments.top.or(Some(TOP_OF_OVERVIEW)))
        } else {
            (chosen.to_vec(), self.arguments.top)
        };
        announce(nodes, ties, &chosen);
        if self.arguments.by != Some(By::Year) {
            return self.measured(&cut, &chosen, top);
        }
        let undated = whole.undated();
        if undated > 0 {
            Terminal::note(&format!(
                "acts without a date, which are of no year: {undated}"
            ));
        }
        let [since, until] = [self.scope.since, self.scope.until];
        let is_wanted = |year: &u16| {
            since.is_none_or(|since| *year >= since.year())
                && until.is_none_or(|until| *year <= until.year())
        };
        let years = whole.years().into_iter().filter(is_wanted);
        analysis::by_year(years.map(|year| {
            (
                year,
                self.measured(&self.cut(&whole.in_year(year)), &chosen, top),
            )
        }))
    }

    /// What was asked for of a network.
    fn cut(&self, network: &Network) -> Network {
        let heavy = self
            .arguments
            .min_weight
            .map(|weight| network.tied_with(weight, self.arguments.undirected));
        let network = heavy.unwrap_or_else(|| network.clone());
        match self.focus {
            Some(centre) => network.focus(centre, self.arguments.hops),
            None => network,
        }
    }

    fn measured(
        &self,
        network: &Network,
        chosen: &[&'static Measure],
        top: Option<usize>,
    ) -> Vec<Table> {
        let undirected = self.arguments.undirected;
        let subject = Subject::new(
            network,
            undirected,
            &self.scope.sides,
            &self.sectors,
            measures::threads(),
        );
        analysis::tables(&subject, chosen, top)
    }
}

/// Tells whoever waits at a terminal for what.
fn announce(nodes: usize, ties: usize, chosen: &[&'static Measure]) {
    let slow = chosen.iter().filter(|measure| measure.cost == Cost::Paths);
    let slow: Vec<&str> = slow.map(|measure| measure.name).collect();
    if Terminal::is_watched() && !slow.is_empty() && nodes.saturating_mul(ties) > LONG {
        Terminal::note(&format!(
            "following the paths of {nodes} nodes and {ties} ties for {}",
            slow.join(", ")
        ));
    }
}

/// What is given to the question behind a measure of cooperation.
fn parameters(
    arguments: &Analyze,
    measure: &Measure,
    focus: Option<&NamedNode>,
) -> Vec<(String, String)> {
    let day = |date: Option<crate::model::PartialDate>| date.map(|date| date.to_string());
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
