//! Articulation points: those without whom the network falls apart.

use petgraph::algo::articulation_points::articulation_points as found_by_petgraph;

use crate::network::Projection;

/// Whether the network would have more parts without each node.
///
/// *Definition:* a node is an articulation point where taking it away leaves more connected components than there were.
/// *Source:* J. Hopcroft, R. Tarjan, “Algorithm 447: efficient algorithms for graph manipulation”, Communications of the
/// ACM 16 (1973); computed by petgraph.
///
/// # Arguments
/// * `graph`: its directions and weights are set aside.
///
/// # Returns
/// Yes or no in the order of the nodes; nothing for the empty graph.
///
/// # Complexity
/// Time and space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::articulation_points;
///
/// let path = Projection::from_ties(3, [(0, 1, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(articulation_points(&path), [false, true, false]);
/// assert!(articulation_points(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn articulation_points(graph: &Projection) -> Vec<bool> {
    let found = found_by_petgraph(graph.pairs());
    graph.nodes().map(|node| found.contains(&node)).collect()
}
