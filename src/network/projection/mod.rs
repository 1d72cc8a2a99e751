//! The one graph on which every measure runs.
//!
//! A network keeps ties of different relations apart. A measure needs to know what a tie is, so there is one answer: a
//! simple directed graph. All ties from one node to another are one, their weights added up; loops are dropped. What two
//! do together is a tie of its own kind, without a direction: it leads both ways, but counts once where direction is
//! set aside, and is left out where one asks whether a tie is returned, since it always would be.

mod build;
mod per_node;
mod visit;

use std::ops::Range;

use petgraph::csr::Csr;

pub use per_node::PerNode;

/// Ties of nodes 0, 1, 2 and so on: for each the ends of its ties, in ascending order, and their weights.
type Rows = Csr<(), f64>;

/// A simple graph with weights: at most one tie from one node to another, none from a node to itself.
///
/// Nodes are the numbers from 0 up, in the order of the nodes of the network.
#[derive(Debug, Clone)]
pub struct Projection {
    directed: bool,
    /// Each tie from its source, and from its target.
    out: Rows,
    into: Rows,
    /// Each pair of tied nodes once from either end, direction set aside.
    around: Rows,
    /// The ties without what two do together.
    aimed: Rows,
}

impl Projection {
    /// The number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.out.node_count()
    }

    /// The number of ties; where direction is set aside, of pairs that are tied.
    #[must_use]
    pub fn tie_count(&self) -> usize {
        if self.directed {
            self.out.edge_count()
        } else {
            self.pair_count()
        }
    }

    /// The number of pairs of nodes that are tied one way, both ways or together.
    #[must_use]
    pub fn pair_count(&self) -> usize {
        self.around.edge_count() / 2
    }

    /// Whether ties have a direction.
    #[must_use]
    pub const fn is_directed(&self) -> bool {
        self.directed
    }

    /// The weight of the tie from one node to another; `None` where there is none.
    #[must_use]
    pub fn weight(&self, source: usize, target: usize) -> Option<f64> {
        let (from, to) = (u32::try_from(source).ok()?, u32::try_from(target).ok()?);
        if source.max(target) >= self.node_count() {
            return None;
        }
        let place = self.successors(from).binary_search(&to).ok()?;
        self.out.edges_slice(from).get(place).copied()
    }

    /// The nodes.
    pub(crate) fn nodes(&self) -> Range<u32> {
        // A tie holds nodes as `u32`, so there are no more of them.
        0..u32::try_from(self.node_count()).unwrap_or(u32::MAX)
    }

    /// The targets of a node's ties, ascending.
    pub(crate) fn successors(&self, node: u32) -> &[u32] {
        self.out.neighbors_slice(node)
    }

    /// The sources of the ties that lead to a node, ascending.
    pub(crate) fn predecessors(&self, node: u32) -> &[u32] {
        self.into.neighbors_slice(node)
    }

    /// All that a node is tied to, direction set aside, ascending.
    pub(crate) fn neighbours(&self, node: u32) -> &[u32] {
        self.around.neighbors_slice(node)
    }

    /// The targets of a node's ties with the weights.
    pub(crate) fn given(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        weighted(&self.out, node)
    }

    /// The sources of the ties that lead to a node with the weights.
    pub(crate) fn received(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        weighted(&self.into, node)
    }

    /// All that a node is tied to, direction set aside, with the weights.
    pub(crate) fn shared(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        weighted(&self.around, node)
    }

    /// The targets of what a node does alone, ascending.
    pub(crate) fn aimed_at(&self, node: u32) -> &[u32] {
        self.aimed.neighbors_slice(node)
    }

    /// The pairs of tied nodes as a graph of petgraph, each from either end.
    pub(crate) const fn pairs(&self) -> &Rows {
        &self.around
    }
}

fn weighted(rows: &Rows, node: u32) -> impl Iterator<Item = (u32, f64)> {
    let ends = rows.neighbors_slice(node).iter().copied();
    ends.zip(rows.edges_slice(node).iter().copied())
}
