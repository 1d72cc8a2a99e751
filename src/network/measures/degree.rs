//! Degree, strength, PageRank and core number: how a node is placed by its edges.

use crate::network::edge::saturating_sum;
use crate::network::per_node::PerNode;
use crate::network::projection::Projection;

/// The probability of following an edge in [`pagerank`]; otherwise the walk restarts at any node.
const DAMPING: f64 = 0.85;
/// The walk ends when a step changes all ranks together by less.
const TOLERANCE: f64 = 1e-13;
/// Far more steps than the damping ever needs.
const MAX_STEPS: usize = 1_000;

/// Returns the number of neighbours of each node.
///
/// *Definition:* `k(v)` is the number of nodes other than `v` with an edge from or to `v`.
/// *Source:* L. C. Freeman, “Centrality in social networks”, Social Networks 1 (1978).
///
/// # Arguments
/// * `graph`: directions and weights are ignored.
///
/// # Returns
/// The degrees in the order of the nodes, each less than the number of nodes. Empty for the empty graph.
///
/// # Complexity
/// Time and space **O(|V|)**, where **|V|** is the number of nodes.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::degree;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (2, 1, 1.0)])?;
/// assert_eq!(degree(&graph), [1, 2, 1]);
/// assert!(degree(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn degree(graph: &Projection) -> Vec<usize> {
    let nodes = graph.nodes();
    nodes.map(|node| graph.neighbours(node).len()).collect()
}

/// Returns the number of successors of each node.
///
/// As [`degree`], but counts only outgoing edges; a joint act is an outgoing edge of both.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::out_degree;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (2, 1, 1.0)])?;
/// assert_eq!(out_degree(&graph), [1, 1, 1]);
/// assert!(out_degree(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn out_degree(graph: &Projection) -> Vec<usize> {
    let nodes = graph.nodes();
    nodes.map(|node| graph.successors(node).len()).collect()
}

/// Returns the number of predecessors of each node.
///
/// As [`degree`], but counts only incoming edges; a joint act is an incoming edge of both.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::in_degree;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (2, 1, 1.0)])?;
/// assert_eq!(in_degree(&graph), [1, 2, 0]);
/// assert!(in_degree(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn in_degree(graph: &Projection) -> Vec<usize> {
    let nodes = graph.nodes();
    nodes.map(|node| graph.predecessors(node).len()).collect()
}

/// Returns the weight of all edges of each node.
///
/// *Definition:* `s(v)` is the sum of the weights of the edges between `v` and its neighbours; a joint act counts once.
/// *Source:* A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted
/// networks”, PNAS 101 (2004).
///
/// # Arguments
/// * `graph`: directions are ignored.
///
/// # Returns
/// The strengths in the order of the nodes, 0 or more, and at most [`f64::MAX`]. Empty for the empty graph.
///
/// # Complexity
/// Time **O(|V| + |E|)**, space **O(|V|)**, where **|V|** is the number of nodes and **|E|** of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::strength;
///
/// let graph = Projection::from_ties(3, [(0, 1, 2.0), (1, 0, 1.0), (2, 1, 0.5)])?;
/// assert_eq!(strength(&graph), [3.0, 3.5, 0.5]);
/// assert!(strength(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn strength(graph: &Projection) -> Vec<f64> {
    let nodes = graph.nodes();
    nodes
        .map(|node| sum(graph.undirected_edges(node)))
        .collect()
}

/// Returns the weight of the outgoing edges of each node.
///
/// As [`strength`], but adds up only outgoing edges; a joint act is an outgoing edge of both.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::out_strength;
///
/// let graph = Projection::from_ties(3, [(0, 1, 2.0), (1, 0, 1.0), (2, 1, 0.5)])?;
/// assert_eq!(out_strength(&graph), [2.0, 1.0, 0.5]);
/// assert!(out_strength(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn out_strength(graph: &Projection) -> Vec<f64> {
    let nodes = graph.nodes();
    nodes.map(|node| sum(graph.out_edges(node))).collect()
}

/// Returns the weight of the incoming edges of each node.
///
/// As [`strength`], but adds up only incoming edges; a joint act is an incoming edge of both.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::in_strength;
///
/// let graph = Projection::from_ties(3, [(0, 1, 2.0), (1, 0, 1.0), (2, 1, 0.5)])?;
/// assert_eq!(in_strength(&graph), [1.0, 2.5, 0.0]);
/// assert!(in_strength(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn in_strength(graph: &Projection) -> Vec<f64> {
    let nodes = graph.nodes();
    nodes.map(|node| sum(graph.in_edges(node))).collect()
}

