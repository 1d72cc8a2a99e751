//! Harmonic closeness: how near a node is to all others, where not all reach it.

use std::num::NonZeroUsize;

use super::each_source;
use super::hops::Search;
use crate::network::Projection;

/// The sum of how near all others are to each node.
///
/// *Definition:* `h(v)` is the sum of `1 / d(u, v)` over all others `u`, where `d(u, v)` is the number of ties on the
/// shortest path from `u` to `v`; who cannot reach `v` adds 0.
/// *Source:* M. Marchiori, V. Latora, “Harmony in the small-world”, Physica A 285 (2000).
///
/// # Arguments
/// * `graph`: paths follow the ties toward `v`; weights are set aside.
/// * `threads`: how many share the work. The result has the same bits whatever their number.
///
/// # Returns
/// Values in the order of the nodes, from 0 to one less than there are nodes; nothing for the empty graph.
///
/// # Complexity
/// Time **O(|V||E|)**, space **O(|V|)** for each thread, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use std::num::NonZeroUsize;
///
/// use bilateral::network::Projection;
/// use bilateral::network::measures::harmonic;
///
/// let path = Projection::from_ties(3, [(0, 1, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(harmonic(&path, NonZeroUsize::MIN), [0.0, 1.0, 1.5]);
/// assert!(harmonic(&Projection::from_ties(0, [])?, NonZeroUsize::MIN).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn harmonic(graph: &Projection, threads: NonZeroUsize) -> Vec<f64> {
    each_source::map(graph.nodes(), threads, || {
        let mut search = Search::new(graph.node_count(), |node| graph.predecessors(node));
        move |node| {
            search.run(node);
            let others = search.distances().filter(|away| *away > 0);
            others.fold(0.0, |sum, away| sum + 1.0 / f64::from(away))
        }
    })
}
