//! Core number: how deep in the dense part of the network a node lies.

use crate::network::Projection;
use crate::network::projection::PerNode;

/// For each node the greatest `k` such that it belongs to the `k`-core.
///
/// *Definition:* the `k`-core is what is left when nodes with fewer than `k` neighbours are taken away until there is none.
/// *Source:* S. B. Seidman, “Network structure and minimum degree”, Social Networks 5 (1983); computed as in V. Batagelj,
/// M. Zaveršnik, “An O(m) algorithm for cores decomposition of networks” (2003).
///
/// # Arguments
/// * `graph`: its directions and weights are set aside.
///
/// # Returns
/// The core numbers in the order of the nodes, 0 for a node without ties; nothing for the empty graph.
///
/// # Complexity
/// Time and space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::core_number;
///
/// let kite = Projection::from_ties(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0), (2, 3, 1.0)])?;
/// assert_eq!(core_number(&kite), [2, 2, 2, 1]);
/// assert!(core_number(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn core_number(graph: &Projection) -> Vec<usize> {
    let mut left: PerNode<usize> = super::degree(graph).into();
    let mut taken = PerNode::all(graph.node_count(), false);
    let most = left.iter().max().map_or(0, |most| most + 1);
    // A node stands among those with as many neighbours left; where it lost one since, it stands once more, below.
    let mut waiting: Vec<Vec<u32>> = vec![Vec::new(); most];
    for node in graph.nodes() {
        put(&mut waiting, left[node], node);
    }
    for core in 0..most {
        while let Some(node) = waiting.get_mut(core).and_then(Vec::pop) {
            if taken[node] || left[node] != core {
                continue;
            }
            taken[node] = true;
            for &next in graph.neighbours(node) {
                if !taken[next] && left[next] > core {
                    left[next] -= 1;
                    put(&mut waiting, left[next], next);
                }
            }
        }
    }
    left.into_vec()
}

fn put(waiting: &mut [Vec<u32>], left: usize, node: u32) {
    if let Some(nodes) = waiting.get_mut(left) {
        nodes.push(node);
    }
}
