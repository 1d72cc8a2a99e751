//! The projection of a network: the simple graph on which every measure runs.

use std::ops::Range;

use petgraph::csr::Csr;

use super::edge::{ActRow, saturating_sum};
use super::error::NetworkError;
use super::graph::Network;
use super::tie::is_weight;

/// The edges of nodes 0, 1, 2 …: for each its neighbours in ascending order, and the weights of the edges to them.
pub type Rows = Csr<(), f64>;

/// Source, target and weight.
type Arc = (u32, u32, f64);

/// A simple weighted graph: at most one edge from one node to another, no self-loops.
///
/// Nodes are the numbers from 0, in the order of the nodes of the network. Parallel edges are merged, their weights
/// added up; self-loops are dropped. A joint act is an undirected edge: it leads both ways, counts once where direction
/// is ignored, and is left out of reciprocity, which it would only raise by being written both ways.
#[derive(Debug, Clone)]
pub struct Projection {
    directed: bool,
    pub(crate) outgoing: Rows,
    pub(crate) incoming: Rows,
    /// Each pair of neighbours once from either end, with the weight of all edges between the two.
    pub(crate) undirected: Rows,
    /// The outgoing edges without joint acts.
    solo: Rows,
}

impl Projection {
    /// The projection of a network.
    #[must_use]
    pub fn of(network: &Network) -> Self {
        let joint_acts = network.joint_acts();
        let (mut solo, mut joint) = (Vec::new(), Vec::new());
        for (source, target, edge) in network.edges() {
            let [from, to] = [source, target].map(id);
            let is_joint = |row: &&ActRow| joint_acts.contains(source, target, edge, row);
            let (together, alone): (Vec<&ActRow>, Vec<&ActRow>) =
                edge.rows.iter().partition(is_joint);
            let arc =
                |rows: &[&ActRow]| (from, to, saturating_sum(rows.iter().map(|row| row.weight)));
            if !alone.is_empty() {
                solo.push(arc(&alone));
            }
            // The edge in the other direction repeats the joint acts.
            if !together.is_empty() && from < to {
                joint.push(arc(&together));
            }
        }
        Self::new(network.nodes().count(), solo, &joint)
    }

    /// The projection of directed ties, each with source, target and weight. Parallel ties are merged, their weights
    /// added up; self-loops are dropped.
    ///
    /// # Errors
    /// [`NetworkError::Tie`] if an end is not below `nodes`, or if a weight is negative, infinite or not a number.
    ///
    /// # Example
    /// ```
    /// use bilateral::network::Projection;
    ///
    /// let projection = Projection::from_ties(3, [(0, 1, 2.0), (0, 1, 1.0), (1, 1, 9.0)])?;
    /// assert_eq!(projection.node_count(), 3);
    /// assert_eq!(projection.tie_count(), 1);
    /// assert!(Projection::from_ties(3, [(0, 1, -2.0)]).is_err());
    /// # Ok::<(), bilateral::network::NetworkError>(())
    /// ```
    pub fn from_ties(
        nodes: usize,
        ties: impl IntoIterator<Item = (usize, usize, f64)>,
    ) -> Result<Self, NetworkError> {
        let arc = |(source, target, weight): (usize, usize, f64)| {
            if source.max(target) < nodes && is_weight(weight) {
                return Ok((id(source), id(target), weight));
            }
            Err(NetworkError::Tie {
                ends: [source, target],
                weight,
                nodes,
            })
        };
        let arcs: Result<Vec<Arc>, NetworkError> = ties.into_iter().map(arc).collect();
        Ok(Self::new(nodes, arcs?, &[]))
    }

    /// The same graph without directions: every edge leads both ways, with the weights of both added up.
    #[must_use]
    pub fn undirected(&self) -> Self {
        Self {
            directed: false,
            outgoing: self.undirected.clone(),
            incoming: self.undirected.clone(),
            undirected: self.undirected.clone(),
            solo: self.undirected.clone(),
        }
    }

    fn new(nodes: usize, solo: Vec<Arc>, joint: &[Arc]) -> Self {
        let solo = merged(solo);
        let both_ways = |arcs: &[Arc]| -> Vec<Arc> {
            let arcs = arcs.iter();
            arcs.flat_map(|&(from, to, weight)| [(from, to, weight), (to, from, weight)])
                .collect()
        };
        let outgoing = merged([solo.clone(), both_ways(joint)].concat());
        let incoming = outgoing
            .iter()
            .map(|&(from, to, weight)| (to, from, weight));
        let undirected = both_ways(&[solo.as_slice(), joint].concat());
        Self {
            directed: true,
            incoming: rows(nodes, &merged(incoming.collect())),
            undirected: rows(nodes, &merged(undirected)),
            outgoing: rows(nodes, &outgoing),
            solo: rows(nodes, &solo),
        }
    }

