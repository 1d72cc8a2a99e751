//! Transitivity: whether those who share a partner have to do with each other.

use super::Undefined;
use super::triangles::{pairs, triangles};
use crate::network::Projection;

/// The share of all pairs of ties that meet in a node whose other ends are tied, too.
///
/// *Definition:* three times the number of triangles, divided by the number of pairs of neighbours of all nodes.
/// *Source:* R. D. Luce, A. D. Perry, “A method of matrix analysis of group structure”, Psychometrika 14 (1949);
/// M. E. J. Newman, “The structure and function of complex networks”, SIAM Review 45 (2003).
///
/// # Arguments
/// * `graph`: its directions and weights are set aside.
///
/// # Returns
/// A share from 0 to 1.
///
/// # Errors
/// Undefined where no node has two neighbours, so also for the empty graph.
///
/// # Complexity
/// Time **O(|E|^1.5)**, space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::transitivity;
///
/// let kite = Projection::from_ties(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0), (2, 3, 1.0)])?;
/// assert_eq!(transitivity(&kite), Ok(0.6));
/// assert!(transitivity(&Projection::from_ties(0, [])?).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of triangles stay below 2⁵³ for any graph that fits into memory"
)]
pub fn transitivity(graph: &Projection) -> Result<f64, Undefined> {
    let pairs: u64 = graph
        .nodes()
        .map(|node| pairs(graph.neighbours(node).len()))
        .sum();
    if pairs == 0 {
        return Err(Undefined::since("no node has two neighbours"));
    }
    let corners: u64 = triangles(graph).iter().sum();
    Ok(corners as f64 / pairs as f64)
}
