//! Local clustering: whether those around a node have to do with each other.

use super::triangles::{pairs, triangles};
use crate::network::Projection;

/// The share of the pairs of neighbours of each node that are tied to each other.
///
/// *Definition:* where `v` has `k` neighbours, of which `t` pairs are tied, `c(v)` is `2t / (k (k − 1))`; 0 where `k` is
/// less than 2, by convention.
/// *Source:* D. J. Watts, S. H. Strogatz, “Collective dynamics of ‘small-world’ networks”, Nature 393 (1998).
///
/// # Arguments
/// * `graph`: its directions and weights are set aside.
///
/// # Returns
/// Shares from 0 to 1 in the order of the nodes; nothing for the empty graph.
///
/// # Complexity
/// Time **O(|E|^1.5)**, space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::clustering;
///
/// let kite = Projection::from_ties(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0), (2, 3, 1.0)])?;
/// assert_eq!(clustering(&kite), [1.0, 1.0, 1.0 / 3.0, 0.0]);
/// assert!(clustering(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of triangles stay below 2⁵³ for any graph that fits into memory"
)]
pub fn clustering(graph: &Projection) -> Vec<f64> {
    let found = triangles(graph);
    let share = |node| match pairs(graph.neighbours(node).len()) {
        0 => 0.0,
        pairs => found[node] as f64 / pairs as f64,
    };
    graph.nodes().map(share).collect()
}
