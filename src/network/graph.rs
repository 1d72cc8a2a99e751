//! The network itself: nodes in the order of their IRIs, edges in the order of source, target and relation.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use oxigraph::model::NamedNode;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

use super::iri_ranks::IriRanks;
use super::tie::into_edge;
use super::{Edge, Facts, NetworkError, Tie};

/// Ties between things, each with the acts behind it.
#[derive(Debug, Clone, Default)]
pub struct Network {
    pub(crate) graph: DiGraph<NamedNode, Edge>,
    facts: Arc<Facts>,
}

impl Network {
    /// Builds the network of the rows of a view.
    ///
    /// Rows with the same source, target and relation become one edge. In it an act counts with the weight that its
    /// row gives, or with 1; rows that differ in nothing but date or layer count once. The order of rows is of no account.
    ///
    /// # Errors
    /// [`NetworkError::Weight`] where a weight is negative, infinite or no number.
    pub fn from_ties(
        ties: impl IntoIterator<Item = Tie>,
        facts: Facts,
    ) -> Result<Self, NetworkError> {
        let ties: Vec<Tie> = ties.into_iter().collect();
        ties.iter().try_for_each(Tie::check)?;
        let places = IriRanks::of(&ties);
        let mut graph: DiGraph<NamedNode, Edge> = DiGraph::new();
        let mut indices = BTreeMap::new();
        for (place, node) in places.nodes() {
            indices.insert(place, graph.add_node(node));
        }
        for ([source, target], relation, ties) in places.bundles(ties) {
            if let (Some(from), Some(to)) = (indices.get(&source), indices.get(&target)) {
                graph.add_edge(*from, *to, into_edge(relation, ties, &facts));
            }
        }
        Ok(Self {
            graph,
            facts: Arc::new(facts),
        })
    }

    /// The same nodes with other edges, given by the indices of their ends.
    pub(crate) fn with_edges(&self, edges: impl Iterator<Item = (usize, usize, Edge)>) -> Self {
        let mut graph = self
            .graph
            .filter_map(|_, node| Some(node.clone()), |_, _| None);
        for (source, target, edge) in edges {
            graph.add_edge(NodeIndex::new(source), NodeIndex::new(target), edge);
        }
        Self {
            graph,
            facts: Arc::clone(&self.facts),
        }
    }

    /// The nodes, in the order of their IRIs; their places in it are the indices that [`edges`](Self::edges) gives.
    pub fn nodes(&self) -> impl Iterator<Item = &NamedNode> {
        self.graph.node_weights()
    }

    /// The edges, in the order of source, target and relation, with the indices of source and target.
    pub fn edges(&self) -> impl Iterator<Item = (usize, usize, &Edge)> {
        self.graph
            .raw_edges()
            .iter()
            .map(|edge| (edge.source().index(), edge.target().index(), &edge.weight))
    }

    /// What is known of the nodes, relations and acts.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Whether there is no node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.graph.node_count() == 0
    }

    /// The part within some hops of a node, whatever the direction of the edges; empty where the node is not here.
    #[must_use]
    pub fn focus(&self, centre: &NamedNode, hops: usize) -> Self {
        let within = self.within(centre, hops);
        self.part(|node| within.contains(&node), |_| true)
    }

    /// The edges of at least some weight, and the nodes that they join.
    #[must_use]
    pub fn at_least(&self, weight: f64) -> Self {
        self.part(|_| true, |edge| edge.weight >= weight)
            .without_isolated()
    }

    /// The nodes that an edge joins.
    pub(crate) fn without_isolated(&self) -> Self {
        let is_joined = |node| self.graph.neighbors_undirected(node).next().is_some();
        self.part(is_joined, |_| true)
    }

    fn within(&self, centre: &NamedNode, hops: usize) -> BTreeSet<NodeIndex> {
        let is_centre = |node: &NodeIndex| self.graph.node_weight(*node) == Some(centre);
        let mut frontier: Vec<NodeIndex> = self.graph.node_indices().filter(is_centre).collect();
        let mut reached: BTreeSet<NodeIndex> = frontier.iter().copied().collect();
        for _ in 0..hops {
            frontier = frontier
                .into_iter()
                .flat_map(|node| self.graph.neighbors_undirected(node))
                .filter(|node| reached.insert(*node))
                .collect();
            if frontier.is_empty() {
                break;
            }
        }
        reached
    }

    /// Some of the nodes, and of the edges between them, in the same order.
    fn part(
        &self,
        keep_node: impl Fn(NodeIndex) -> bool,
        keep_edge: impl Fn(&Edge) -> bool,
    ) -> Self {
        let node = |index, node: &NamedNode| keep_node(index).then(|| node.clone());
        let edge = |_: EdgeIndex, edge: &Edge| keep_edge(edge).then(|| edge.clone());
        Self {
            graph: self.graph.filter_map(node, edge),
            facts: Arc::clone(&self.facts),
        }
    }
}
