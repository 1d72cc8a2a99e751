//! Betweenness along weights.

use std::num::NonZeroUsize;

use super::betweenness::of_pairs;
use super::each_source;
use super::lengths::{Search, Stop, length};
use crate::network::Projection;
use crate::network::projection::PerNode;

/// The share of the shortest ways between others that lead through each node, where a strong tie is a short one.
///
/// *Definition:* as [`betweenness`](super::betweenness), but a tie of weight `w` is `1 / w` long: two nodes that have
/// twice as much to do with each other are half as far apart, and a tie of weight 0 leads nowhere. Paths are equally
/// short where their lengths, added up from the source on, are the same number.
/// *Source:* U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001);
/// lengths as in M. E. J. Newman, “Scientific collaboration networks. II”, Physical Review E 64 (2001).
///
/// # Arguments
/// * `graph`: paths follow the ties.
/// * `threads`: how many share the work. The result has the same bits whatever their number.
///
/// # Returns
/// The shares in the order of the nodes, from 0 to 1; nothing for the empty graph, and 0 where there are no two others.
/// Where there are more shortest paths than a number can count (10³⁰⁸), a share is no number.
///
/// # Complexity
/// Time **O(|V||E| log |V|)**, space **O(|V| + |E|)** for each thread, where **|V|** is the number of nodes and **|E|** of
/// ties.
///
/// # Example
/// ```
/// use std::num::NonZeroUsize;
///
/// use bilateral::network::Projection;
/// use bilateral::network::measures::weighted_betweenness;
///
/// // The strong ties by way of 1 are shorter than the weak one past it.
/// let detour = Projection::from_ties(3, [(0, 1, 4.0), (1, 2, 4.0), (0, 2, 1.0)])?;
/// assert_eq!(weighted_betweenness(&detour, NonZeroUsize::MIN), [0.0, 0.5, 0.0]);
/// let empty = Projection::from_ties(0, [])?;
/// assert!(weighted_betweenness(&empty, NonZeroUsize::MIN).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn weighted_betweenness(graph: &Projection, threads: NonZeroUsize) -> Vec<f64> {
    let sums = each_source::sum(graph.nodes(), threads, || {
        let mut search = Search::new(graph, |node| graph.given(node));
        let mut shares = PerNode::all(graph.node_count(), 0.0);
        move |source, sums: &mut [f64]| {
            search.run(source);
            for &node in search.reached.iter().rev() {
                let Stop {
                    distance,
                    paths,
                    place,
                } = search.stops[node];
                let behind = graph.given(node).fold(0.0, |sum, (next, weight)| {
                    let stop = &search.stops[next];
                    let leads_on = stop.place != usize::MAX
                        && stop.place > place
                        && (distance + length(weight))
                            .total_cmp(&stop.distance)
                            .is_eq();
                    if leads_on { sum + shares[next] } else { sum }
                });
                let dependency = paths * behind;
                shares[node] = (1.0 + dependency) / paths;
                if node != source
                    && let Some(sum) = sums.get_mut(node as usize)
                {
                    *sum += dependency;
                }
            }
        }
    });
    of_pairs(sums)
}
