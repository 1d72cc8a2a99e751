//! How tall nodes must be for all their ties to reach them side by side, and not in a bundle at one corner.

use std::collections::BTreeMap;

use super::drawing::Drawing;
use super::edge_label;

/// What a node is high anyway, in inches.
const ORDINARY: f64 = 0.5;
/// The room that each of several ties between the same two nodes takes beside its label, in inches.
const PARALLEL_TIE: f64 = 0.17;
/// The room that a line of a label takes, in inches.
const LINE: f64 = 0.17;
/// The room that any tie takes, in inches: they fan out to different nodes, and may leave on two sides.
const TIE: f64 = 0.16;
/// The room that any tie takes where there are so many that they have no labels.
const TIE_OF_MANY: f64 = 0.04;

/// The height of each node that must be taller than its label makes it, in inches.
#[derive(Debug)]
pub struct NodeHeights(BTreeMap<usize, f64>);

impl NodeHeights {
    pub(crate) fn of(drawing: &Drawing<'_>) -> Self {
        let Drawing {
            network,
            picture,
            ends,
            ..
        } = drawing;
        let mut pairs: BTreeMap<[usize; 2], Ties> = BTreeMap::new();
        for (source, target, edge) in network.edges() {
            if let (Some(from), Some(to)) = (ends.get(source), ends.get(target)) {
                let pair = pairs
                    .entry([source.min(target), source.max(target)])
                    .or_default();
                if picture.labels {
                    pair.add(edge_label::lines([from, to], edge, network.facts()).len());
                } else {
                    pair.all += TIE_OF_MANY;
                }
            }
        }
        let mut ties: BTreeMap<usize, Ties> = BTreeMap::new();
        for (pair, parallel) in pairs {
            for node in pair {
                ties.entry(node).or_default().join(&parallel);
            }
        }
        let heights = ties.into_iter().map(|(node, ties)| (node, ties.height()));
        Self(heights.filter(|(_, height)| *height > ORDINARY).collect())
    }

    /// The least height of a node, where it is more than an ordinary one.
    pub(crate) fn of_node(&self, node: usize) -> Option<f64> {
        self.0.get(&node).copied()
    }
}

/// The ties of one node, or between two.
#[derive(Debug, Default)]
struct Ties {
    /// The room for all of them, as they fan out.
    all: f64,
    /// The room for those between the same two nodes, with their labels.
    parallel: f64,
}

impl Ties {
    /// Adds a tie with a label of so many lines.
    fn add(&mut self, lines: usize) {
        let lines = u16::try_from(lines).map_or(f64::from(u16::MAX), f64::from);
        self.all += TIE;
        self.parallel += PARALLEL_TIE + LINE * lines;
    }

    /// Adds the ties to one more node.
    fn join(&mut self, to_one_node: &Self) {
        self.all += to_one_node.all;
        self.parallel = self.parallel.max(to_one_node.parallel);
    }

    fn height(&self) -> f64 {
        self.parallel.max(self.all)
    }
}
