//! Components: the parts into which the network falls.

use std::cmp::Reverse;

use petgraph::algo::kosaraju_scc;
use petgraph::unionfind::UnionFind;
use petgraph::visit::{EdgeRef, IntoEdgeReferences};

use crate::network::Projection;
use crate::network::projection::PerNode;

/// The parts of the network between which there is no tie, whatever the direction.
///
/// *Definition:* two nodes are in one part where a chain of ties leads from one to the other, direction set aside.
/// *Source:* F. Harary, R. Z. Norman, D. Cartwright, “Structural Models” (1965), chapter 3; joined by petgraph's
/// union–find.
///
/// # Arguments
/// * `graph`: its directions and weights are set aside.
///
/// # Returns
/// The nodes of each part, ascending; the largest part first, among equals the one with the lowest node. No part for the
/// empty graph.
///
/// # Complexity
/// Time **O(|V| log |V| + |E| α(|V|))**, space **O(|V|)**, where **|V|** is the number of nodes, **|E|** of ties, and **α**
/// Ackermann's function turned around.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::weak_components;
///
/// let graph = Projection::from_ties(4, [(3, 1, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(weak_components(&graph), [vec![1, 2, 3], vec![0]]);
/// assert!(weak_components(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn weak_components(graph: &Projection) -> Vec<Vec<usize>> {
    let mut without_isolated: UnionFind<u32> = UnionFind::new(graph.node_count());
    for tie in graph.pairs().edge_references() {
        without_isolated.union(tie.source(), tie.target());
    }
    let mut parts: PerNode<Vec<usize>> = PerNode::all(graph.node_count(), Vec::new());
    for (node, part) in without_isolated.into_labeling().into_iter().enumerate() {
        parts[part].push(node);
    }
    sorted(parts.into_vec())
}

/// The parts of the network in which everybody can reach everybody along the ties.
///
/// *Definition:* two nodes are in one part where a path of ties leads from each to the other.
/// *Source:* F. Harary, R. Z. Norman, D. Cartwright, “Structural Models” (1965), chapter 3; found by petgraph's version of
/// Kosaraju's algorithm, which does not recurse.
///
/// # Arguments
/// * `graph`: its weights are set aside.
///
/// # Returns
/// The nodes of each part, ascending; the largest part first, among equals the one with the lowest node. No part for the
/// empty graph.
///
/// # Complexity
/// Time **O(|V| log |V| + |E|)**, space **O(|V|)**, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::strong_components;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 2, 1.0), (2, 1, 1.0)])?;
/// assert_eq!(strong_components(&graph), [vec![1, 2], vec![0]]);
/// assert!(strong_components(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn strong_components(graph: &Projection) -> Vec<Vec<usize>> {
    let parts = kosaraju_scc(graph).into_iter();
    sorted(
        parts
            .map(|part| part.into_iter().map(|node| node as usize).collect())
            .collect(),
    )
}

fn sorted(mut parts: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    parts.retain(|part| !part.is_empty());
    for part in &mut parts {
        part.sort_unstable();
    }
    parts.sort_by_key(|part| (Reverse(part.len()), part.first().copied()));
    parts
}
