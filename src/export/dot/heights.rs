//! How tall nodes must be for all their ties to reach them side by side, and not in a bundle at one corner.

use std::collections::BTreeMap;

use crate::network::Network;

/// What a node is high anyway, in inches.
const ORDINARY: f64 = 0.5;
/// The room that each of several ties between the same two nodes takes with its label, in inches.
const PARALLEL_TIE: f64 = 0.34;
/// The room that any tie takes, in inches: they fan out to different nodes, and may leave on two sides.
const TIE: f64 = 0.16;

/// The height of each node that must be taller than its label makes it, in inches.
#[derive(Debug)]
pub(super) struct Heights(BTreeMap<usize, f64>);

impl Heights {
    pub(super) fn of(network: &Network) -> Self {
        let mut pairs: BTreeMap<[usize; 2], u32> = BTreeMap::new();
        for (source, target, _) in network.edges() {
            let pair = [source.min(target), source.max(target)];
            *pairs.entry(pair).or_default() += 1;
        }
        let mut ties: BTreeMap<usize, Ties> = BTreeMap::new();
        for (pair, count) in pairs {
            for node in pair {
                ties.entry(node).or_default().add(count);
            }
        }
        let heights = ties.into_iter().map(|(node, ties)| (node, ties.height()));
        Self(heights.filter(|(_, height)| *height > ORDINARY).collect())
    }

    /// The least height of a node, where it is more than an ordinary one.
    pub(super) fn of_node(&self, node: usize) -> Option<f64> {
        self.0.get(&node).copied()
    }
}

/// The ties of one node.
#[derive(Debug, Default)]
struct Ties {
    /// All of them.
    all: u32,
    /// The most of them that lead to the same other node.
    parallel: u32,
}

impl Ties {
    fn add(&mut self, to_one_node: u32) {
        self.all += to_one_node;
        self.parallel = self.parallel.max(to_one_node);
    }

    fn height(&self) -> f64 {
        f64::max(
            f64::from(self.parallel) * PARALLEL_TIE,
            f64::from(self.all) * TIE,
        )
    }
}
