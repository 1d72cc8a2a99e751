//! Which nodes are neighbours, and the shortest ways among them.

use std::collections::{BTreeSet, VecDeque};

use oxigraph::model::NamedNode;
use petgraph::graph::DiGraph;

use super::Edge;

/// The neighbours of each node, each once, in the order of their indices.
pub struct Adjacency(Vec<Vec<usize>>);

/// A way that may be among the shortest: its length, its nodes, and the place where it leaves the way of which it is a
/// variant. In this order candidates stand.
type Candidate = (usize, Vec<usize>, usize);

impl Adjacency {
    pub(crate) fn of(graph: &DiGraph<NamedNode, Edge>) -> Self {
        let neighbours = graph.node_indices().map(|node| {
            let all = graph.neighbors_undirected(node);
            let mut others: Vec<usize> = all
                .filter(|other| *other != node)
                .map(petgraph::graph::NodeIndex::index)
                .collect();
            others.sort_unstable();
            others.dedup();
            others
        });
        Self(neighbours.collect())
    }

    /// The shortest simple ways, each as its nodes; by length, then by the indices of the nodes.
    pub(crate) fn shortest(
        &self,
        from: usize,
        to: usize,
        most: usize,
        hops: usize,
    ) -> Vec<Vec<usize>> {
        if from == to || most == 0 {
            return Vec::new();
        }
        let mut found: Vec<Vec<usize>> = Vec::new();
        let mut candidates: BTreeSet<Candidate> = BTreeSet::new();
        let mut closed = vec![false; self.0.len()];
        let first = self.shortest_one(from, to, hops, &BTreeSet::new(), &closed);
        candidates.extend(first.map(|nodes| (nodes.len(), nodes, 0)));
        while let Some((_, nodes, left_at)) = candidates.pop_first() {
            found.push(nodes);
            if found.len() == most {
                break;
            }
            self.add_variants(&found, left_at, hops, &mut closed, &mut candidates);
        }
        found
    }

    /// Adds the shortest variants of the way found last, one for each node at which a way may leave it. Before the
    /// place where it is itself a variant of another way, that way was varied already.
    fn add_variants(
        &self,
        found: &[Vec<usize>],
        left_at: usize,
        hops: usize,
        closed: &mut [bool],
        candidates: &mut BTreeSet<Candidate>,
    ) {
        let Some((nodes, to)) = found.last().and_then(|nodes| Some((nodes, *nodes.last()?))) else {
            return;
        };
        for (place, spur) in nodes.iter().copied().enumerate() {
            let root = nodes.get(..=place).unwrap_or_default();
            if place >= left_at && spur != to {
                let taken = found.iter().filter(|way| way.starts_with(root));
                let taken = taken
                    .filter_map(|way| way.get(place + 1).copied())
                    .collect();
                let rest = self.shortest_one(spur, to, hops.saturating_sub(place), &taken, closed);
                candidates.extend(rest.map(|rest| {
                    let before = root.split_last().map_or(&[][..], |(_, before)| before);
                    let way = [before, &rest].concat();
                    (way.len(), way, place)
                }));
            }
            // A variant that leaves the way later has passed this node.
            close(closed, spur, true);
        }
        for node in nodes {
            close(closed, *node, false);
        }
    }

    /// The shortest way whose first step leads to none of the nodes that are `taken`, and that passes none that is
    /// closed: of several the one with the smallest indices.
    ///
    /// The search goes from the end to the beginning, so that each step of the way can then choose the smallest index
    /// among those that come nearer.
    fn shortest_one(
        &self,
        from: usize,
        to: usize,
        hops: usize,
        taken: &BTreeSet<usize>,
        closed: &[bool],
    ) -> Option<Vec<usize>> {
        let is_open = |node: usize| closed.get(node) == Some(&false);
        let mut first_steps = self.neighbours(from).iter();
        first_steps.find(|node| is_open(**node) && !taken.contains(node))?;
        let mut distances = vec![usize::MAX; self.0.len()];
        *distances.get_mut(to)? = 0;
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
                if let Some(known) = distances.get_mut(next).filter(|_| is_open(next))
                    && *known == usize::MAX
                {
                    *known = distance + 1;
                    frontier.push_back((next, distance + 1));
                }
            }
        };
        let mut way = vec![from];
        let mut here = from;
        for left in (0..length).rev() {
            let comes_nearer = |next: &&usize| {
                distances.get(**next) == Some(&left) && (here != from || !taken.contains(next))
            };
            here = *self.neighbours(here).iter().find(comes_nearer)?;
            way.push(here);
        }
        Some(way)
    }

    fn neighbours(&self, node: usize) -> &[usize] {
        self.0.get(node).map(Vec::as_slice).unwrap_or_default()
    }
}

fn close(closed: &mut [bool], node: usize, is_closed: bool) {
    if let Some(known) = closed.get_mut(node) {
        *known = is_closed;
    }
}
