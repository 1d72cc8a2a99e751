//! Closeness, harmonic closeness and diameter: measures of distance, counted in edges.

use rayon::prelude::*;

use super::cohesion::{components, ratio};
use crate::network::error::Undefined;
use crate::network::per_node::PerNode;
use crate::network::projection::{Projection, Rows};

/// Fewer searches than this are not worth another thread.
const SEARCHES_OF_A_THREAD: usize = 32;

/// Returns how close each node is to the nodes that can reach it.
///
/// *Definition:* if `r` of `n` nodes can reach `v`, over `d` edges on average, `c(v)` is `r / (n − 1) · 1 / d`; 0 if none
/// can.
/// *Source:* S. Wasserman, K. Faust, “Social Network Analysis” (1994), formula 5.22, which also holds for graphs that are
/// not connected.
///
/// # Arguments
/// * `graph`: paths follow the direction of edges toward `v`; weights are ignored.
///
/// # Returns
/// Values from 0 to 1 in the order of the nodes, with the same bits for any number of threads. Empty for the empty graph.
///
/// # Complexity
/// Time **O(|V||E|)**, shared among the threads of rayon's pool; space **O(|V|)** for each thread, where **|V|** is the
/// number of nodes and **|E|** of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::closeness;
///
/// let star = Projection::from_ties(3, [(1, 0, 1.0), (2, 0, 1.0)])?;
/// assert_eq!(closeness(&star), [1.0, 0.0, 0.0]);
/// assert!(closeness(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn closeness(graph: &Projection) -> Vec<f64> {
    let others = graph.node_count().saturating_sub(1) as u64;
    let nodes = graph.nodes().into_par_iter();
    search_from_each(nodes, &graph.incoming, |search| {
        let hops: u64 = search.distances().map(u64::from).sum();
        let reached = search.distances().count() as u64;
        match reached {
            0 => 0.0,
            _ => ratio(reached, hops) * ratio(reached, others),
        }
    })
}

/// Returns the sum of inverse distances from all other nodes to each node.
///
/// *Definition:* `h(v)` is the sum of `1 / d(u, v)` over all other nodes `u`, where `d(u, v)` is the number of edges on the
/// shortest path from `u` to `v`; a node that cannot reach `v` adds 0.
/// *Source:* M. Marchiori, V. Latora, “Harmony in the small-world”, Physica A 285 (2000).
///
/// # Arguments
/// * `graph`: paths follow the direction of edges toward `v`; weights are ignored.
///
/// # Returns
/// Values in the order of the nodes, from 0 to one less than the number of nodes, with the same bits for any number of
/// threads. Empty for the empty graph.
///
/// # Complexity
/// As [`closeness`].
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::harmonic;
///
/// let path = Projection::from_ties(3, [(0, 1, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(harmonic(&path), [0.0, 1.0, 1.5]);
/// assert!(harmonic(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn harmonic(graph: &Projection) -> Vec<f64> {
    let nodes = graph.nodes().into_par_iter();
    search_from_each(nodes, &graph.incoming, |search| {
        let inverse = search.distances().map(|hops| 1.0 / f64::from(hops));
        inverse.fold(0.0, |sum, inverse| sum + inverse)
    })
}

/// Returns the number of edges on the longest of all shortest paths.
///
/// *Definition:* the greatest distance between two nodes. Directions are ignored because hardly any network of acts is
/// strongly connected.
/// *Source:* F. Harary, “Graph Theory” (1969), chapter 2; computed as in P. Crescenzi, R. Grossi, M. Habib, L. Lanzi,
/// A. Marino, “On computing the diameter of real-world undirected graphs”, Theoretical Computer Science 514 (2013).
///
/// # Arguments
/// * `graph`: directions and weights are ignored.
///
/// # Returns
/// A number of edges, 0 for a single node.
///
/// # Errors
/// Undefined for the empty graph, and for a graph that is not connected; the reason then has the diameter of the largest
/// component.
///
/// # Complexity
/// Time **O(|V||E|)** in the worst case, in most networks a few searches of **O(|E|)**; space **O(|V|)** for each thread,
/// where **|V|** is the number of nodes and **|E|** of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::diameter;
///
/// let path = Projection::from_ties(4, [(0, 1, 1.0), (2, 1, 1.0), (2, 3, 1.0)])?;
/// assert_eq!(diameter(&path), Ok(3));
/// assert!(diameter(&Projection::from_ties(0, [])?).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
pub fn diameter(graph: &Projection) -> Result<usize, Undefined> {
    let components = components(graph);
    let Some(largest) = components.first() else {
        return Err(Undefined::since("the network has no node"));
    };
    let node = largest.first();
    let longest = node.map_or(0, |&node| diameter_of_component(graph, node));
    if components.len() > 1 {
        return Err(Undefined::since(format!(
            "the network has {} components; the largest has {} nodes and the diameter {longest}",
            components.len(),
            largest.len()
        )));
    }
    Ok(longest)
}

