//! How tall nodes must be so that all their edges reach them side by side and not at one corner.

use std::collections::BTreeMap;

use super::drawing::Drawing;
use super::edge_label;

/// The minimum height of a node, in inches.
const ORDINARY: f64 = 0.5;
/// The space for each of several edges between the same two nodes, in addition to its label, in inches.
const PARALLEL_TIE: f64 = 0.17;
/// The space for a line of a label, in inches.
const LINE: f64 = 0.17;
/// The space for any edge, in inches: edges fan out to different nodes, and may leave on two sides.
const TIE: f64 = 0.16;
/// The space for any edge in a picture without labels.
const TIE_OF_MANY: f64 = 0.04;

/// The heights of the nodes that must be taller than their labels, in inches.
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

    /// The minimum height of a node, if it is more than the default.
    pub(crate) fn of_node(&self, node: usize) -> Option<f64> {
        self.0.get(&node).copied()
    }
}

/// The edges of one node, or between two.
#[derive(Debug, Default)]
struct Ties {
    /// The space for all of them, as they fan out.
    all: f64,
    /// The space for those between the same two nodes, with their labels.
    parallel: f64,
}

impl Ties {
    /// Adds an edge with a label of this many lines.
    fn add(&mut self, lines: usize) {
        let lines = u16::try_from(lines).map_or(f64::from(u16::MAX), f64::from);
        self.all += TIE;
        self.parallel += PARALLEL_TIE + LINE * lines;
    }

    /// Adds the edges to one more node.
    fn join(&mut self, to_one_node: &Self) {
        self.all += to_one_node.all;
        self.parallel = self.parallel.max(to_one_node.parallel);
    }

    fn height(&self) -> f64 {
        self.parallel.max(self.all)
    }
}
