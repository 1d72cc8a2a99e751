//! Degree: how many others a node has to do with.

use crate::network::Projection;

/// The number of others that each node is tied to, whatever the direction.
///
/// *Definition:* `k(v)` is the number of nodes other than `v` with a tie from or to `v`.
/// *Source:* L. C. Freeman, “Centrality in social networks”, Social Networks 1 (1978).
///
/// # Arguments
/// * `graph`: its directions and weights are set aside.
///
/// # Returns
/// The degrees in the order of the nodes, from 0 to one less than there are nodes; nothing for the empty graph.
///
/// # Complexity
/// Time and space **O(|V|)**, where **|V|** is the number of nodes.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::degree;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (2, 1, 1.0)])?;
/// assert_eq!(degree(&graph), [1, 2, 1]);
/// assert!(degree(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn degree(graph: &Projection) -> Vec<usize> {
    graph
        .nodes()
        .map(|node| graph.neighbours(node).len())
        .collect()
}

/// The number of others that each node is tied to from its own side: its out-degree.
///
/// As [`degree`], but counts only ties that lead away from a node; what two do together leads away from both.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::out_degree;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (2, 1, 1.0)])?;
/// assert_eq!(out_degree(&graph), [1, 1, 1]);
/// assert!(out_degree(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn out_degree(graph: &Projection) -> Vec<usize> {
    graph
        .nodes()
        .map(|node| graph.successors(node).len())
        .collect()
}

/// The number of others from which a tie leads to each node: its in-degree.
///
/// As [`degree`], but counts only ties that lead to a node; what two do together leads to both.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::in_degree;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (2, 1, 1.0)])?;
/// assert_eq!(in_degree(&graph), [1, 2, 0]);
/// assert!(in_degree(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn in_degree(graph: &Projection) -> Vec<usize> {
    graph
        .nodes()
        .map(|node| graph.predecessors(node).len())
        .collect()
}
