//! Betweenness: how often a node lies on the way between others.

use std::num::NonZeroUsize;

use super::each_source;
use crate::network::Projection;
use crate::network::projection::PerNode;

/// The share of the shortest ways between others that lead through each node.
///
/// *Definition:* `b(v)` is the mean, over all ordered pairs of others `s ≠ t`, of the share of the shortest paths from
/// `s` to `t` on which `v` lies; a pair without a path adds 0.
/// *Source:* L. C. Freeman, “A set of measures of centrality based on betweenness”, Sociometry 40 (1977); computed as in
/// U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001).
///
/// # Arguments
/// * `graph`: paths follow the ties; their weights are set aside, and a path is as long as it has ties.
/// * `threads`: how many share the work. The result has the same bits whatever their number.
///
/// # Returns
/// The shares in the order of the nodes, from 0 to 1; nothing for the empty graph, and 0 where there are no two others.
/// Where there are more shortest paths than a number can count (10³⁰⁸), a share is no number.
///
/// # Complexity
/// Time **O(|V||E|)**, space **O(|V|)** for each thread, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use std::num::NonZeroUsize;
///
/// use bilateral::network::Projection;
/// use bilateral::network::measures::betweenness;
///
/// let path = Projection::from_ties(3, [(0, 1, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(betweenness(&path, NonZeroUsize::MIN), [0.0, 0.5, 0.0]);
/// let empty = Projection::from_ties(0, [])?;
/// assert!(betweenness(&empty, NonZeroUsize::MIN).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn betweenness(graph: &Projection, threads: NonZeroUsize) -> Vec<f64> {
    let sums = each_source::sum(graph.nodes(), threads, || {
        let mut search = Search::new(graph);
        move |source, sums: &mut [f64]| search.add_from(source, sums)
    });
    of_pairs(sums)
}

/// Each sum over pairs of others as a mean.
pub fn of_pairs(mut sums: Vec<f64>) -> Vec<f64> {
    // Numbers of nodes are far below 2⁵³.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a projection has fewer than 2³² nodes"
    )]
    let nodes = sums.len() as f64;
    let pairs = (nodes - 1.0) * (nodes - 2.0);
    if pairs > 0.0 {
        for sum in &mut sums {
            *sum /= pairs;
        }
    }
    sums
}

/// What is known of a node while paths from one source are followed.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// How many shortest paths lead here from the source.
    paths: f64,
    /// What all nodes behind this one depend on it, for each path.
    share: f64,
    /// How many ties lie between; [`u32::MAX`] for what is not reached.
    hops: u32,
}

const UNREACHED: Place = Place {
    paths: 0.0,
    share: 0.0,
    hops: u32::MAX,
};

/// A search from one source after the other.
struct Search<'a> {
    graph: &'a Projection,
    places: PerNode<Place>,
    reached: Vec<u32>,
}

impl<'a> Search<'a> {
    fn new(graph: &'a Projection) -> Self {
        Self {
            graph,
            places: PerNode::all(graph.node_count(), UNREACHED),
            reached: Vec::with_capacity(graph.node_count()),
        }
    }

    /// Adds what the paths from a source depend on each node.
    fn add_from(&mut self, source: u32, sums: &mut [f64]) {
        self.count_paths(source);
        // Backwards, so that all nodes behind one are done before it.
        for &node in self.reached.iter().rev() {
            let Place { paths, hops, .. } = self.places[node];
            let mut behind = 0.0;
            for &next in self.graph.successors(node) {
                let next = &self.places[next];
                if next.hops == hops + 1 {
                    behind += next.share;
                }
            }
            let dependency = paths * behind;
            self.places[node].share = (1.0 + dependency) / paths;
            if node != source
                && let Some(sum) = sums.get_mut(node as usize)
            {
                *sum += dependency;
            }
        }
    }

    /// Finds all nodes in the order of their distance from the source, and counts the shortest paths to each.
    fn count_paths(&mut self, source: u32) {
        for node in self.reached.drain(..) {
            self.places[node] = UNREACHED;
        }
        self.places[source] = Place {
            paths: 1.0,
            share: 0.0,
            hops: 0,
        };
        self.reached.push(source);
        let mut at = 0;
        while let Some(&node) = self.reached.get(at) {
            at += 1;
            let Place { paths, hops, .. } = self.places[node];
            for &next in self.graph.successors(node) {
                let place = &mut self.places[next];
                if place.hops == u32::MAX {
                    place.hops = hops + 1;
                    self.reached.push(next);
                }
                if place.hops == hops + 1 {
                    place.paths += paths;
                }
            }
        }
    }
}
