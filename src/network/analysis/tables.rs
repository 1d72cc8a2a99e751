//! Measures of a network, of its nodes and of its pairs, as tables.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::measure::{Computation, Measure, MeasureScope, Split};
use super::pair::{Flow, pairs};
use super::subject::Subject;
use super::table::{Row, Table, Value};
use crate::network::error::Undefined;

/// The tables of some measures: one for the network, one for its nodes, one for its pairs, and one for each measure that
/// needs its own. Measures of cooperation are left out.
///
/// Nodes and pairs are ranked by the first measure; with `top`, only the top rows are kept.
#[must_use]
pub fn tables(
    subject: &Subject<'_>,
    measures: &[&'static Measure],
    top: Option<usize>,
) -> Vec<Table> {
    let mut tables = Vec::new();
    for scope in MeasureScope::ALL {
        let measures = measures.iter().copied();
        let measures: Vec<&Measure> = measures.filter(|of| of.scope() == scope).collect();
        match scope {
            _ if measures.is_empty() => {}
            MeasureScope::Network => tables.push(of_network(subject, &measures)),
            MeasureScope::Nodes => tables.push(of_nodes(subject, &measures)),
            MeasureScope::Pairs => tables.push(of_pairs(subject, &measures)),
            MeasureScope::Relations => {
                tables.extend(measures.iter().map(|measure| split_pairs(subject, measure)));
            }
            MeasureScope::Cooperation => {}
        }
    }
    for table in &mut tables {
        table.rows.truncate(top.unwrap_or(usize::MAX));
    }
    tables
}

/// The tables of each year as one, after a column with the year.
#[must_use]
pub fn by_year(years: impl IntoIterator<Item = (u16, Vec<Table>)>) -> Vec<Table> {
    let mut merged: Vec<Table> = Vec::new();
    for (year, tables) in years {
        merged.resize(tables.len().max(merged.len()), Table::default());
        for (whole, table) in merged.iter_mut().zip(tables) {
            whole.add_year(year, table);
        }
    }
    merged
}

/// An empty table with a column and a legend for each measure, between other columns.
fn headed(
    name: &str,
    title: &str,
    before: &[&str],
    measures: &[&Measure],
    after: &[&str],
) -> Table {
    let names = |columns: &[&str]| -> Vec<String> {
        columns.iter().map(|name| (*name).to_owned()).collect()
    };
    let of_measures = measures.iter().map(|measure| measure.column()).collect();
    Table {
        name: name.to_owned(),
        title: title.to_owned(),
        columns: [names(before), of_measures, names(after)].concat(),
        legend: measures
            .iter()
            .map(|measure| (measure.column(), measure.sentence.to_owned()))
            .collect(),
        ..Table::default()
    }
}

fn of_network(subject: &Subject<'_>, measures: &[&Measure]) -> Table {
    let mut table = headed("network", "The network", &[], measures, &[]);
    let mut row = Vec::new();
    for measure in measures {
        if let Some(value) = measure.of_network(subject) {
            let value = value.and_then(finite);
            let value = value.map_err(|undefined| table.note(reason(measure, &undefined)));
            row.push(value.ok());
        }
    }
    table.rows.push(row);
    table
}

fn of_nodes(subject: &Subject<'_>, measures: &[&Measure]) -> Table {
    let before = ["label", "kind", "side"];
    let mut table = headed("nodes", "Nodes", &before, measures, &["node"]);
    let facts = subject.network.facts();
    let nodes = subject.nodes.iter().zip(subject.kinds());
    for ((node, kind), side) in nodes.zip(subject.sides_of_nodes()) {
        let text = [
            Some(facts.node_label(node)),
            kind.map(str::to_owned),
            side.map(|side| facts.node_label(side)),
        ];
        table
            .rows
            .push(text.map(|text| text.map(Value::Text)).into());
    }
    for measure in measures {
        let Some(values) = measure.of_nodes(subject) else {
            continue;
        };
        let values = values.and_then(|values| values.into_iter().map(finite).collect());
        let values = values.map_err(|undefined| table.note(reason(measure, &undefined)));
        let mut values = values.into_iter().flat_map(|values: Vec<Value>| values);
        for row in &mut table.rows {
            row.push(values.next());
        }
    }
    for (row, node) in table.rows.iter_mut().zip(&subject.nodes) {
        row.push(Some(Value::Name((*node).clone())));
    }
    if let Some(first) = measures.first() {
        match first.computation {
            Computation::NodeGroups(_) => table.sort_by(&first.column(), |order| order),
            _ => table.sort_by(&first.column(), Ordering::reverse),
        }
    }
    table
}

fn of_pairs(subject: &Subject<'_>, measures: &[&Measure]) -> Table {
    let (before, after) = (["first", "second"], ["first_node", "second_node"]);
    let mut table = headed("pairs", "Pairs", &before, measures, &after);
    let mut undefined: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for pair in pairs(subject) {
        let (mut row, names) = labels_and_names(subject, pair.ends);
        for (place, measure) in measures.iter().enumerate() {
            let Computation::Pairs(value) = measure.computation else {
                continue;
            };
            let value = value(&pair).and_then(finite).map_err(|error| {
                let reason = (place, reason(measure, &error));
                *undefined.entry(reason).or_default() += 1;
            });
            row.push(value.ok());
        }
        row.extend(names);
        table.rows.push(row);
    }
    for ((_, reason), count) in undefined {
        let pairs = if count == 1 { "pair" } else { "pairs" };
        table.note(format!("{reason} (of {count} {pairs})"));
    }
    table
}

fn split_pairs(subject: &Subject<'_>, measure: &Measure) -> Table {
    let facts = subject.network.facts();
    let by_kind = matches!(measure.computation, Computation::PairsBy(Split::Kind));
    let (split, title) = if by_kind {
        ("kind", "Pairs by kind of act")
    } else {
        ("group", "Pairs by group of kinds")
    };
    let columns = [
        "first", "second", split, "given", "received", "together", "balance",
    ];
    let names = ["first_node", "second_node", "relation"];
    let mut table = headed(measure.name, title, &columns, &[], &names);
    let legend = (measure.column(), measure.sentence.to_owned());
    table.legend.push(legend);
    for pair in pairs(subject) {
        let mut flows: BTreeMap<(u32, &NamedNode), Flow> = BTreeMap::new();
        for (relation, flow) in &pair.by_relation {
            let relation = if by_kind {
                *relation
            } else {
                facts.group(relation)
            };
            flows.entry(facts.rank(relation)).or_default().add(*flow);
        }
        for ((_, relation), flow) in flows {
            let (mut row, names) = labels_and_names(subject, pair.ends);
            row.push(Some(Value::Text(facts.relation_label(relation))));
            let sums = [flow.given, flow.received, flow.together];
            row.extend(sums.map(|sum| Some(Value::Number(sum))));
            row.push(flow.balance().ok().map(Value::Number));
            row.extend(names);
            row.push(Some(Value::Name(relation.clone())));
            table.rows.push(row);
        }
    }
    table
}

/// The labels of two nodes, and their IRIs.
fn labels_and_names(subject: &Subject<'_>, ends: [usize; 2]) -> (Row, Row) {
    let nodes = ends.map(|end| subject.nodes.get(end).copied());
    let label = |node: &NamedNode| Value::Text(subject.network.facts().node_label(node));
    let labels = nodes.map(|node| node.map(label));
    let names = nodes.map(|node| node.cloned().map(Value::Name));
    (labels.into(), names.into())
}

/// Checks a value: weights are finite, but what is computed from very large weights may not be.
fn finite(value: Value) -> Result<Value, Undefined> {
    match value {
        Value::Number(number) if !number.is_finite() => {
            Err(Undefined::since("the sum of the weights is too large"))
        }
        value => Ok(value),
    }
}

fn reason(measure: &Measure, undefined: &Undefined) -> String {
    format!("{} is {undefined}", measure.name)
}
