//! The network: a directed multigraph of nodes in the order of their IRIs, and of edges in the order of source, target
//! and relation.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use oxigraph::model::NamedNode;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

use super::edge::{ActRow, Edge};
use super::error::NetworkError;
use super::facts::Facts;
use super::tie::{Tie, into_edge};
use crate::model::PartialDate;

/// A directed multigraph: at most one edge for each source, target and relation, each with the acts behind it.
#[derive(Debug, Clone, Default)]
pub struct Network {
    pub(crate) graph: DiGraph<NamedNode, Edge>,
    facts: Arc<Facts>,
}

/// Separates joint acts from those of one node toward another.
///
/// A view writes a joint act as two ties, one in each direction, with the same relation and weight. It is an undirected
/// edge: it counts once, and reciprocity ignores it.
pub struct JointActs<'a>(HashMap<TieKey<'a>, f64>);

/// Source, target, relation and act of a tie.
type TieKey<'a> = (usize, usize, &'a NamedNode, &'a NamedNode);

impl JointActs<'_> {
    /// Whether an act of an edge also ties its two ends in the other direction.
    pub fn contains(&self, source: usize, target: usize, edge: &Edge, row: &ActRow) -> bool {
        let back = self.0.get(&(target, source, &edge.relation, &row.act));
        source != target && back.is_some_and(|weight| weight.total_cmp(&row.weight).is_eq())
    }
}

impl Network {
    /// Builds a network from the rows of a view; their order does not matter.
    ///
    /// Rows with the same source, target and relation become one edge. An act adds the weight of its row to the edge,
    /// or 1; rows that differ only in date or layer count once.
    ///
    /// # Errors
    /// [`NetworkError::Weight`] if a weight is negative, infinite or not a number.
    pub fn from_ties(
        ties: impl IntoIterator<Item = Tie>,
        facts: Facts,
    ) -> Result<Self, NetworkError> {
        let ties: Vec<Tie> = ties.into_iter().collect();
        ties.iter().try_for_each(Tie::check)?;
        let (nodes, mut ties) = ranked(ties);
        let mut graph = DiGraph::with_capacity(nodes.len(), ties.len());
        for node in nodes {
            graph.add_node(node);
        }
        ties.sort_by_key(|(ranks, _)| *ranks);
        let mut ties = ties.into_iter().peekable();
        while let Some((ranks, first)) = ties.next() {
            let [source, target, _] = ranks;
            let relation = first.relation.clone();
            let mut parallel = vec![first];
            while let Some((_, tie)) = ties.next_if(|(next, _)| *next == ranks) {
                parallel.push(tie);
            }
            let edge = into_edge(relation, parallel, &facts);
            graph.add_edge(NodeIndex::new(source), NodeIndex::new(target), edge);
        }
        Ok(Self {
            graph,
            facts: Arc::new(facts),
        })
    }

    /// The nodes, in the order of their IRIs; [`edges`](Self::edges) refers to them by their position.
    pub fn nodes(&self) -> impl Iterator<Item = &NamedNode> {
        self.graph.node_weights()
    }

    /// The edges, in the order of source, target and relation, each after the positions of its source and target.
    pub fn edges(&self) -> impl Iterator<Item = (usize, usize, &Edge)> {
        self.graph
            .raw_edges()
            .iter()
            .map(|edge| (edge.source().index(), edge.target().index(), &edge.weight))
    }

