//! Strength: how much a node has to do with others.

use crate::network::Projection;

/// The weight of all that each node has to do with others, whatever the direction.
///
/// *Definition:* `s(v)` is the sum of the weights between `v` and all others; what two do together counts once.
/// *Source:* A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted
/// networks”, PNAS 101 (2004).
///
/// # Arguments
/// * `graph`: its directions are set aside, its weights are added up.
///
/// # Returns
/// The strengths in the order of the nodes, from 0 up; nothing for the empty graph.
///
/// # Complexity
/// Time **O(|V| + |E|)**, space **O(|V|)**, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::strength;
///
/// let graph = Projection::from_ties(3, [(0, 1, 2.0), (1, 0, 1.0), (2, 1, 0.5)])?;
/// assert_eq!(strength(&graph), [3.0, 3.5, 0.5]);
/// assert!(strength(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn strength(graph: &Projection) -> Vec<f64> {
    graph.nodes().map(|node| sum(graph.shared(node))).collect()
}

/// The weight of all that each node does toward others.
///
/// As [`strength`], but only of ties that lead away from a node; what two do together leads away from both.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::out_strength;
///
/// let graph = Projection::from_ties(3, [(0, 1, 2.0), (1, 0, 1.0), (2, 1, 0.5)])?;
/// assert_eq!(out_strength(&graph), [2.0, 1.0, 0.5]);
/// assert!(out_strength(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn out_strength(graph: &Projection) -> Vec<f64> {
    graph.nodes().map(|node| sum(graph.given(node))).collect()
}

/// The weight of all that others do toward each node.
///
/// As [`strength`], but only of ties that lead to a node; what two do together leads to both.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::in_strength;
///
/// let graph = Projection::from_ties(3, [(0, 1, 2.0), (1, 0, 1.0), (2, 1, 0.5)])?;
/// assert_eq!(in_strength(&graph), [1.0, 2.5, 0.0]);
/// assert!(in_strength(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn in_strength(graph: &Projection) -> Vec<f64> {
    graph
        .nodes()
        .map(|node| sum(graph.received(node)))
        .collect()
}

/// Finite, as weights are, even where they add up to more than a number can hold.
fn sum(ties: impl Iterator<Item = (u32, f64)>) -> f64 {
    // An empty sum of floating-point numbers would be -0.
    ties.fold(0.0, |sum, (_, weight)| sum + weight)
        .min(f64::MAX)
}
