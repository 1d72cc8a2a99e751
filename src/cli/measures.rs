//! Selects measures and explains them.

use std::borrow::Cow;

use oxigraph::model::NamedNode;

use super::error::CliError;
use super::terminal::Terminal;
use crate::network::analysis::{self, Cost, Measure, MeasureScope, MeasureTable, Subject};
use crate::network::{self, Network, Projection, Scope};
use crate::query::NamedQuery;
use crate::text::did_you_mean;

/// The measures of an overview; in a large network, only those that do not follow paths.
const OVERVIEW: [&str; 10] = [
    "strength",
    "in-strength",
    "out-strength",
    "betweenness",
    "pagerank",
    "community",
    "given",
    "received",
    "together",
    "balance",
];

/// With more steps along paths (nodes times ties) than this, an overview would take too long.
const MANY_STEPS: usize = 2_000_000_000;

/// The number of rows of nodes and of pairs in an overview.
const TOP_OF_OVERVIEW: usize = 10;
/// With more steps along paths (nodes times ties) than this, a user at a terminal sees what takes so long.
const LONG: usize = 200_000_000;

/// The measures with these names, or all measures of these scopes, each once.
pub fn chosen(names: &[String]) -> Result<Vec<&'static Measure>, CliError> {
    let mut chosen: Vec<&'static Measure> = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        let of_scope = || analysis::all().filter(|measure| measure.scope().word() == name);
        let measures: Vec<&Measure> = match analysis::named(name) {
            Some(measure) => vec![measure],
            None if of_scope().next().is_some() => of_scope().collect(),
            None => return Err(unknown(name, "--measure")),
        };
        for measure in measures {
            if !chosen.iter().any(|known| known.name == measure.name) {
                chosen.push(measure);
            }
        }
    }
    Ok(chosen)
}

/// The measures of an overview, and those skipped because they take too long for so many nodes and ties.
fn overview(nodes: usize, ties: usize) -> (Vec<&'static Measure>, Vec<&'static Measure>) {
    let is_large = nodes.saturating_mul(ties) > MANY_STEPS;
    let of_overview = |measure: &&'static Measure| {
        measure.scope() == MeasureScope::Network || OVERVIEW.contains(&measure.name)
    };
    let shown = analysis::all().filter(of_overview);
    shown.partition(|measure| !is_large || measure.cost == Cost::Ties)
}

/// All measures with a sentence each, or one measure with its definition and source.
pub fn explained(name: &str) -> Result<String, CliError> {
    if name.is_empty() {
        return Ok(list());
    }
    let measure = analysis::named(name).ok_or_else(|| unknown(name, "--explain"))?;
    let question = measure.question().map_or_else(String::new, |question| {
        format!("query: bilateral query {question}\n")
    });
    Ok(format!(
        "{name} ({})\n{}\n\ndefinition: {}\nsource: {}\n{question}",
        heading(measure.scope()),
        measure.sentence,
        measure.definition,
        measure.source
    ))
}

fn list() -> String {
    let of_scope = |of: MeasureScope| {
        let measures = analysis::all().filter(move |measure| measure.scope() == of);
        let lines = measures.map(|measure| format!("  {}: {}\n", measure.name, measure.sentence));
        let title = format!("{} (--measure {})\n", heading(of), of.word());
        std::iter::once(title).chain(lines)
    };
    MeasureScope::ALL.into_iter().flat_map(of_scope).collect()
}

const fn heading(of: MeasureScope) -> &'static str {
    match of {
        MeasureScope::Network => "of the network",
        MeasureScope::Nodes => "of each node",
        MeasureScope::Pairs => "of each pair of nodes",
        MeasureScope::Relations => "of each pair of nodes, by kind of tie",
        MeasureScope::Cooperation => "of what actors say and do toward each other, in any view",
    }
}

fn unknown(name: &str, option: &str) -> CliError {
    let scopes = MeasureScope::ALL.iter().map(|of| of.word());
    let known = analysis::all().map(|measure| measure.name).chain(scopes);
    let hint = did_you_mean(name, known)
        .unwrap_or_else(|| "`bilateral analyze --explain` lists all".to_owned());
    CliError::usage(format!("{option}: unknown measure `{name}`; {hint}"))
}

/// The part of a network to measure.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The focus, and the maximum number of ties from it.
    pub focus: Option<(&'a NamedNode, usize)>,
    /// The minimum weight of a tie, after parallel ties are merged.
    pub min_weight: Option<f64>,
    pub undirected: bool,
}

impl Part<'_> {
    pub fn of<'n>(&self, network: &'n Network) -> Cow<'n, Network> {
        let mut part = Cow::Borrowed(network);
        if let Some(weight) = self.min_weight {
            part = Cow::Owned(network::heavy_ties(&part, weight, self.undirected));
        }
        if let Some((centre, hops)) = self.focus {
            part = Cow::Owned(part.focus(centre, hops));
        }
        part
    }
}

/// What to measure of a view, and how.
pub struct Selection<'a> {
    pub scope: &'a Scope,
    pub part: Part<'a>,
    /// The maximum number of rows of nodes and of pairs.
    pub top: Option<usize>,
    /// Whether each year is measured separately.
    pub by_year: bool,
}

impl Selection<'_> {
    /// The tables of the chosen measures, or of an overview.
    pub fn tables(
        &self,
        whole: &Network,
        chosen: &[&'static Measure],
        view: &NamedQuery,
    ) -> Vec<MeasureTable> {
        let part = self.part.of(whole);
        if part.is_empty() {
            let left = if whole.is_empty() {
                "has no matching tie"
            } else {
                "has no tie of this weight or around this focus"
            };
            Terminal::note(&format!("0 results: the view `{}` {left}", view.name));
        }
        if part.is_empty() && chosen.is_empty() {
            return Vec::new();
        }
        let graph = Projection::of(&part);
        let (nodes, ties) = (graph.node_count(), graph.tie_count());
        let (chosen, top) = if chosen.is_empty() {
            let (chosen, left_out) = overview(nodes, ties);
            for measure in left_out {
                Terminal::note(&format!(
                    "the overview of {nodes} nodes and {ties} ties skips {}, which is slow: add it with --measure {0}",
                    measure.name
                ));
            }
            (chosen, self.top.or(Some(TOP_OF_OVERVIEW)))
        } else {
            (chosen.to_vec(), self.top)
        };
        announce(nodes, ties, &chosen);
        let measured = |network: &Network| {
            let subject = Subject::new(network, self.part.undirected);
            analysis::tables(&subject, &chosen, top)
        };
        if !self.by_year {
            return measured(&part);
        }
        let undated = whole.undated();
        if undated > 0 {
            Terminal::note(&format!(
                "acts without a date, not counted in any year: {undated}"
            ));
        }
        let years = whole
            .years()
            .into_iter()
            .filter(|year| self.scope.has_year(*year));
        analysis::by_year(years.map(|year| {
            let network = whole.in_year(year);
            (year, measured(&self.part.of(&network)))
        }))
    }
}

/// At a terminal, says what takes long.
fn announce(nodes: usize, ties: usize, chosen: &[&'static Measure]) {
    let slow = chosen.iter().filter(|measure| measure.cost == Cost::Paths);
    let slow: Vec<&str> = slow.map(|measure| measure.name).collect();
    if Terminal::is_watched() && !slow.is_empty() && nodes.saturating_mul(ties) > LONG {
        Terminal::note(&format!(
            "computing {} for {nodes} nodes and {ties} ties",
            slow.join(", ")
        ));
    }
}
