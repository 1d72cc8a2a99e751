//! The catalogue of measures, the only source of the command line, its help, the documentation and the tables: what each
//! measure is, from the table in `measures/catalogue.md`, and how it is computed.

use std::sync::LazyLock;

use super::cooperation;
use super::measure::Computation::{self, Groups, Network, Nodes, Pairs, Question, Relations};
use super::measure::{Cost, Measure, Split, cells};
use crate::document::Cell;
use crate::network::error::Undefined;
use crate::network::facts::Facts;
use crate::network::measures::{self, assortativity};

/// A row for each measure: name, scope, sentence, definition and source.
const TABLE: &str = include_str!("../measures/catalogue.md");

/// The measures that follow paths.
const PATHS: [&str; 5] = [
    "diameter",
    "betweenness",
    "weighted-betweenness",
    "closeness",
    "harmonic",
];

static MEASURES: LazyLock<Vec<Measure>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter_map(|line| line.strip_prefix("| `"));
    let rows = rows.map(|row| row.trim_end_matches(" |").split(" | ").collect());
    rows.map(measure).collect()
});

/// All measures by scope, in the order of lists.
pub fn all() -> impl Iterator<Item = &'static Measure> + Clone {
    MEASURES.iter()
}

/// The measure with this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.name == name)
}

/// The measure of a row.
#[expect(
    clippy::expect_used,
    reason = "the table is part of the program, and tests read all of it"
)]
fn measure(row: Vec<&'static str>) -> Measure {
    let cells: Option<[&str; 5]> = row.try_into().ok();
    let [name, _, sentence, definition, source] = cells.expect("a row of five cells");
    let name = name.trim_end_matches('`');
    Measure {
        name,
        sentence,
        definition,
        source,
        cost: if PATHS.contains(&name) {
            Cost::Paths
        } else {
            Cost::Ties
        },
        computation: computation(name).expect("a computation for each row"),
    }
}

/// How the measure with this name is computed.
fn computation(name: &str) -> Option<Computation> {
    Some(match name {
        "node-count" => Network(|of| Ok(of.graph.node_count().into())),
        "tie-count" => Network(|of| Ok(of.graph.tie_count().into())),
        "pair-count" => Network(|of| Ok(of.graph.pair_count().into())),
        // Each edge adds to the strength of both its ends.
        "total-weight" => Network(|of| Ok((sum(&measures::strength(&of.graph)) / 2.0).into())),
        "density" => Network(|of| number(measures::density(&of.graph))),
        "reciprocity" => Network(|of| number(measures::reciprocity(&of.graph))),
        "transitivity" => Network(|of| number(measures::transitivity(&of.graph))),
        "weak-components" => Network(|of| Ok(measures::weak_components(&of.graph).len().into())),
        "strong-components" => {
            Network(|of| Ok(measures::strong_components(&of.graph).len().into()))
        }
        "diameter" => Network(|of| measures::diameter(&of.graph).map(usize::into)),
        "assortativity-by-kind" => Network(|of| number(assortativity(&of.graph, &of.kinds()))),
        "assortativity-by-side" => Network(|of| number(assortativity(&of.graph, &of.sides()))),
        "community-count" => Network(|of| {
            let last = of.communities().iter().max();
            Ok(last.map_or(0, |last| last + 1).into())
        }),
        "modularity" => Network(|of| number(measures::modularity(&of.graph, of.communities()))),
        "degree" => Nodes(|of| cells(measures::degree(&of.graph))),
        "in-degree" => Nodes(|of| cells(measures::in_degree(&of.graph))),
        "out-degree" => Nodes(|of| cells(measures::out_degree(&of.graph))),
        "strength" => Nodes(|of| cells(measures::strength(&of.graph))),
        "in-strength" => Nodes(|of| cells(measures::in_strength(&of.graph))),
        "out-strength" => Nodes(|of| cells(measures::out_strength(&of.graph))),
        "betweenness" => Nodes(|of| shares(measures::betweenness(&of.graph))),
        "weighted-betweenness" => Nodes(|of| shares(measures::weighted_betweenness(&of.graph))),
        "closeness" => Nodes(|of| cells(measures::closeness(&of.graph))),
        "harmonic" => Nodes(|of| cells(measures::harmonic(&of.graph))),
        "pagerank" => Nodes(|of| cells(measures::pagerank(&of.graph))),
        "core-number" => Nodes(|of| cells(measures::core_number(&of.graph))),
        "clustering" => Nodes(|of| cells(measures::clustering(&of.graph))),
        "articulation" => Nodes(|of| cells(measures::articulation_points(&of.graph))),
        "community" => Groups(|of| of.communities().iter().map(|number| number + 1).collect()),
        "given" => Pairs(|pair| Ok(pair.flow().given.into())),
        "received" => Pairs(|pair| Ok(pair.flow().received.into())),
        "together" => Pairs(|pair| Ok(pair.flow().together.into())),
        "balance" => Pairs(|pair| number(pair.flow().balance())),
        "direction" => Pairs(|pair| Ok(pair.flow().direction().into())),
        "sector-overlap" => Pairs(|pair| number(pair.sector_overlap())),
        "by-group" => Relations(BY_GROUP),
        "by-kind" => Relations(BY_KIND),
        "ladder" => Question(cooperation::LADDER),
        "deliveries" => Question(cooperation::DELIVERIES),
        "breadth" => Question(cooperation::BREADTH),
        "openness" => Question(cooperation::OPENNESS),
        "one-sidedness" => Question(cooperation::ONE_SIDEDNESS),
        _ => return None,
    })
}

const BY_GROUP: Split = Split {
    column: "group",
    title: "Pairs by group of kinds",
    relation: Facts::group,
};

const BY_KIND: Split = Split {
    column: "kind",
    title: "Pairs by kind of act",
    relation: |_, relation| relation,
};

fn sum(numbers: &[f64]) -> f64 {
    numbers.iter().fold(0.0, |sum, number| sum + number)
}

fn number(value: Result<f64, Undefined>) -> Result<Cell, Undefined> {
    value.map(f64::into)
}

/// Shares of shortest paths, which may outnumber what a floating-point number can count.
fn shares(shares: Vec<f64>) -> Result<Vec<Cell>, Undefined> {
    if shares.iter().all(|share| share.is_finite()) {
        return cells(shares);
    }
    Err(Undefined::since(
        "there are more shortest paths than a number can count",
    ))
}
