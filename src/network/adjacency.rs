//! Neighbour lists, and the k shortest paths in them.

use std::collections::{BTreeSet, VecDeque};

use oxigraph::model::NamedNode;
use petgraph::graph::{DiGraph, NodeIndex};

use super::edge::Edge;

/// The distinct neighbours of each node, ignoring direction and self-loops, in the order of their indices.
pub struct Adjacency(Vec<Vec<usize>>);

/// A candidate for the shortest paths, ordered by length, then by its nodes; with the position at which it deviates
/// from the path that it is a variant of.
type Candidate = (usize, Vec<usize>, usize);

#[expect(
    clippy::indexing_slicing,
    reason = "all nodes of a search are indices of one graph"
)]
impl Adjacency {
    pub fn of(graph: &DiGraph<NamedNode, Edge>) -> Self {
        let neighbours = graph.node_indices().map(|node| {
            let others = graph.neighbors_undirected(node);
            let others = others.filter(|other| *other != node);
            let mut others: Vec<usize> = others.map(NodeIndex::index).collect();
            others.sort_unstable();
            others.dedup();
            others
        });
        Self(neighbours.collect())
    }

    /// The `count` shortest simple paths of at most `hops` edges, each as its nodes: by length, then by the indices of
    /// their nodes. Yen's algorithm with Lawler's improvement.
    pub fn shortest(&self, from: usize, to: usize, count: usize, hops: usize) -> Vec<Vec<usize>> {
        if from == to || count == 0 {
            return Vec::new();
        }
        let mut paths: Vec<Vec<usize>> = Vec::new();
        let mut candidates: BTreeSet<Candidate> = BTreeSet::new();
        let mut closed = vec![false; self.0.len()];
        let first = self.shortest_one(from, to, hops, &BTreeSet::new(), &closed);
        candidates.extend(first.map(|nodes| (nodes.len(), nodes, 0)));
        while let Some((_, nodes, deviation)) = candidates.pop_first() {
            paths.push(nodes);
            if paths.len() == count {
                break;
            }
            self.add_variants(&paths, deviation, hops, &mut closed, &mut candidates);
        }
        paths
    }

    /// Adds the shortest variant of the last path for each node at which a path may deviate from it. The nodes before
    /// its own `deviation` were tried with the path that it is a variant of.
    fn add_variants(
        &self,
        paths: &[Vec<usize>],
        deviation: usize,
        hops: usize,
        closed: &mut [bool],
        candidates: &mut BTreeSet<Candidate>,
    ) {
        let Some([before @ .., to]) = paths.last().map(Vec::as_slice) else {
            return;
        };
        for (place, spur) in before.iter().copied().enumerate() {
            let (root, _) = before.split_at(place);
            if place >= deviation {
                let same_root = paths.iter().filter(|path| path.starts_with(root));
                let same_root = same_root.filter(|path| path.get(place) == Some(&spur));
                let taken = same_root.filter_map(|path| path.get(place + 1).copied());
                let left = hops.saturating_sub(place);
                let rest = self.shortest_one(spur, *to, left, &taken.collect(), closed);
                candidates.extend(rest.map(|rest| {
                    let path = [root, &rest].concat();
                    (path.len(), path, place)
                }));
            }
            // A variant that deviates later has passed this node.
            closed[spur] = true;
        }
        for node in before {
            closed[*node] = false;
        }
    }

    /// The shortest path that avoids closed nodes and whose first step avoids the `taken` nodes; of several, the one
    /// with the smallest indices.
    ///
    /// The search runs backward from the target, so that each step of the path can choose the smallest index among the
    /// neighbours nearer to the target.
    fn shortest_one(
        &self,
        from: usize,
        to: usize,
        hops: usize,
        taken: &BTreeSet<usize>,
        closed: &[bool],
    ) -> Option<Vec<usize>> {
        let is_open = |node: usize| !closed[node];
        let mut first_steps = self.neighbours(from).iter();
        first_steps.find(|node| is_open(**node) && !taken.contains(node))?;
        let mut distances = vec![usize::MAX; self.0.len()];
        distances[to] = 0;
        let mut frontier = VecDeque::from([(to, 0)]);
        let length = loop {
            let (node, distance) = frontier.pop_front()?;
            if distance == hops {
                return None;
            }
            let neighbours = self.neighbours(node);
            if neighbours.binary_search(&from).is_ok() && !taken.contains(&node) {
                break distance + 1;
            }
            for next in neighbours.iter().copied().filter(|next| *next != from) {
                if is_open(next) && distances[next] == usize::MAX {
                    distances[next] = distance + 1;
                    frontier.push_back((next, distance + 1));
                }
            }
        };
        let mut path = vec![from];
        let mut node = from;
        for left in (0..length).rev() {
            let is_nearer = |next: &&usize| {
                distances[**next] == left && (node != from || !taken.contains(next))
            };
            node = *self.neighbours(node).iter().find(is_nearer)?;
            path.push(node);
        }
        Some(path)
    }

    fn neighbours(&self, node: usize) -> &[usize] {
        &self.0[node]
    }
}
