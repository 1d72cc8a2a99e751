//! Measures of a network, of its nodes and of its pairs, as tables.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::measure::{Computation, Measure, MeasureScope, Split, finite};
use super::pair::{Flow, pairs};
use super::subject::Subject;
use super::table::MeasureTable;
use crate::document::Cell;
use crate::network::error::Undefined;
use crate::source::link;

/// The tables of some measures: one for the network, one for its nodes, one for its pairs, and one for each measure that
/// needs its own. Measures of cooperation are left out.
///
/// Nodes and pairs are ranked by the first measure; with `top`, only the top rows are kept.
#[must_use]
pub fn tables(
    subject: &Subject<'_>,
    measures: &[&'static Measure],
    top: Option<usize>,
) -> Vec<MeasureTable> {
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
                let split = measures
                    .iter()
                    .filter_map(|measure| by_relation(subject, measure));
                tables.extend(split);
            }
            MeasureScope::Cooperation => {}
        }
    }
    for table in &mut tables {
        table.values.rows.truncate(top.unwrap_or(usize::MAX));
    }
    tables
}

/// The names of columns with measures between other columns.
fn columns(before: &[&str], measures: &[&Measure], after: &[&str]) -> Vec<String> {
    let names = measures.iter().map(|measure| measure.column());
    let [before, after] = [before, after].map(|names| names.iter().map(|name| (*name).to_owned()));
    before.chain(names).chain(after).collect()
}

fn of_network(subject: &Subject<'_>, measures: &[&Measure]) -> MeasureTable {
    let columns = columns(&[], measures, &[]);
    let mut table = MeasureTable::new("network", "The network", columns, measures);
    let mut row = Vec::new();
    for measure in measures {
        if let Computation::Network(value) = measure.computation {
            let value = value(subject).and_then(finite);
            row.push(value.unwrap_or_else(|undefined| {
                table.note(reason(measure, &undefined));
                Cell::Absent
            }));
        }
    }
    table.values.rows.push(row);
    table
}

fn of_nodes(subject: &Subject<'_>, measures: &[&Measure]) -> MeasureTable {
    let columns = columns(&["label", "kind", "side"], measures, &["node"]);
    let mut table = MeasureTable::new("nodes", "Nodes", columns, measures);
    let label = |node| subject.network.facts().node_label(node);
    let nodes = subject
        .nodes
        .iter()
        .zip(subject.kinds())
        .zip(subject.sides());
    let rows = nodes.map(|((node, kind), side)| {
        let kind = kind.map(str::to_owned);
        vec![label(node).into(), kind.into(), side.map(label).into()]
    });
    table.values.rows = rows.collect();
    for measure in measures {
        let values = measure.of_nodes(subject).unwrap_or_else(|undefined| {
            table.note(reason(measure, &undefined));
            vec![Cell::Absent; subject.nodes.len()]
        });
        for (row, value) in table.values.rows.iter_mut().zip(values) {
            row.push(value);
        }
    }
    for (row, node) in table.values.rows.iter_mut().zip(&subject.nodes) {
        row.push(link(node));
    }
    if let Some(first) = measures.first() {
        let ascends = matches!(first.computation, Computation::Groups(_));
        let order = if ascends {
            |order| order
        } else {
            Ordering::reverse
        };
        table.values.sort_by(&first.column(), order);
    }
    table
}

fn of_pairs(subject: &Subject<'_>, measures: &[&Measure]) -> MeasureTable {
    let columns = columns(
        &["first", "second"],
        measures,
        &["first_node", "second_node"],
    );
    let mut table = MeasureTable::new("pairs", "Pairs", columns, measures);
    let mut undefined: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for pair in pairs(subject) {
        let [mut row, links] = labels_and_links(subject, pair.nodes);
        for (place, measure) in measures.iter().enumerate() {
            if let Computation::Pairs(value) = measure.computation {
                let value = value(&pair).and_then(finite);
                row.push(value.unwrap_or_else(|error| {
                    let reason = (place, reason(measure, &error));
                    *undefined.entry(reason).or_default() += 1;
                    Cell::Absent
                }));
            }
        }
        row.extend(links);
        table.values.rows.push(row);
    }
    for ((_, reason), count) in undefined {
        let pairs = if count == 1 { "pair" } else { "pairs" };
        table.note(format!("{reason} (of {count} {pairs})"));
    }
    table
}

/// The flows of each pair by relation; `None` for a measure that does not split pairs.
fn by_relation(subject: &Subject<'_>, measure: &Measure) -> Option<MeasureTable> {
    let Computation::Relations(Split {
        column,
        title,
        relation: of_split,
    }) = measure.computation
    else {
        return None;
    };
    let facts = subject.network.facts();
    let before = [
        "first", "second", column, "given", "received", "together", "balance",
    ];
    let columns = columns(&before, &[], &["first_node", "second_node", "relation"]);
    let mut table = MeasureTable::new(measure.name, title, columns, &[measure]);
    for pair in pairs(subject) {
        let mut flows: BTreeMap<(u32, &NamedNode), Flow> = BTreeMap::new();
        for (relation, flow) in &pair.by_relation {
            let relation = facts.rank(of_split(facts, relation));
            flows.entry(relation).or_default().add(*flow);
        }
        for ((_, relation), flow) in flows {
            let [mut row, links] = labels_and_links(subject, pair.nodes);
            row.push(facts.relation_label(relation).into());
            row.extend([flow.given, flow.received, flow.together].map(Cell::Number));
            row.push(flow.balance().ok().into());
            row.extend(links);
            row.push(link(relation));
            table.values.rows.push(row);
        }
    }
    Some(table)
}

/// The labels of two nodes, and their IRIs.
fn labels_and_links(subject: &Subject<'_>, nodes: [&NamedNode; 2]) -> [Vec<Cell>; 2] {
    let label = |node| subject.network.facts().node_label(node).into();
    [nodes.map(label).into(), nodes.map(link).into()]
}

fn reason(measure: &Measure, undefined: &Undefined) -> String {
    format!("{} is {undefined}", measure.name)
}
