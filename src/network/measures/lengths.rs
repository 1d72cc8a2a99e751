//! How long a tie is, and how far one node lies from another along lengths.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::network::Projection;
use crate::network::projection::PerNode;

/// The length of a tie: twice the weight is half as far; a tie of weight 0 leads nowhere.
pub fn length(weight: f64) -> f64 {
    1.0 / weight
}

/// A node that can be reached, the nearest first; among equally near ones the one with the lower number.
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

/// What is known of a node on the way from one source.
#[derive(Debug, Clone, Copy)]
pub struct Stop {
    /// The length of the shortest path to it.
    pub(crate) distance: f64,
    /// How many paths have this length.
    pub(crate) paths: f64,
    /// The how manieth it was reached for good, from 0; [`usize::MAX`] before that.
    pub(crate) place: usize,
}

const UNREACHED: Stop = Stop {
    distance: f64::INFINITY,
    paths: 0.0,
    place: usize::MAX,
};

/// Searches along lengths from one source after the other, as E. W. Dijkstra (1959) does.
pub struct Search<T> {
    ties: T,
    heap: BinaryHeap<Reachable>,
    /// What is known of each node.
    pub(crate) stops: PerNode<Stop>,
    /// The nodes in the order in which they were reached for good.
    pub(crate) reached: Vec<u32>,
}

impl<I, T> Search<T>
where
    I: Iterator<Item = (u32, f64)>,
    T: Fn(u32) -> I,
{
    /// A search that goes from a node to those that `ties` gives with their weights.
    pub(crate) fn new(graph: &Projection, ties: T) -> Self {
        Self {
            ties,
            heap: BinaryHeap::new(),
            stops: PerNode::all(graph.node_count(), UNREACHED),
            reached: Vec::new(),
        }
    }

    /// Finds the distance of all nodes that can be reached from a source, and the number of shortest paths to each.
    ///
    /// Paths are equally short where their lengths, added up from the source on, are the same number.
    pub(crate) fn run(&mut self, source: u32) {
        self.stops.reset(UNREACHED);
        self.reached.clear();
        self.heap.clear();
        self.stops[source] = Stop {
            distance: 0.0,
            paths: 1.0,
            ..UNREACHED
        };
        self.heap.push(Reachable {
            distance: 0.0,
            node: source,
        });
        while let Some(Reachable { node, .. }) = self.heap.pop() {
            if self.stops[node].place == usize::MAX {
                self.stops[node].place = self.reached.len();
                self.reached.push(node);
                self.go_on_from(node);
            }
        }
    }

    fn go_on_from(&mut self, node: u32) {
        let Stop {
            distance, paths, ..
        } = self.stops[node];
        for (next, weight) in (self.ties)(node) {
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
