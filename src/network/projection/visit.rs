//! A projection as petgraph sees graphs, so that petgraph's algorithms run on it.

use std::iter::Copied;
use std::ops::Range;
use std::slice::Iter;

use petgraph::Direction;
use petgraph::visit::{
    GraphBase, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, VisitMap, Visitable,
};

use super::Projection;
use super::per_node::PerNode;

impl GraphBase for Projection {
    type NodeId = u32;
    type EdgeId = [u32; 2];
}

impl<'a> IntoNeighbors for &'a Projection {
    type Neighbors = Copied<Iter<'a, u32>>;

    fn neighbors(self, node: u32) -> Self::Neighbors {
        self.successors(node).iter().copied()
    }
}

impl<'a> IntoNeighborsDirected for &'a Projection {
    type NeighborsDirected = Copied<Iter<'a, u32>>;

    fn neighbors_directed(self, node: u32, direction: Direction) -> Self::NeighborsDirected {
        match direction {
            Direction::Outgoing => self.successors(node).iter().copied(),
            Direction::Incoming => self.predecessors(node).iter().copied(),
        }
    }
}

impl IntoNodeIdentifiers for &Projection {
    type NodeIdentifiers = Range<u32>;

    fn node_identifiers(self) -> Range<u32> {
        self.nodes()
    }
}

/// Which nodes were seen.
#[derive(Debug)]
pub struct Seen(PerNode<bool>);

impl VisitMap<u32> for Seen {
    fn visit(&mut self, node: u32) -> bool {
        !std::mem::replace(&mut self.0[node], true)
    }

    fn is_visited(&self, node: &u32) -> bool {
        self.0[*node]
    }

    fn unvisit(&mut self, node: u32) -> bool {
        std::mem::replace(&mut self.0[node], false)
    }
}

impl Visitable for Projection {
    type Map = Seen;

    fn visit_map(&self) -> Seen {
        Seen(PerNode::all(self.node_count(), false))
    }

    fn reset_map(&self, map: &mut Seen) {
        map.0.reset(false);
    }
}
