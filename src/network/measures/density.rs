//! Density: how many of the ties that there could be there are.

use super::Undefined;
use crate::network::Projection;

/// The share of all possible ties that there are.
///
/// *Definition:* with `n` nodes and `m` ties, `m / (n (n − 1))`; where direction is set aside, twice that.
/// *Source:* S. Wasserman, K. Faust, “Social Network Analysis” (1994), sections 4.1.4 and 4.3.3.
///
/// # Arguments
/// * `graph`: its weights are set aside.
///
/// # Returns
/// A share from 0 to 1.
///
/// # Errors
/// Undefined where there are fewer than two nodes.
///
/// # Complexity
/// Time and space **O(1)**.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::density;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(density(&graph), Ok(0.5));
/// assert!(density(&Projection::from_ties(0, [])?).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[expect(
    clippy::cast_precision_loss,
    reason = "a projection has fewer than 2³² nodes"
)]
pub fn density(graph: &Projection) -> Result<f64, Undefined> {
    let nodes = graph.node_count();
    if nodes < 2 {
        return Err(Undefined::since("there are no two nodes"));
    }
    let ends = if graph.is_directed() { 1.0 } else { 2.0 };
    let possible = nodes as f64 * (nodes - 1) as f64;
    Ok(ends * graph.tie_count() as f64 / possible)
}
