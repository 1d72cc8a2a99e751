//! The shortest paths between two nodes.

use oxigraph::model::NamedNode;
use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::adjacency::Adjacency;
use super::edge::Edge;
use super::graph::Network;

/// A simple path: it passes no node twice.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Path<'a> {
    /// The steps from node to node; never empty.
    pub steps: Vec<Step<'a>>,
}

/// A step of a path: from one node to the next, along all edges between the two.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Step<'a> {
    /// The node at which the step begins.
    pub from: &'a NamedNode,
    /// The node at which it ends.
    pub to: &'a NamedNode,
    /// The edges between the two, by descending weight, then by heading, then in the order of relations; never empty.
    pub ties: Vec<(Heading, &'a Edge)>,
}

/// The direction of an edge relative to the step that follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// In the direction of the step.
    Along,
    /// In both directions: an edge of joint acts.
    Both,
    /// Against the step.
    Against,
}

/// Returns the shortest simple paths between two nodes, by Yen's algorithm
/// ([Yen 1971](https://doi.org/10.1287/mnsc.17.11.712)) with Lawler's improvement
/// ([1972](https://doi.org/10.1287/mnsc.18.7.401)).
///
/// The length of a path is its number of steps: weights and directions are ignored, parallel edges are one step, and
/// self-loops are no step. Each step says in which directions its edges point.
///
/// # Arguments
/// * `from`, `to`: the ends of the paths.
/// * `count`: the greatest number of paths.
/// * `hops`: the greatest number of steps in a path.
///
/// # Returns
/// The paths by length, then by the IRIs that they pass. Empty if no path exists, if the network lacks one of the nodes,
/// or if the two are the same.
///
/// # Complexity
/// * Time: **O(|K| · |L| · (|V| + |E|))**.
/// * Space: **O(|K| · |L|² + |V| + |E|)**.
///
/// where **|V|** is the number of nodes, **|E|** of edges, **|K|** of paths, and **|L|** the length of the longest path.
///
/// # Example
/// ```
/// use bilateral::network::{Facts, Network, Tie, shortest_paths};
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
/// let lengths = |count, hops| -> Vec<usize> {
///     let paths = shortest_paths(&network, &a, &c, count, hops);
///     paths.iter().map(|path| path.steps.len()).collect()
/// };
/// assert_eq!(lengths(5, usize::MAX), [2, 3]);
/// assert_eq!(lengths(1, usize::MAX), [2]);
/// assert_eq!(lengths(5, 2), [2]);
/// assert!(lengths(5, 1).is_empty());
///
/// let empty = Network::default();
/// assert!(shortest_paths(&empty, &a, &c, 5, usize::MAX).is_empty());
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn shortest_paths<'a>(
    network: &'a Network,
    from: &NamedNode,
    to: &NamedNode,
    count: usize,
    hops: usize,
) -> Vec<Path<'a>> {
    let (Some(from), Some(to)) = (network.index(from), network.index(to)) else {
        return Vec::new();
    };
    let adjacency = Adjacency::of(&network.graph);
    let paths = adjacency.shortest(from.index(), to.index(), count, hops);
    let path = |nodes: Vec<usize>| {
        let nodes: Vec<NodeIndex> = nodes.into_iter().map(NodeIndex::new).collect();
        let pairs = nodes.iter().zip(nodes.iter().skip(1));
        Path {
            steps: pairs
                .filter_map(|(from, to)| step(network, *from, *to))
                .collect(),
        }
    };
    paths.into_iter().map(path).collect()
}

fn step(network: &Network, from: NodeIndex, to: NodeIndex) -> Option<Step<'_>> {
    let graph = &network.graph;
    let along = graph.edges_directed(from, Outgoing);
    let along = along.filter(|edge| edge.target() == to);
    let against = graph.edges_directed(from, Incoming);
    let against = against.filter(|edge| edge.source() == to);
    let along = along.map(|edge| (Heading::Along, edge.weight()));
    let against = against.map(|edge| (Heading::Against, edge.weight()));
    let mut ties: Vec<(Heading, &Edge)> = along.chain(against).collect();
    for (heading, edge) in &mut ties {
        if edge.mutual {
            *heading = Heading::Both;
        }
    }
    let facts = network.facts();
    ties.sort_by(|(heading, edge), (other_heading, other)| {
        let heavier = other.weight.total_cmp(&edge.weight);
        let order = (heading, facts.rank(&edge.relation));
        heavier.then_with(|| order.cmp(&(other_heading, facts.rank(&other.relation))))
    });
    Some(Step {
        from: graph.node_weight(from)?,
        to: graph.node_weight(to)?,
        ties,
    })
}
