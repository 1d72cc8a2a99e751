//! Joint acts: what two nodes do together.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::edge::{ActRow, Edge};
use super::graph::Network;

/// Source, target, relation and act of a tie.
type Key<'a> = (usize, usize, &'a NamedNode, &'a NamedNode);

/// Separates joint acts from those of one node toward another.
///
/// A view writes a joint act as two ties, one in each direction, with the same relation and weight. It is an undirected
/// edge: it counts once, and reciprocity ignores it.
pub struct JointActs<'a> {
    weights: BTreeMap<Key<'a>, f64>,
}

impl<'a> JointActs<'a> {
    /// Indexes the acts of a network.
    pub(crate) fn of(network: &'a Network) -> Self {
        let weights = network.edges().flat_map(|(source, target, edge)| {
            let rows = edge.rows.iter();
            rows.map(move |row| ((source, target, &edge.relation, &row.act), row.weight))
        });
        Self {
            weights: weights.collect(),
        }
    }

    /// Whether an act of an edge also ties its two ends in the other direction.
    pub(crate) fn contains(&self, source: usize, target: usize, edge: &Edge, row: &ActRow) -> bool {
        let back = self
            .weights
            .get(&(target, source, &edge.relation, &row.act));
        source != target && back.is_some_and(|weight| weight.total_cmp(&row.weight).is_eq())
    }
}