/// The diameter of the component of a node.
///
/// No path between nodes within `h` hops of a central node is longer than `2h`. So the search begins with the nodes
/// farthest from the centre, and ends when those nearer to it cannot have a longer path.
fn diameter_of_component(graph: &Projection, node: u32) -> usize {
    let mut search = Search::new(&graph.undirected);
    let centre = centre(graph, &mut search, node);
    search.run(centre);
    let (_, radius) = search.farthest();
    let mut rings: Vec<Vec<u32>> = vec![Vec::new(); radius as usize + 1];
    for node in graph.nodes() {
        if let Some(ring) = rings.get_mut(search.hops[node] as usize) {
            ring.push(node);
        }
    }
    let mut longest = radius as usize;
    while let Some(ring) = rings.pop() {
        let hops = rings.len();
        if longest >= 2 * hops {
            break;
        }
        let farthest = search_from_each(ring.into_par_iter(), &graph.undirected, |search| {
            search.farthest().1 as usize
        });
        longest = farthest.into_iter().fold(longest, usize::max);
    }
    longest
}

/// A node halfway between two that are far apart.
fn centre(graph: &Projection, search: &mut Search<'_>, node: u32) -> u32 {
    search.run(node);
    let (one_end, _) = search.farthest();
    search.run(one_end);
    let (mut centre, hops) = search.farthest();
    for nearer in (hops.div_ceil(2)..hops).rev() {
        let mut neighbours = graph.neighbours(centre).iter().copied();
        let back = neighbours.find(|&next| search.hops[next] == nearer);
        centre = back.unwrap_or(centre);
    }
    centre
}

/// The results of `value` for the search from each source, in the order of the sources.
fn search_from_each<T: Send>(
    sources: impl IndexedParallelIterator<Item = u32>,
    edges: &Rows,
    value: impl Fn(&Search<'_>) -> T + Sync + Send,
) -> Vec<T> {
    sources
        .with_min_len(SEARCHES_OF_A_THREAD)
        .map_init(
            || Search::new(edges),
            |search, source| {
                search.run(source);
                value(search)
            },
        )
        .collect()
}

/// Breadth-first searches from one source after another.
struct Search<'a> {
    edges: &'a Rows,
    /// The distance of each node from the last source; [`u32::MAX`] if it was not reached.
    hops: PerNode<u32>,
    /// The nodes that were reached, by distance; the source first.
    reached: Vec<u32>,
}

impl<'a> Search<'a> {
    fn new(edges: &'a Rows) -> Self {
        Self {
            edges,
            hops: PerNode::all(edges.node_count(), u32::MAX),
            reached: Vec::with_capacity(edges.node_count()),
        }
    }

    fn run(&mut self, source: u32) {
        for node in self.reached.drain(..) {
            self.hops[node] = u32::MAX;
        }
        self.hops[source] = 0;
        self.reached.push(source);
        let mut next_up = 0;
        while let Some(&node) = self.reached.get(next_up) {
            next_up += 1;
            let hops = self.hops[node] + 1;
            for &next in self.edges.neighbors_slice(node) {
                if self.hops[next] == u32::MAX {
                    self.hops[next] = hops;
                    self.reached.push(next);
                }
            }
        }
    }

    /// The distances of the nodes that were reached, without the source.
    fn distances(&self) -> impl Iterator<Item = u32> {
        self.reached.iter().skip(1).map(|&node| self.hops[node])
    }

    /// The node that was reached last, and its distance.
    fn farthest(&self) -> (u32, u32) {
        let last = self.reached.last();
        last.map_or((0, 0), |&node| (node, self.hops[node]))
    }
}
