//! The shortest connections between two nodes, and what can be reached from one.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;
use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::adjacency::Adjacency;
use super::{Edge, Network};

/// A connection between two nodes; it passes no node twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Path<'a> {
    /// From node to node; never empty.
    pub steps: Vec<Step<'a>>,
}

/// A step of a connection: from one node to the next, over all that ties them.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// Where it begins.
    pub from: &'a NamedNode,
    /// Where it ends.
    pub to: &'a NamedNode,
    /// What ties the two, the strongest first, and among equals in the order of relations; never empty.
    pub ties: Vec<(Heading, &'a Edge)>,
}

/// Which way a tie points, seen by who goes along a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// The way of the step.
    Along,
    /// Both ways, as what two do together does.
    Both,
    /// Against the step.
    Against,
}

impl Network {
    /// Finds the shortest connections between two nodes: simple paths by Yen's algorithm
    /// ([Yen 1971](https://doi.org/10.1287/mnsc.17.11.712)), with the shortcut of Lawler
    /// ([1972](https://doi.org/10.1287/mnsc.18.7.401)).
    ///
    /// The length of a connection is its number of steps: a tie is a tie, whatever its weight. Ties are walked either
    /// way, and each step tells which way they point. All ties between the same two nodes are one step; a tie of a node
    /// to itself is none. Connections of the same length stand in the order of the IRIs that they pass.
    ///
    /// # Arguments
    /// * `from`, `to`: where the connections begin and end.
    /// * `most`: how many are wanted.
    /// * `hops`: how many steps each may have.
    ///
    /// # Returns
    /// At most so many connections, the shortest first; none where there are none, where one of the nodes is not here,
    /// and where the two are the same.
    ///
    /// # Complexity
    /// * Time: **O(|K| · |L| · (|V| + |E|))**.
    /// * Space: **O(|K| · |L|² + |V| + |E|)**.
    ///
    /// where **|V|** is the number of nodes, **|E|** of edges, **|K|** of the connections that are wanted, and **|L|**
    /// the length of the longest one of these.
    ///
    /// # Example
    /// ```
    /// use bilateral::network::{Facts, Network, Tie};
    /// use oxigraph::model::NamedNode;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let node = |name: &str| NamedNode::new(format!("https://example.org/{name}"));
    /// let tie = |source, target| -> Result<Tie, Box<dyn std::error::Error>> {
    ///     Ok(Tie {
    ///         source: node(source)?,
    ///         target: node(target)?,
    ///         relation: node("offers")?,
    ///         act: node("act")?,
    ///         weight: None,
    ///         date: None,
    ///         layer: None,
    ///     })
    /// };
    /// //  a ──► b ◄── c        a ──► d ──► e ──► c
    /// let ties = [tie("a", "b")?, tie("c", "b")?, tie("a", "d")?, tie("d", "e")?, tie("e", "c")?];
    /// let network = Network::from_ties(ties, Facts::default())?;
    ///
    /// let (a, c) = (node("a")?, node("c")?);
    /// let lengths = |most, hops| -> Vec<usize> {
    ///     let paths = network.paths(&a, &c, most, hops);
    ///     paths.iter().map(|path| path.steps.len()).collect()
    /// };
    /// assert_eq!(lengths(5, usize::MAX), [2, 3]);
    /// assert_eq!(lengths(1, usize::MAX), [2]);
    /// assert_eq!(lengths(5, 2), [2]);
    /// assert!(lengths(5, 1).is_empty());
    ///
    /// let empty = Network::default();
    /// assert!(empty.paths(&a, &c, 5, usize::MAX).is_empty());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn paths(
        &self,
        from: &NamedNode,
        to: &NamedNode,
        most: usize,
        hops: usize,
    ) -> Vec<Path<'_>> {
        let (Some(from), Some(to)) = (self.index(from), self.index(to)) else {
            return Vec::new();
        };
        let ways = Adjacency::of(&self.graph);
        let paths = ways.shortest(from.index(), to.index(), most, hops);
        paths.iter().map(|nodes| self.path(nodes)).collect()
    }

    /// The nodes within some hops of a node, whatever the direction of the edges, without the node itself: the nearest
    /// first, and of those that are as near in the order of their IRIs. None where the node is not here.
    #[must_use]
    pub fn reach(&self, from: &NamedNode, hops: usize) -> Vec<&NamedNode> {
        let Some(from) = self.index(from) else {
            return Vec::new();
        };
        let mut seen = BTreeSet::from([from]);
        let mut frontier = BTreeSet::from([from]);
        let mut reached = Vec::new();
        for _ in 0..hops {
            let nodes = frontier.into_iter();
            let next = nodes.flat_map(|node| self.graph.neighbors_undirected(node));
            frontier = next.filter(|node| seen.insert(*node)).collect();
            if frontier.is_empty() {
                break;
            }
            reached.extend(
                frontier
                    .iter()
                    .filter_map(|node| self.graph.node_weight(*node)),
            );
        }
        reached
    }

    /// Whether a node is here.
    #[must_use]
    pub fn contains(&self, node: &NamedNode) -> bool {
        self.index(node).is_some()
    }

    fn index(&self, node: &NamedNode) -> Option<NodeIndex> {
        let is_it = |index: &NodeIndex| self.graph.node_weight(*index) == Some(node);
        self.graph.node_indices().find(is_it)
    }

    fn path(&self, nodes: &[usize]) -> Path<'_> {
        let nodes: Vec<NodeIndex> = nodes.iter().copied().map(NodeIndex::new).collect();
        let pairs = nodes.iter().zip(nodes.iter().skip(1));
        Path {
            steps: pairs
                .filter_map(|(from, to)| self.step(*from, *to))
                .collect(),
        }
    }

    fn step(&self, from: NodeIndex, to: NodeIndex) -> Option<Step<'_>> {
        let along = self.graph.edges_directed(from, Outgoing);
        let along = along.filter(|edge| edge.target() == to);
        let against = self.graph.edges_directed(from, Incoming);
        let against = against.filter(|edge| edge.source() == to);
        let along = along.map(|edge| (Heading::Along, edge.weight()));
        let against = against.map(|edge| (Heading::Against, edge.weight()));
        let heading = |(heading, edge): (Heading, _)| {
            let edge: &Edge = edge;
            (if edge.mutual { Heading::Both } else { heading }, edge)
        };
        let mut ties: Vec<(Heading, &Edge)> = along.chain(against).map(heading).collect();
        let facts = self.facts();
        ties.sort_by(|(heading, edge), (other_heading, other)| {
            let heavier = other.weight.total_cmp(&edge.weight);
            let order = (heading, facts.rank(&edge.relation));
            heavier.then_with(|| order.cmp(&(other_heading, facts.rank(&other.relation))))
        });
        Some(Step {
            from: self.graph.node_weight(from)?,
            to: self.graph.node_weight(to)?,
            ties,
        })
    }
}
