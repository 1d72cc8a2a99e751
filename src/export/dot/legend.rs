//! The legend: the shapes and relations that occur, in a frame of its own to which no edge leads.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::picture::Picture;
use super::quoted::{Quoted, colour, identifier, keyword, text};
use super::sides::frame;
use super::statement::{Attributes, Body};
use super::{edges, shape, words};
use crate::model::Sort;
use crate::network::Network;

/// Up to this many entries stand in one column.
const ONE_COLUMN: usize = 5;

/// Writes the legend. It comes first in the file, since Graphviz then lays it out below everything else.
pub(super) fn write(body: &mut Body, network: &Network, picture: &Picture) {
    let shapes = sorts(network)
        .into_iter()
        .map(|sort| of_sort(sort, picture));
    let lines = relations(network).into_iter();
    let lines = lines.map(|relation| of_relation(relation, network, picture));
    let entries: Vec<Attributes> = shapes.chain(lines).collect();
    if entries.is_empty() {
        return;
    }
    let mut legend = Body::default();
    legend.defaults("graph", &frame("Legend"));
    legend.defaults("node", &small());
    for (number, entry) in entries.iter().enumerate() {
        legend.node(&name(number), entry);
    }
    if entries.len() > ONE_COLUMN {
        second_column(&mut legend, entries.len());
    }
    body.subgraph("cluster_legend", legend);
}

/// The sorts that occur, in the order of the model.
fn sorts(network: &Network) -> BTreeSet<Sort> {
    let facts = network.facts();
    network
        .nodes()
        .filter_map(|node| facts.nodes.get(node)?.sort)
        .collect()
}

/// The relations that occur, in their own order.
fn relations(network: &Network) -> Vec<&NamedNode> {
    let facts = network.facts();
    let distinct: BTreeSet<&NamedNode> =
        network.edges().map(|(_, _, edge)| &edge.relation).collect();
    let mut relations: Vec<&NamedNode> = distinct.into_iter().collect();
    relations.sort_by_key(|relation| facts.relations.get(*relation).map(|facts| facts.order));
    relations
}

/// A name that no node has: theirs are IRIs or prefixed names, which have no blank.
fn name(number: usize) -> Quoted {
    identifier(&format!("legend {number}"))
}

fn small() -> Attributes {
    Attributes::default()
        .with("fontsize", keyword("9"))
        .with("margin", keyword("0.08,0.03"))
        .with("width", keyword("1.2"))
        .with("height", keyword("0.2"))
}

fn of_sort(sort: Sort, picture: &Picture) -> Attributes {
    Attributes::default()
        .with("label", text(sort.word()))
        .and(shape::attributes(Some(sort), picture))
}

/// An arrow in the colour of the relation, and its name.
fn of_relation(relation: &NamedNode, network: &Network, picture: &Picture) -> Attributes {
    let [_, readable] = edges::colours(relation, picture);
    let label = network.facts().relation_label(relation);
    Attributes::default()
        .with("label", words::title(&format!("━▶ {label}")).flush_left())
        .with("shape", keyword("plaintext"))
        .with("style", keyword("solid"))
        .with("fontcolor", colour(readable))
}

/// Ties each entry of the first half to one of the second by an edge that is not drawn: a rank of its own.
fn second_column(legend: &mut Body, entries: usize) {
    let half = entries.div_ceil(2);
    let unseen = Attributes::default().with("style", keyword("invis"));
    for number in half..entries {
        legend.edge(&name(number - half), &name(number), &unseen);
    }
}
