//! Diameter: how far apart the two are that lie farthest from each other.

use std::num::NonZeroUsize;

use super::hops::Search;
use super::{Undefined, each_source, weak_components};
use crate::network::Projection;

/// The number of ties on the longest of all shortest paths.
///
/// *Definition:* the greatest distance between any two nodes, counted in ties, direction set aside: hardly any network of
/// acts lets everybody reach everybody along the arrows.
/// *Source:* F. Harary, “Graph Theory” (1969), chapter 2; computed as in P. Crescenzi, R. Grossi, M. Habib, L. Lanzi,
/// A. Marino, “On computing the diameter of real-world undirected graphs”, Theoretical Computer Science 514 (2013).
///
/// # Arguments
/// * `graph`: its directions and weights are set aside.
/// * `threads`: how many share the work. The result is the same whatever their number.
///
/// # Returns
/// A number of ties, 0 for a node alone.
///
/// # Errors
/// Undefined where the network has no node, or falls into parts; the diameter of the largest part is then told.
///
/// # Complexity
/// Time **O(|V||E|)** at worst, in most networks some searches of **O(|E|)**; space **O(|V|)** for each thread, where **|V|**
/// is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use std::num::NonZeroUsize;
///
/// use bilateral::network::Projection;
/// use bilateral::network::measures::diameter;
///
/// let path = Projection::from_ties(4, [(0, 1, 1.0), (2, 1, 1.0), (2, 3, 1.0)])?;
/// assert_eq!(diameter(&path, NonZeroUsize::MIN), Ok(3));
/// assert!(diameter(&Projection::from_ties(0, [])?, NonZeroUsize::MIN).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
pub fn diameter(graph: &Projection, threads: NonZeroUsize) -> Result<usize, Undefined> {
    let parts = weak_components(graph);
    let Some(largest) = parts.first() else {
        return Err(Undefined::since("there is no node"));
    };
    let longest = largest
        .first()
        .map_or(0, |&node| of_part(graph, node, threads));
    if parts.len() > 1 {
        return Err(Undefined::since(format!(
            "the network falls into {} parts; the largest has {} nodes and the diameter {longest}",
            parts.len(),
            largest.len()
        )));
    }
    Ok(longest)
}

/// The diameter of the part in which a node lies.
///
/// From a node in the middle no path is longer than twice the way to the rim: rings are looked at from the outside in,
/// until what was found cannot be exceeded by what lies further inside.
fn of_part(graph: &Projection, node: usize, threads: NonZeroUsize) -> usize {
    let nodes = graph.node_count();
    let mut search = Search::new(nodes, |node| graph.neighbours(node));
    let middle = middle(graph, &mut search, u32::try_from(node).unwrap_or_default());
    search.run(middle);
    let (_, radius) = search.farthest();
    let mut rings: Vec<Vec<u32>> = vec![Vec::new(); radius as usize + 1];
    for node in graph.nodes() {
        if let Some(ring) = rings.get_mut(search.hops(node) as usize) {
            ring.push(node);
        }
    }
    let mut longest = radius as usize;
    while let Some(ring) = rings.pop() {
        let hops = rings.len();
        if longest >= 2 * hops {
            break;
        }
        let count = 0..u32::try_from(ring.len()).unwrap_or(u32::MAX);
        let ways = each_source::map(count, threads, || {
            let mut search = Search::new(nodes, |node| graph.neighbours(node));
            let ring = &ring;
            move |at: u32| {
                let node = ring.get(at as usize).copied().unwrap_or(middle);
                search.run(node);
                search.farthest().1 as usize
            }
        });
        longest = ways.into_iter().max().unwrap_or_default().max(longest);
    }
    longest
}

/// A node halfway between two that lie far apart.
fn middle<'a>(
    graph: &'a Projection,
    search: &mut Search<impl Fn(u32) -> &'a [u32]>,
    node: u32,
) -> u32 {
    search.run(node);
    let (one_end, _) = search.farthest();
    search.run(one_end);
    let (mut at, hops) = search.farthest();
    for nearer in (hops.div_ceil(2)..hops).rev() {
        let toward = graph.neighbours(at).iter();
        let back = toward.copied().find(|&next| search.hops(next) == nearer);
        at = back.unwrap_or(at);
    }
    at
}
