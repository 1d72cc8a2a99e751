//! Measures of a network, of its nodes and of its pairs, as tables.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::measure::{Computation, Split};
use super::pair::{Flow, pairs};
use super::{Measure, MeasureScope, Subject, Table, Value};
use crate::network::measures::Undefined;

/// The tables of measures of a network: one of the network as a whole, one of nodes, one of pairs, and one of each measure
/// that needs its own. Measures of cooperation have none here.
///
/// Of nodes and pairs at most `top` are told, those first of which the first measure says most.
#[must_use]
pub fn tables(
    subject: &Subject<'_>,
    measures: &[&'static Measure],
    top: Option<usize>,
) -> Vec<Table> {
    let of = |sort: MeasureScope| -> Vec<&'static Measure> {
        let measures = measures.iter().copied();
        measures.filter(|measure| measure.of == sort).collect()
    };
    let mut tables = Vec::new();
    let makers: [(Vec<_>, Maker); 3] = [
        (of(MeasureScope::Network), of_network),
        (of(MeasureScope::Nodes), of_nodes),
        (of(MeasureScope::Pairs), of_pairs),
    ];
    for (measures, make) in makers {
        tables.extend((!measures.is_empty()).then(|| make(subject, &measures)));
    }
    tables.extend(
        of(MeasureScope::Relations)
            .into_iter()
            .map(|measure| split_pairs(subject, measure)),
    );
    for table in &mut tables {
        table.rows.truncate(top.unwrap_or(usize::MAX));
    }
    tables
}

/// Makes the table of some measures of one sort.
type Maker = fn(&Subject<'_>, &[&'static Measure]) -> Table;

/// The tables of each year below each other, with the years in front.
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

/// A table with a column and a sentence for each measure, behind some others.
fn headed(
    name: &str,
    title: &str,
    before: &[&str],
    measures: &[&'static Measure],
    after: &[&str],
) -> Table {
    let names = |columns: &[&str]| -> Vec<String> {
        columns.iter().map(|name| (*name).to_owned()).collect()
    };
    let own = measures.iter().map(|measure| measure.column()).collect();
    Table {
        name: name.to_owned(),
        title: title.to_owned(),
        columns: [names(before), own, names(after)].concat(),
        legend: measures
            .iter()
            .map(|measure| (measure.column(), measure.sentence.to_owned()))
            .collect(),
        ..Table::default()
    }
}

fn of_network(subject: &Subject<'_>, measures: &[&'static Measure]) -> Table {
    let mut table = headed("network", "The network", &[], measures, &[]);
    let mut row = Vec::new();
    for measure in measures {
        let value = match measure.way {
            Computation::Network(value) => value(subject).and_then(finite),
            _ => continue,
        };
        row.push(
            value
                .map_err(|undefined| table.note(told(measure, &undefined)))
                .ok(),
        );
    }
    table.rows.push(row);
    table
}

fn of_nodes(subject: &Subject<'_>, measures: &[&'static Measure]) -> Table {
    let mut table = headed(
        "nodes",
        "Nodes",
        &["label", "kind", "side"],
        measures,
        &["node"],
    );
    let facts = subject.network.facts();
    let text = |text: Option<String>| text.map(Value::Text);
    for ((node, kind), side) in subject
        .nodes
        .iter()
        .zip(subject.kinds())
        .zip(subject.sides_of_nodes())
    {
        table.rows.push(vec![
            text(Some(facts.node_label(node))),
            text(kind.map(str::to_owned)),
            text(side.map(|side| facts.node_label(side))),
        ]);
    }
    for measure in measures {
        let (Computation::Nodes(values) | Computation::NumberedNodes(values)) = measure.way else {
            continue;
        };
        let finite = |values: Vec<Value>| values.into_iter().map(finite).collect();
        let values: Result<Vec<Value>, Undefined> = values(subject).and_then(finite);
        let values = values.map_err(|undefined| table.note(told(measure, &undefined)));
        let mut values = values.into_iter().flatten();
        for row in &mut table.rows {
            row.push(values.next());
        }
    }
    for (row, node) in table.rows.iter_mut().zip(&subject.nodes) {
        row.push(Some(Value::Name((*node).clone())));
    }
    if let Some(first) = measures.first() {
        match first.way {
            Computation::NumberedNodes(_) => table.sort_by(&first.column(), |order| order),
            _ => table.sort_by(&first.column(), std::cmp::Ordering::reverse),
        }
    }
    table
}

