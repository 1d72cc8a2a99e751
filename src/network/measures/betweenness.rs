//! Betweenness: how many shortest paths pass through a node, counted in edges or by weight.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use crate::network::per_node::PerNode;
use crate::network::projection::Projection;

/// Sources whose contributions one thread adds up. Sums are rounded block by block, so this number is part of the result.
const BLOCK: usize = 32;
/// Blocks for each thread before their sums are added to the total: more even out the load, fewer save memory.
const BLOCKS_OF_A_THREAD: usize = 4;

/// Returns the share of the shortest paths between other nodes that pass through each node.
///
/// *Definition:* `b(v)` is the mean, over all ordered pairs of other nodes `s ≠ t`, of the share of the shortest paths from
/// `s` to `t` that pass through `v`; a pair without a path adds 0.
/// *Source:* L. C. Freeman, “A set of measures of centrality based on betweenness”, Sociometry 40 (1977); computed as in
/// U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001).
///
/// # Arguments
/// * `graph`: paths follow the direction of edges; weights are ignored.
///
/// # Returns
/// Shares from 0 to 1 in the order of the nodes, with the same bits for any number of threads; 0 for fewer than three
/// nodes, not a number where more than 10³⁰⁸ shortest paths exist. Empty for the empty graph.
///
/// # Complexity
/// Time **O(|V||E|)**, shared among the threads of rayon's pool; space **O(|V|)** for each thread, where **|V|** is the
/// number of nodes and **|E|** of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::betweenness;
///
/// let path = Projection::from_ties(3, [(0, 1, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(betweenness(&path), [0.0, 0.5, 0.0]);
/// assert!(betweenness(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn betweenness(graph: &Projection) -> Vec<f64> {
    mean_dependencies(graph, || HopSearch {
        graph,
        stops: PerNode::all(graph.node_count(), HopStop::UNREACHED),
        reached: Vec::with_capacity(graph.node_count()),
    })
}

/// Returns the share of the shortest paths between other nodes that pass through each node, where heavy edges are short.
///
/// *Definition:* as [`betweenness`], but an edge of weight `w` has the length `1 / w`, and one of weight 0 leads nowhere.
/// Paths are equally short if their lengths, added up from the source, are the same floating-point number.
/// *Source:* U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001);
/// lengths as in M. E. J. Newman, “Scientific collaboration networks. II”, Physical Review E 64 (2001).
///
/// # Arguments
/// * `graph`: paths follow the direction of edges.
///
/// # Returns
/// As [`betweenness`].
///
/// # Complexity
/// Time **O(|V||E| log |V|)**, shared among the threads of rayon's pool; space **O(|V| + |E|)** for each thread, where
/// **|V|** is the number of nodes and **|E|** of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::weighted_betweenness;
///
/// // The two heavy edges through 1 are shorter than the light one.
/// let detour = Projection::from_ties(3, [(0, 1, 4.0), (1, 2, 4.0), (0, 2, 1.0)])?;
/// assert_eq!(weighted_betweenness(&detour), [0.0, 0.5, 0.0]);
/// assert!(weighted_betweenness(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn weighted_betweenness(graph: &Projection) -> Vec<f64> {
    mean_dependencies(graph, || LengthSearch {
        graph,
        stops: PerNode::all(graph.node_count(), LengthStop::UNREACHED),
        reached: Vec::with_capacity(graph.node_count()),
        heap: BinaryHeap::new(),
    })
}

/// Brandes' algorithm for one source after another.
trait Search: Send {
    /// Adds the dependency of a source on each node: the sum, over all targets, of the share of the shortest paths from
    /// the source to the target that pass through the node.
    fn add_dependencies(&mut self, source: u32, sums: &mut PerNode<f64>);
}

/// The mean dependency on each node of all ordered pairs of other nodes.
///
/// Blocks of sources run in parallel, and their sums are added in order: the result has the same bits for any number of
/// threads.
fn mean_dependencies<S: Search>(graph: &Projection, search: impl Fn() -> S) -> Vec<f64> {
    let sources: Vec<u32> = graph.nodes().collect();
    let blocks: Vec<&[u32]> = sources.chunks(BLOCK).collect();
    let zeros = PerNode::all(graph.node_count(), 0.0);
    let workers = blocks
        .iter()
        .take(rayon::current_num_threads() * BLOCKS_OF_A_THREAD)
        .map(|_| (search(), zeros.clone()));
    let mut workers: Vec<(S, PerNode<f64>)> = workers.collect();
    let mut total = zeros;
    for round in blocks.chunks(workers.len().max(1)) {
        let busy = workers.par_iter_mut().zip(round);
        busy.for_each(|((search, sums), block)| {
            sums.fill(0.0);
            for &source in *block {
                search.add_dependencies(source, sums);
            }
        });
        for (_, sums) in workers.iter().take(round.len()) {
            for (total, sum) in total.iter_mut().zip(sums.iter()) {
                *total += sum;
            }
        }
    }
    let nodes = f64::from(graph.nodes().end);
    let pairs = (nodes - 1.0) * (nodes - 2.0);
    let mean = |sum: f64| if pairs > 0.0 { sum / pairs } else { sum };
    total.into_vec().into_iter().map(mean).collect()
}

/// A breadth-first search: distances are counted in edges.
struct HopSearch<'a> {
    graph: &'a Projection,
    stops: PerNode<HopStop>,
    /// The nodes that were reached, by distance.
    reached: Vec<u32>,
}