    /// The number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.outgoing.node_count()
    }

    /// The number of directed edges; in an undirected graph, of pairs of neighbours.
    #[must_use]
    pub fn tie_count(&self) -> usize {
        if self.directed {
            self.outgoing.edge_count()
        } else {
            self.pair_count()
        }
    }

    /// The number of pairs of neighbours.
    #[must_use]
    pub fn pair_count(&self) -> usize {
        self.undirected.edge_count() / 2
    }

    /// Whether edges have a direction.
    #[must_use]
    pub const fn is_directed(&self) -> bool {
        self.directed
    }

    /// The weight of the edge from one node to another; `None` if no such edge exists.
    #[must_use]
    pub fn weight(&self, source: usize, target: usize) -> Option<f64> {
        if source.max(target) >= self.node_count() {
            return None;
        }
        let (from, to) = (id(source), id(target));
        let place = self.successors(from).binary_search(&to).ok()?;
        self.outgoing.edges_slice(from).get(place).copied()
    }

    pub(crate) fn nodes(&self) -> Range<u32> {
        0..id(self.node_count())
    }

    /// The targets of a node's outgoing edges, ascending.
    pub(crate) fn successors(&self, node: u32) -> &[u32] {
        self.outgoing.neighbors_slice(node)
    }

    /// The sources of a node's incoming edges, ascending.
    pub(crate) fn predecessors(&self, node: u32) -> &[u32] {
        self.incoming.neighbors_slice(node)
    }

    /// The successors and predecessors of a node, ascending.
    pub(crate) fn neighbours(&self, node: u32) -> &[u32] {
        self.undirected.neighbors_slice(node)
    }

    /// The successors of a node without those that it has only through joint acts, ascending.
    pub(crate) fn solo_successors(&self, node: u32) -> &[u32] {
        self.solo.neighbors_slice(node)
    }

    /// The successors of a node, each with the weight of the edge.
    pub(crate) fn out_edges(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        weighted(&self.outgoing, node)
    }

    /// The predecessors of a node, each with the weight of the edge.
    pub(crate) fn in_edges(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        weighted(&self.incoming, node)
    }

    /// The neighbours of a node, each with the weight of all edges between the two.
    pub(crate) fn undirected_edges(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        weighted(&self.undirected, node)
    }
}

/// The edges of a network whose tie in its projection has at least some weight, and their ends.
#[must_use]
pub fn heavy_ties(network: &Network, weight: f64, undirected: bool) -> Network {
    let mut graph = Projection::of(network);
    if undirected {
        graph = graph.undirected();
    }
    let is_heavy = |source, target| {
        graph
            .weight(source, target)
            .is_some_and(|of_tie| of_tie >= weight)
    };
    let heavy = network
        .edges()
        .filter(|(source, target, _)| is_heavy(*source, *target));
    let edges = heavy.map(|(source, target, edge)| (source, target, edge.clone()));
    network.with_edges(edges).without_isolated()
}

#[expect(
    clippy::expect_used,
    reason = "petgraph numbers nodes with `u32`, so no network has more"
)]
fn id(node: usize) -> u32 {
    u32::try_from(node).expect("fewer than 2³² nodes")
}

/// One arc for each source and target, in their order, without self-loops.
fn merged(mut arcs: Vec<Arc>) -> Vec<Arc> {
    arcs.retain(|(from, to, _)| from != to);
    // Stable, so that weights are always added up in the same order.
    arcs.sort_by_key(|&(from, to, _)| (from, to));
    arcs.dedup_by(|next, kept| {
        let is_parallel = (next.0, next.1) == (kept.0, kept.1);
        if is_parallel {
            kept.2 = saturating_sum([kept.2, next.2].into_iter());
        }
        is_parallel
    });
    arcs
}

#[expect(clippy::expect_used, reason = "`merged` has sorted the arcs")]
fn rows(nodes: usize, arcs: &[Arc]) -> Rows {
    let mut rows: Rows = Csr::from_sorted_edges(arcs).expect("sorted arcs");
    while rows.node_count() < nodes {
        rows.add_node(());
    }
    rows
}

fn weighted(rows: &Rows, node: u32) -> impl Iterator<Item = (u32, f64)> {
    let neighbours = rows.neighbors_slice(node).iter().copied();
    neighbours.zip(rows.edges_slice(node).iter().copied())
}