    /// Labels, kinds and other facts about the nodes, relations and acts.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Whether the network has no node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.graph.node_count() == 0
    }

    /// Whether the network has this node.
    #[must_use]
    pub fn contains(&self, node: &NamedNode) -> bool {
        self.index(node).is_some()
    }

    /// The node at a position.
    pub(crate) fn node(&self, position: usize) -> &NamedNode {
        &self.graph[NodeIndex::new(position)]
    }

    pub(crate) fn index(&self, node: &NamedNode) -> Option<NodeIndex> {
        let nodes = self.graph.raw_nodes();
        let place = nodes.binary_search_by(|known| known.weight.cmp(node)).ok();
        place.map(NodeIndex::new)
    }

    /// The nodes within some hops of a node, without the node itself, ignoring the direction of edges: by distance,
    /// then by IRI. Empty if the network lacks the node.
    #[must_use]
    pub fn reach(&self, from: &NamedNode, hops: usize) -> Vec<&NamedNode> {
        let reached = self.within(from, hops).into_iter().skip(1);
        reached
            .filter_map(|node| self.graph.node_weight(node))
            .collect()
    }

    /// The ego network: the nodes within some hops of a node, ignoring the direction of edges, and the edges between
    /// them. Empty if the network lacks the node.
    #[must_use]
    pub fn focus(&self, centre: &NamedNode, hops: usize) -> Self {
        let within: BTreeSet<NodeIndex> = self.within(centre, hops).into_iter().collect();
        self.part(|node| within.contains(&node), |_| true)
    }

    /// The edges of at least some weight, and their ends.
    #[must_use]
    pub fn at_least(&self, weight: f64) -> Self {
        self.part(|_| true, |edge| edge.weight >= weight)
            .without_isolated()
    }

    /// The acts dated within a year, at least in part, with the edges that they make and their ends.
    #[must_use]
    pub fn in_year(&self, year: u16) -> Self {
        let is_within =
            |row: &&ActRow| years(row).is_some_and(|[first, last]| first <= year && year <= last);
        let edges = self.edges().filter_map(|(source, target, edge)| {
            let rows: Vec<ActRow> = edge.rows.iter().filter(is_within).cloned().collect();
            let (relation, layers) = (edge.relation.clone(), edge.layers.clone());
            let is_left = !rows.is_empty();
            is_left.then(|| {
                let edge = Edge::of_relation(relation, rows, layers, &self.facts);
                (source, target, edge)
            })
        });
        self.with_edges(edges).without_isolated()
    }

    /// The years in which an act is dated, ascending.
    #[must_use]
    pub fn years(&self) -> BTreeSet<u16> {
        self.rows()
            .filter_map(years)
            .flat_map(|[first, last]| first..=last)
            .collect()
    }

    /// The number of acts without a date.
    #[must_use]
    pub fn undated(&self) -> usize {
        let undated = self.rows().filter(|row| years(row).is_none());
        undated.map(|row| &row.act).collect::<BTreeSet<_>>().len()
    }

    /// Indexes the acts of all edges.
    pub(crate) fn joint_acts(&self) -> JointActs<'_> {
        let weights = self.edges().flat_map(|(source, target, edge)| {
            let rows = edge.rows.iter();
            rows.map(move |row| ((source, target, &edge.relation, &row.act), row.weight))
        });
        JointActs(weights.collect())
    }

    fn rows(&self) -> impl Iterator<Item = &ActRow> {
        self.edges().flat_map(|(_, _, edge)| &edge.rows)
    }

    /// The same nodes with other edges, each after the positions of its ends.
    pub(crate) fn with_edges(&self, edges: impl Iterator<Item = (usize, usize, Edge)>) -> Self {
        let mut network = self.part(|_| true, |_| false);
        for (source, target, edge) in edges {
            let [source, target] = [source, target].map(NodeIndex::new);
            network.graph.add_edge(source, target, edge);
        }
        network
    }

    /// The nodes that have an edge.
    pub(crate) fn without_isolated(&self) -> Self {
        let has_edge = |node| self.graph.neighbors_undirected(node).next().is_some();
        self.part(has_edge, |_| true)
    }

    /// A breadth-first search: the node itself, then the others by distance and index.
    fn within(&self, centre: &NamedNode, hops: usize) -> Vec<NodeIndex> {
        let mut reached: Vec<NodeIndex> = self.index(centre).into_iter().collect();
        let mut frontier: BTreeSet<NodeIndex> = reached.iter().copied().collect();
        let mut seen = frontier.clone();
        for _ in 0..hops {
            let neighbours = frontier.iter();
            let neighbours = neighbours.flat_map(|node| self.graph.neighbors_undirected(*node));
            frontier = neighbours.filter(|node| seen.insert(*node)).collect();
            if frontier.is_empty() {
                break;
            }
            reached.extend(&frontier);
        }
        reached
    }

    /// The subgraph of some nodes and edges, in the same order.
    pub(crate) fn part(
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

/// The distinct nodes in order, and each tie after the ranks of its source, target and relation: sorting by ranks is
/// faster than comparing long IRIs again and again.
#[expect(clippy::indexing_slicing, reason = "each IRI of a tie has a rank")]
fn ranked(ties: Vec<Tie>) -> (Vec<NamedNode>, Vec<([usize; 3], Tie)>) {
    let nodes = distinct(ties.iter().flat_map(|tie| [&tie.source, &tie.target]));
    let relations = distinct(ties.iter().map(|tie| &tie.relation));
    let rank = |iris: &[&NamedNode]| -> HashMap<NamedNode, usize> {
        iris.iter().map(|iri| (*iri).clone()).zip(0..).collect()
    };
    let (of_node, of_relation) = (rank(&nodes), rank(&relations));
    let nodes = nodes.into_iter().cloned().collect();
    let ties = ties.into_iter().map(|tie| {
        let [source, target] = [&tie.source, &tie.target].map(|node| of_node[node]);
        ([source, target, of_relation[&tie.relation]], tie)
    });
    (nodes, ties.collect())
}

/// The distinct IRIs in alphabetical order.
fn distinct<'a>(iris: impl Iterator<Item = &'a NamedNode>) -> Vec<&'a NamedNode> {
    let mut seen = HashSet::new();
    let mut iris: Vec<&NamedNode> = iris.filter(|iri| seen.insert(*iri)).collect();
    iris.sort_unstable();
    iris
}

/// The first and the last year of an act.
fn years(row: &ActRow) -> Option<[u16; 2]> {
    let year = |date: &Option<String>| date.as_deref()?.parse().ok().map(PartialDate::year);
    let (first, last) = (year(&row.first_date), year(&row.last_date));
    Some([first.or(last)?, last.or(first)?])
}