/// A node on the way from the source.
#[derive(Debug, Clone, Copy)]
struct HopStop {
    /// The number of shortest paths from the source.
    paths: f64,
    /// One plus the dependency of the source on the node, for each of these paths.
    share: f64,
    /// The distance from the source; [`u32::MAX`] if the node was not reached.
    hops: u32,
}

impl HopStop {
    const UNREACHED: Self = Self {
        paths: 0.0,
        share: 0.0,
        hops: u32::MAX,
    };
}

impl HopSearch<'_> {
    fn count_paths(&mut self, source: u32) {
        for node in self.reached.drain(..) {
            self.stops[node] = HopStop::UNREACHED;
        }
        self.stops[source] = HopStop {
            paths: 1.0,
            share: 0.0,
            hops: 0,
        };
        self.reached.push(source);
        let mut next_up = 0;
        while let Some(&node) = self.reached.get(next_up) {
            next_up += 1;
            let HopStop { paths, hops, .. } = self.stops[node];
            for &next in self.graph.successors(node) {
                let stop = &mut self.stops[next];
                if stop.hops == u32::MAX {
                    stop.hops = hops + 1;
                    self.reached.push(next);
                }
                if stop.hops == hops + 1 {
                    stop.paths += paths;
                }
            }
        }
    }
}

impl Search for HopSearch<'_> {
    fn add_dependencies(&mut self, source: u32, sums: &mut PerNode<f64>) {
        self.count_paths(source);
        // Backward, so that all nodes behind a node are done before it.
        for &node in self.reached.iter().rev() {
            let HopStop { paths, hops, .. } = self.stops[node];
            let mut behind = 0.0;
            for &next in self.graph.successors(node) {
                let next = &self.stops[next];
                if next.hops == hops + 1 {
                    behind += next.share;
                }
            }
            let dependency = paths * behind;
            self.stops[node].share = (1.0 + dependency) / paths;
            if node != source {
                sums[node] += dependency;
            }
        }
    }
}

/// Dijkstra's algorithm: distances are sums of lengths.
struct LengthSearch<'a> {
    graph: &'a Projection,
    stops: PerNode<LengthStop>,
    /// The nodes whose distance is final, by distance.
    reached: Vec<u32>,
    heap: BinaryHeap<Reachable>,
}

/// A node on the way from the source.
#[derive(Debug, Clone, Copy)]
struct LengthStop {
    distance: f64,
    /// The number of shortest paths from the source.
    paths: f64,
    /// One plus the dependency of the source on the node, for each of these paths.
    share: f64,
    /// The position among the nodes whose distance is final; [`usize::MAX`] before that.
    place: usize,
}

impl LengthStop {
    const UNREACHED: Self = Self {
        distance: f64::INFINITY,
        paths: 0.0,
        share: 0.0,
        place: usize::MAX,
    };
}

/// A node in the heap: the nearest first, among equals the one with the lowest number.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Reachable {
    distance: f64,
    node: u32,
}

impl Eq for Reachable {}

impl Ord for Reachable {
    fn cmp(&self, other: &Self) -> Ordering {
        let distance = other.distance.total_cmp(&self.distance);
        distance.then(other.node.cmp(&self.node))
    }
}

impl PartialOrd for Reachable {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The length of an edge.
fn length(weight: f64) -> f64 {
    1.0 / weight
}

impl LengthSearch<'_> {
    fn count_paths(&mut self, source: u32) {
        self.stops.fill(LengthStop::UNREACHED);
        self.reached.clear();
        self.stops[source].distance = 0.0;
        self.stops[source].paths = 1.0;
        self.heap.push(Reachable {
            distance: 0.0,
            node: source,
        });
        while let Some(Reachable { node, .. }) = self.heap.pop() {
            if self.stops[node].place == usize::MAX {
                self.stops[node].place = self.reached.len();
                self.reached.push(node);
                self.relax_edges(node);
            }
        }
    }

    fn relax_edges(&mut self, node: u32) {
        let LengthStop {
            distance, paths, ..
        } = self.stops[node];
        for (next, weight) in self.graph.out_edges(node) {
            let distance = distance + length(weight);
            let stop = &mut self.stops[next];
            if stop.place != usize::MAX || !distance.is_finite() {
                continue;
            }
            match distance.total_cmp(&stop.distance) {
                Ordering::Less => {
                    stop.distance = distance;
                    stop.paths = paths;
                    self.heap.push(Reachable {
                        distance,
                        node: next,
                    });
                }
                Ordering::Equal => stop.paths += paths,
                Ordering::Greater => {}
            }
        }
    }
}

impl Search for LengthSearch<'_> {
    fn add_dependencies(&mut self, source: u32, sums: &mut PerNode<f64>) {
        self.count_paths(source);
        // Backward, so that all nodes behind a node are done before it.
        for &node in self.reached.iter().rev() {
            let stop = self.stops[node];
            let mut behind = 0.0;
            for (next, weight) in self.graph.out_edges(node) {
                let next = &self.stops[next];
                let distance = stop.distance + length(weight);
                let is_behind = next.place != usize::MAX && next.place > stop.place;
                if is_behind && distance.total_cmp(&next.distance).is_eq() {
                    behind += next.share;
                }
            }
            let dependency = stop.paths * behind;
            self.stops[node].share = (1.0 + dependency) / stop.paths;
            if node != source {
                sums[node] += dependency;
            }
        }
    }
}
