//! The most connected part of a network, small enough for a page.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;
use petgraph::graph::NodeIndex;

use super::graph::Network;

/// The weight of all edges between a node and each of its neighbours.
type Neighbours = BTreeMap<usize, f64>;

impl Network {
    /// The part with at most `count` nodes around some of them, and the edges between these nodes.
    ///
    /// From the `centres` on, it grows by one node at a time: the one with the most acts to the nodes already taken; of
    /// several, the one with the most acts at all, then the first by IRI. A network without centres grows from its most
    /// connected node.
    #[must_use]
    pub fn around(&self, centres: &[NamedNode], count: usize) -> Self {
        if self.graph.node_count() <= count {
            return self.clone();
        }
        let neighbours = self.neighbours();
        let strength: Vec<f64> = neighbours.iter().map(|of| of.values().sum()).collect();
        let mut to_taken = vec![0.0; neighbours.len()];
        let mut taken = BTreeSet::new();
        let mut centres = centres.iter().filter_map(|centre| self.index(centre));
        while taken.len() < count {
            let left = (0..neighbours.len()).filter(|node| !taken.contains(node));
            let of = |values: &[f64], node: &usize| values.get(*node).copied().unwrap_or_default();
            let next = centres.next().map(NodeIndex::index).or_else(|| {
                left.max_by(|one, other| {
                    let by = |values: &[f64]| of(values, one).total_cmp(&of(values, other));
                    let by_place = Reverse(one).cmp(&Reverse(other));
                    by(&to_taken).then(by(&strength)).then(by_place)
                })
            });
            let Some(next) = next else { break };
            taken.insert(next);
            for (node, weight) in neighbours.get(next).into_iter().flatten() {
                if let Some(sum) = to_taken.get_mut(*node) {
                    *sum += weight;
                }
            }
        }
        let part = self.part(|node| taken.contains(&node.index()), |_| true);
        part.without_isolated()
    }

    /// The neighbours of each node; self-loops are left out.
    fn neighbours(&self) -> Vec<Neighbours> {
        let mut neighbours = vec![Neighbours::new(); self.graph.node_count()];
        for (source, target, edge) in self.edges().filter(|(source, target, _)| source != target) {
            for (node, other) in [(source, target), (target, source)] {
                if let Some(of_node) = neighbours.get_mut(node) {
                    *of_node.entry(other).or_default() += edge.weight;
                }
            }
        }
        neighbours
    }
}
