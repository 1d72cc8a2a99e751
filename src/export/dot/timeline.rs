//! Events stand below each other in the order of time.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::nodes;
use super::quoted::keyword;
use super::statement::{Attributes, Body};
use crate::model::Sort;
use crate::network::{Network, NodeFacts};

/// Ties each dated event to the next by an edge that is not drawn; before the nodes themselves are told, since Graphviz
/// keeps the order that it meets first. An event of which others are parts stands beside them.
pub(super) fn write(body: &mut Body, network: &Network) {
    let facts = |node: &NamedNode| network.facts().nodes.get(node);
    let is_event = |known: &NodeFacts| known.sort == Some(Sort::Event);
    let names: Vec<&NamedNode> = network.nodes().collect();
    let events: BTreeSet<usize> = (0..names.len())
        .filter(|index| {
            names
                .get(*index)
                .and_then(|node| facts(node))
                .is_some_and(is_event)
        })
        .collect();
    let between = network.edges();
    let wholes: BTreeSet<usize> = between
        .filter(|(source, target, _)| events.contains(source) && events.contains(target))
        .map(|(_, target, _)| target)
        .collect();
    let alone = events
        .difference(&wholes)
        .filter_map(|index| names.get(*index));
    let mut dated: Vec<(&str, &NamedNode)> = alone
        .filter_map(|node| Some((facts(node)?.date.as_deref()?, *node)))
        .collect();
    dated.sort_unstable();
    if dated.len() < 2 {
        return;
    }
    let unseen = Attributes::default().with("style", keyword("invis"));
    let mut column = Body::default();
    column.defaults(
        "graph",
        &Attributes::default().with("rank", keyword("same")),
    );
    for ((_, earlier), (_, later)) in dated.iter().zip(dated.iter().skip(1)) {
        column.edge(&nodes::name(earlier), &nodes::name(later), &unseen);
    }
    body.subgraph("timeline", column);
}