fn sum(edges: impl Iterator<Item = (u32, f64)>) -> f64 {
    saturating_sum(edges.map(|(_, weight)| weight))
}

/// Returns the share of an endless random walk that each node sees.
///
/// *Definition:* the only solution of `p(v) = (1 − d) / n + d · (Σ p(u) · w(u, v) / s(u) + D / n)` with `d` = 0.85, where the
/// sum runs over the predecessors `u` of `v`, `w` is the weight of the edge, `s(u)` the out-strength of `u`, `n` the number
/// of nodes, and `D` the sum of `p` over nodes of out-strength 0, from which the walk restarts anywhere.
/// *Source:* S. Brin, L. Page, “The anatomy of a large-scale hypertextual Web search engine”, Computer Networks 30 (1998);
/// dangling nodes as in A. N. Langville, C. D. Meyer, “Google's PageRank and Beyond” (2006), section 4.5.
///
/// # Arguments
/// * `graph`: the walk follows the direction of edges, in proportion to their weights.
///
/// # Returns
/// Shares in the order of the nodes, which add up to 1, correct to about 10⁻¹². Empty for the empty graph.
///
/// # Complexity
/// Time **O(|V| + |E|)** for each of about 180 steps, space **O(|V|)**, where **|V|** is the number of nodes and **|E|** of
/// edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::pagerank;
///
/// let pair = Projection::from_ties(2, [(0, 1, 1.0), (1, 0, 5.0)])?;
/// assert!(pagerank(&pair).iter().all(|share| (share - 0.5).abs() < 1e-12));
/// assert!(pagerank(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn pagerank(graph: &Projection) -> Vec<f64> {
    let even = 1.0 / f64::from(graph.nodes().end);
    let strength: PerNode<f64> = out_strength(graph).into();
    let mut ranks = PerNode::all(graph.node_count(), even);
    // The rank that each node passes on for each unit of weight.
    let mut passed_on = PerNode::all(graph.node_count(), 0.0);
    for _ in 0..MAX_STEPS {
        let mut dangling = 0.0;
        for node in graph.nodes() {
            if strength[node] > 0.0 {
                passed_on[node] = ranks[node] / strength[node];
            } else {
                dangling += ranks[node];
            }
        }
        let everywhere = (1.0 - DAMPING) * even + DAMPING * dangling * even;
        let mut change = 0.0;
        for node in graph.nodes() {
            let walked = graph
                .in_edges(node)
                .fold(0.0, |sum, (from, weight)| sum + passed_on[from] * weight);
            let rank = everywhere + DAMPING * walked;
            change += (rank - ranks[node]).abs();
            ranks[node] = rank;
        }
        if change < TOLERANCE {
            break;
        }
    }
    ranks.into_vec()
}

/// Returns for each node the greatest `k` such that it belongs to the `k`-core.
///
/// *Definition:* the `k`-core is what remains after nodes with fewer than `k` neighbours are removed until none is left.
/// *Source:* S. B. Seidman, “Network structure and minimum degree”, Social Networks 5 (1983); computed as in V. Batagelj,
/// M. Zaveršnik, “An O(m) algorithm for cores decomposition of networks” (2003).
///
/// # Arguments
/// * `graph`: directions and weights are ignored.
///
/// # Returns
/// The core numbers in the order of the nodes, 0 for an isolated node. Empty for the empty graph.
///
/// # Complexity
/// Time and space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|** of edges.
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
    let mut left: PerNode<usize> = degree(graph).into();
    let mut removed = PerNode::all(graph.node_count(), false);
    let cores = left.iter().max().map_or(0, |highest| highest + 1);
    // Nodes by the number of neighbours left. A node that has lost one since is entered once more, further down.
    let mut waiting: Vec<Vec<u32>> = vec![Vec::new(); cores];
    for node in graph.nodes() {
        enter(&mut waiting, left[node], node);
    }
    for core in 0..cores {
        while let Some(node) = waiting.get_mut(core).and_then(Vec::pop) {
            if removed[node] || left[node] != core {
                continue;
            }
            removed[node] = true;
            for &next in graph.neighbours(node) {
                if !removed[next] && left[next] > core {
                    left[next] -= 1;
                    enter(&mut waiting, left[next], next);
                }
            }
        }
    }
    left.into_vec()
}

fn enter(waiting: &mut [Vec<u32>], left: usize, node: u32) {
    if let Some(nodes) = waiting.get_mut(left) {
        nodes.push(node);
    }
}
