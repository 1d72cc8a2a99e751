//! Which measures are meant, and what they are.

use super::failure::UsageError;
use crate::network::analysis::{self, Cost, Measure, MeasureScope};
use crate::text::did_you_mean;

/// What an overview tells; where the network is large, only what does not follow paths.
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

/// With more steps along paths than this, nodes times ties, an overview would keep its reader waiting.
const MANY_STEPS: usize = 2_000_000_000;

/// The measures that are named, or all of the sorts that are, each once.
pub fn chosen(names: &[String]) -> Result<Vec<&'static Measure>, UsageError> {
    let mut chosen: Vec<&'static Measure> = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        let of_sort = || analysis::all().filter(|measure| measure.scope().word() == name);
        let meant: Vec<&Measure> = match analysis::named(name) {
            Some(measure) => vec![measure],
            None if of_sort().next().is_some() => of_sort().collect(),
            None => return Err(unknown(name, "--measure")),
        };
        for measure in meant {
            if !chosen.iter().any(|known| known.name == measure.name) {
                chosen.push(measure);
            }
        }
    }
    Ok(chosen)
}

/// The measures of an overview, and those left out since they would take too long for so many nodes and ties.
pub fn overview(nodes: usize, ties: usize) -> (Vec<&'static Measure>, Vec<&'static Measure>) {
    let is_large = nodes.saturating_mul(ties) > MANY_STEPS;
    let of_overview = |measure: &&'static Measure| {
        measure.scope() == MeasureScope::Network || OVERVIEW.contains(&measure.name)
    };
    let shown = analysis::all().filter(of_overview);
    shown.partition(|measure| !is_large || measure.cost == Cost::Ties)
}

/// All measures with a sentence each, or one with its definition and source.
pub fn explained(name: &str) -> Result<String, UsageError> {
    if name.is_empty() {
        return Ok(list());
    }
    let measure = analysis::named(name).ok_or_else(|| unknown(name, "--explain"))?;
    let Measure {
        name,
        sentence,
        definition,
        source,
        ..
    } = measure;
    let question = measure.question().map_or_else(String::new, |question| {
        format!("question: bilateral query {question}\n")
    });
    Ok(format!(
        "{name} ({})\n{sentence}\n\ndefinition: {definition}\nsource: {source}\n{question}",
        told(measure.scope())
    ))
}

fn list() -> String {
    let of_sort = |of: MeasureScope| {
        let measures = analysis::all().filter(move |measure| measure.scope() == of);
        let lines = measures.map(|measure| format!("  {}: {}\n", measure.name, measure.sentence));
        let title = format!("{} (--measure {})\n", told(of), of.word());
        std::iter::once(title).chain(lines)
    };
    MeasureScope::ALL.into_iter().flat_map(of_sort).collect()
}

const fn told(of: MeasureScope) -> &'static str {
    match of {
        MeasureScope::Network => "of the network",
        MeasureScope::Nodes => "of each node",
        MeasureScope::Pairs => "of each pair of nodes",
        MeasureScope::Relations => "of each pair of nodes, told apart by what ties them",
        MeasureScope::Cooperation => "of what each says and does toward another, whatever the view",
    }
}

fn unknown(name: &str, option: &str) -> UsageError {
    let sorts = MeasureScope::ALL.iter().map(|of| of.word());
    let known = analysis::all().map(|measure| measure.name).chain(sorts);
    let hint = did_you_mean(name, known)
        .unwrap_or_else(|| "`bilateral analyze --explain` lists all".to_owned());
    UsageError(format!("{option}: unknown measure `{name}`; {hint}"))
}
