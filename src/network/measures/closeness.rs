//! Closeness: how near a node is to all others.

use std::num::NonZeroUsize;

use super::each_source;
use super::hops::Search;
use crate::network::Projection;

/// How near each node is to those who can reach it.
///
/// *Definition:* where `r` others can reach `v`, over `d` ties on average, and there are `n` nodes, `c(v)` is
/// `r / (n − 1) · 1 / d`: near to many. Where nobody can reach `v`, it is 0.
/// *Source:* S. Wasserman, K. Faust, “Social Network Analysis” (1994), formula 5.22, which holds where not all reach all.
///
/// # Arguments
/// * `graph`: paths follow the ties toward `v`; weights are set aside.
/// * `threads`: how many share the work. The result has the same bits whatever their number.
///
/// # Returns
/// Values from 0 to 1 in the order of the nodes; nothing for the empty graph, and 0 for a node alone.
///
/// # Complexity
/// Time **O(|V||E|)**, space **O(|V|)** for each thread, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use std::num::NonZeroUsize;
///
/// use bilateral::network::Projection;
/// use bilateral::network::measures::closeness;
///
/// let star = Projection::from_ties(3, [(1, 0, 1.0), (2, 0, 1.0)])?;
/// assert_eq!(closeness(&star, NonZeroUsize::MIN), [1.0, 0.0, 0.0]);
/// assert!(closeness(&Projection::from_ties(0, [])?, NonZeroUsize::MIN).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn closeness(graph: &Projection, threads: NonZeroUsize) -> Vec<f64> {
    let nodes = graph.node_count();
    each_source::map(graph.nodes(), threads, || {
        let mut search = Search::new(nodes, |node| graph.predecessors(node));
        move |node| {
            search.run(node);
            let (mut others, mut hops) = (0, 0);
            for away in search.distances().filter(|away| *away > 0) {
                others += 1;
                hops += u64::from(away);
            }
            near(others, hops, nodes)
        }
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of nodes and of ties are far below 2⁵³"
)]
fn near(others: u32, hops: u64, nodes: usize) -> f64 {
    if others == 0 {
        return 0.0;
    }
    let others = f64::from(others);
    others / hops as f64 * (others / (nodes - 1) as f64)
}
