//! Reciprocity: whether what one does toward another is returned.

use super::Undefined;
use crate::network::Projection;

/// The share of ties that have one in the other direction beside them.
///
/// *Definition:* with `m` ties from one node to another, of which for `r` there is one back, `r / m`. What two do together
/// is left out: it goes both ways because it is written so.
/// *Source:* S. Wasserman, K. Faust, “Social Network Analysis” (1994), section 13.3; M. E. J. Newman, S. Forrest, J. Balthrop,
/// “Email networks and the spread of computer viruses”, Physical Review E 66 (2002).
///
/// # Arguments
/// * `graph`: its weights are set aside.
///
/// # Returns
/// A share from 0 to 1.
///
/// # Errors
/// Undefined where direction is set aside, and where no node does anything alone toward another.
///
/// # Complexity
/// Time **O(|E| log |V|)**, space **O(1)**, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::reciprocity;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0), (2, 0, 1.0)])?;
/// assert_eq!(reciprocity(&graph), Ok(0.5));
/// assert!(reciprocity(&Projection::from_ties(0, [])?).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of ties are far below 2⁵³"
)]
pub fn reciprocity(graph: &Projection) -> Result<f64, Undefined> {
    if !graph.is_directed() {
        return Err(Undefined::since("direction is set aside"));
    }
    let (mut ties, mut returned) = (0_usize, 0_usize);
    for node in graph.nodes() {
        let targets = graph.aimed_at(node);
        ties += targets.len();
        let back = |target: &&u32| graph.aimed_at(**target).binary_search(&node).is_ok();
        returned += targets.iter().filter(back).count();
    }
    match ties {
        0 => Err(Undefined::since(
            "nobody does anything alone toward another",
        )),
        ties => Ok(returned as f64 / ties as f64),
    }
}