fn of_pairs(subject: &Subject<'_>, measures: &[&'static Measure]) -> Table {
    let ends = ["first", "second"];
    let mut table = headed(
        "pairs",
        "Pairs",
        &ends,
        measures,
        &["first_node", "second_node"],
    );
    let mut undefined: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for pair in pairs(subject) {
        let (labels, names) = named(subject, pair.ends);
        let mut row = labels;
        for (place, measure) in measures.iter().enumerate() {
            let Computation::Pairs(value) = measure.way else {
                continue;
            };
            row.push(match value(&pair).and_then(finite) {
                Ok(value) => Some(value),
                Err(reason) => {
                    *undefined
                        .entry((place, told(measure, &reason)))
                        .or_default() += 1;
                    None
                }
            });
        }
        row.extend(names);
        table.rows.push(row);
    }
    let pairs = |count| if count == 1 { "pair" } else { "pairs" };
    for ((_, told), count) in undefined {
        table.note(format!("{told} (of {count} {})", pairs(count)));
    }
    table
}

fn split_pairs(subject: &Subject<'_>, measure: &'static Measure) -> Table {
    let facts = subject.network.facts();
    let (split, title) = match measure.way {
        Computation::PairsBy(Split::Kind) => ("kind", "Pairs by kind of act"),
        _ => ("group", "Pairs by group of kinds"),
    };
    let columns = [
        "first", "second", split, "given", "received", "together", "balance",
    ];
    let mut table = headed(
        measure.name,
        title,
        &columns,
        &[],
        &["first_node", "second_node", "relation"],
    );
    table
        .legend
        .push((measure.column(), measure.sentence.to_owned()));
    for pair in pairs(subject) {
        let mut flows: BTreeMap<(u32, &NamedNode), Flow> = BTreeMap::new();
        for (relation, flow) in &pair.by_relation {
            let relation = if split == "kind" {
                *relation
            } else {
                facts.group(relation)
            };
            flows.entry(facts.rank(relation)).or_default().add(*flow);
        }
        for ((_, relation), flow) in flows {
            let (mut row, names) = named(subject, pair.ends);
            row.push(Some(Value::Text(facts.relation_label(relation))));
            row.extend(
                [flow.given, flow.received, flow.together].map(|sum| Some(Value::Number(sum))),
            );
            row.push(flow.balance().ok().map(Value::Number));
            row.extend(names);
            row.push(Some(Value::Name(relation.clone())));
            table.rows.push(row);
        }
    }
    table
}

/// The labels and the IRIs of two nodes.
fn named(subject: &Subject<'_>, ends: [usize; 2]) -> (Vec<Option<Value>>, Vec<Option<Value>>) {
    let nodes = ends.map(|end| subject.nodes.get(end).copied());
    let label = |node: &NamedNode| Value::Text(subject.network.facts().node_label(node));
    (
        nodes.iter().map(|node| node.map(label)).collect(),
        nodes
            .iter()
            .map(|node| node.cloned().map(Value::Name))
            .collect(),
    )
}

/// Weights are finite, but what is made of the greatest of them may not be.
fn finite(value: Value) -> Result<Value, Undefined> {
    match value {
        Value::Number(number) if !number.is_finite() => {
            Err(Undefined("weights are too great to be added up".to_owned()))
        }
        value => Ok(value),
    }
}

fn told(measure: &Measure, undefined: &Undefined) -> String {
    format!("{} is {undefined}", measure.name)
}
