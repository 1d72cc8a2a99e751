//! How far nodes lie from one, counted in ties.

use crate::network::projection::PerNode;

/// Searches in all directions at once, from one node after the other.
pub struct Search<T> {
    neighbours: T,
    /// How many ties each node is away; [`u32::MAX`] for what is not reached.
    hops: PerNode<u32>,
    reached: Vec<u32>,
}

impl<'a, T: Fn(u32) -> &'a [u32]> Search<T> {
    /// A search among so many nodes, from each to those that `neighbours` gives.
    pub(crate) fn new(nodes: usize, neighbours: T) -> Self {
        Self {
            neighbours,
            hops: PerNode::all(nodes, u32::MAX),
            reached: Vec::with_capacity(nodes),
        }
    }

    /// The nodes that can be reached from one, itself the first, in the order of their distance.
    pub(crate) fn run(&mut self, from: u32) -> &[u32] {
        for node in self.reached.drain(..) {
            self.hops[node] = u32::MAX;
        }
        self.hops[from] = 0;
        self.reached.push(from);
        let mut at = 0;
        while let Some(&node) = self.reached.get(at) {
            at += 1;
            let hops = self.hops[node] + 1;
            for &next in (self.neighbours)(node) {
                if self.hops[next] == u32::MAX {
                    self.hops[next] = hops;
                    self.reached.push(next);
                }
            }
        }
        &self.reached
    }

    /// How many ties each node that was reached in the last search is away.
    pub(crate) fn distances(&self) -> impl Iterator<Item = u32> {
        self.reached.iter().map(|&node| self.hops[node])
    }

    /// How many ties a node lies away from where the last search began; [`u32::MAX`] where it was not reached.
    pub(crate) fn hops(&self, node: u32) -> u32 {
        self.hops[node]
    }

    /// The farthest node of the last search, and how many ties it is away.
    pub(crate) fn farthest(&self) -> (u32, u32) {
        self.reached
            .last()
            .map_or((0, 0), |&node| (node, self.hops[node]))
    }
}
