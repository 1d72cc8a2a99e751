//! Triangles: three nodes that are all tied to each other.

use crate::network::Projection;
use crate::network::projection::PerNode;

/// In how many triangles each node stands, direction set aside.
///
/// Each triangle is found once, from its corner with the fewest neighbours: time **O(|E|^1.5)** as in M. Latapy,
/// “Main-memory triangle computations for very large (sparse (power-law)) graphs” (2008).
pub fn triangles(graph: &Projection) -> PerNode<u64> {
    let rank = |node: u32| (graph.neighbours(node).len(), node);
    let ahead: Vec<Vec<u32>> = graph
        .nodes()
        .map(|node| {
            let neighbours = graph.neighbours(node).iter().copied();
            neighbours.filter(|&next| rank(next) > rank(node)).collect()
        })
        .collect();
    let ahead = PerNode::from(ahead);
    let mut found = PerNode::all(graph.node_count(), 0);
    // The node whose neighbours are looked at; none is `u32::MAX`, since there are fewer than 2³² nodes.
    let mut seen_from = PerNode::all(graph.node_count(), u32::MAX);
    for first in graph.nodes() {
        for &next in &ahead[first] {
            seen_from[next] = first;
        }
        for &second in &ahead[first] {
            for &third in &ahead[second] {
                if seen_from[third] == first {
                    found[first] += 1;
                    found[second] += 1;
                    found[third] += 1;
                }
            }
        }
    }
    found
}

/// How many pairs a number of neighbours make.
pub fn pairs(neighbours: usize) -> u64 {
    let neighbours = neighbours as u64;
    neighbours * neighbours.saturating_sub(1) / 2
}
