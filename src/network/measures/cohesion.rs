//! Density, reciprocity, clustering, components and articulation points: how a network holds together.

use std::cmp::Reverse;
use std::iter;

use petgraph::algo::articulation_points::articulation_points as petgraph_articulation_points;
use petgraph::unionfind::UnionFind;
use petgraph::visit::{Dfs, DfsPostOrder, EdgeRef, IntoEdgeReferences};

use crate::network::error::Undefined;
use crate::network::per_node::PerNode;
use crate::network::projection::Projection;

/// Returns the share of possible edges that exist.
///
/// *Definition:* for `n` nodes and `m` edges, `m / (n (n − 1))`; in an undirected graph, twice that.
/// *Source:* S. Wasserman, K. Faust, “Social Network Analysis” (1994), sections 4.1.4 and 4.3.3.
///
/// # Arguments
/// * `graph`: weights are ignored.
///
/// # Returns
/// A share from 0 to 1.
///
/// # Errors
/// Undefined for fewer than two nodes.
///
/// # Complexity
/// Time and space **O(1)**.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::density;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(density(&graph), Ok(0.5));
/// assert!(density(&Projection::from_ties(0, [])?).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
pub fn density(graph: &Projection) -> Result<f64, Undefined> {
    let nodes = graph.node_count() as u64;
    if nodes < 2 {
        return Err(Undefined::since("the network has fewer than two nodes"));
    }
    let ends = if graph.is_directed() { 1 } else { 2 };
    Ok(ratio(ends * graph.tie_count() as u64, nodes * (nodes - 1)))
}

/// Returns the share of edges that are reciprocated.
///
/// *Definition:* of the `m` edges from one node to another, without joint acts, the share for which an edge back exists.
/// *Source:* S. Wasserman, K. Faust, “Social Network Analysis” (1994), section 13.3; M. E. J. Newman, S. Forrest, J. Balthrop,
/// “Email networks and the spread of computer viruses”, Physical Review E 66 (2002).
///
/// # Arguments
/// * `graph`: weights are ignored.
///
/// # Returns
/// A share from 0 to 1.
///
/// # Errors
/// Undefined for an undirected graph, and for one without edges other than joint acts, so also for the empty graph.
///
/// # Complexity
/// Time **O(|E| log |V|)**, space **O(1)**, where **|V|** is the number of nodes and **|E|** of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::reciprocity;
///
/// let graph = Projection::from_ties(3, [(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0), (2, 0, 1.0)])?;
/// assert_eq!(reciprocity(&graph), Ok(0.5));
/// assert!(reciprocity(&Projection::from_ties(0, [])?).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
pub fn reciprocity(graph: &Projection) -> Result<f64, Undefined> {
    if !graph.is_directed() {
        return Err(Undefined::since("direction is ignored"));
    }
    let (mut edges, mut reciprocated) = (0, 0);
    for node in graph.nodes() {
        let targets = graph.solo_successors(node).iter();
        edges += targets.len() as u64;
        let has_edge_back =
            |target: &&u32| graph.solo_successors(**target).binary_search(&node).is_ok();
        reciprocated += targets.filter(has_edge_back).count() as u64;
    }
    match edges {
        0 => Err(Undefined::since("all ties are joint acts")),
        edges => Ok(ratio(reciprocated, edges)),
    }
}

/// Returns the share of connected triples that are closed.
///
/// *Definition:* three times the number of triangles, divided by the number of pairs of neighbours of all nodes.
/// *Source:* R. D. Luce, A. D. Perry, “A method of matrix analysis of group structure”, Psychometrika 14 (1949);
/// M. E. J. Newman, “The structure and function of complex networks”, SIAM Review 45 (2003).
///
/// # Arguments
/// * `graph`: directions and weights are ignored.
///
/// # Returns
/// A share from 0 to 1.
///
/// # Errors
/// Undefined if no node has two neighbours, so also for the empty graph.
///
/// # Complexity
/// As [`clustering`].
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::transitivity;
///
/// let kite = Projection::from_ties(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0), (2, 3, 1.0)])?;
/// assert_eq!(transitivity(&kite), Ok(0.6));
/// assert!(transitivity(&Projection::from_ties(0, [])?).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
pub fn transitivity(graph: &Projection) -> Result<f64, Undefined> {
    match graph.nodes().map(|node| neighbour_pairs(graph, node)).sum() {
        0 => Err(Undefined::since("no node has two neighbours")),
        pairs => Ok(ratio(triangles(graph).iter().sum(), pairs)),
    }
}

/// Returns the share of the pairs of neighbours of each node that are neighbours themselves.
///
/// *Definition:* for a node `v` with `k` neighbours and `t` pairs of neighbours among them, `c(v)` is
/// `2t / (k (k − 1))`; 0 for `k` less than 2, by convention.
/// *Source:* D. J. Watts, S. H. Strogatz, “Collective dynamics of ‘small-world’ networks”, Nature 393 (1998).
///
/// # Arguments
/// * `graph`: directions and weights are ignored.
///
/// # Returns
/// Shares from 0 to 1 in the order of the nodes. Empty for the empty graph.
///
/// # Complexity
/// Time **O(|E|^1.5)**, space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|** of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::clustering;
///
/// let kite = Projection::from_ties(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0), (2, 3, 1.0)])?;
/// assert_eq!(clustering(&kite), [1.0, 1.0, 1.0 / 3.0, 0.0]);
/// assert!(clustering(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn clustering(graph: &Projection) -> Vec<f64> {
    let triangles = triangles(graph);
    let share = |node| match neighbour_pairs(graph, node) {
        0 => 0.0,
        pairs => ratio(triangles[node], pairs),
    };
    graph.nodes().map(share).collect()
}

fn neighbour_pairs(graph: &Projection, node: u32) -> u64 {
    let neighbours = graph.neighbours(node).len() as u64;
    neighbours * neighbours.saturating_sub(1) / 2
}

/// The number of triangles of each node.
///
/// Each triangle is found once, from its node with the fewest neighbours, as in M. Latapy, “Main-memory triangle
/// computations for very large (sparse (power-law)) graphs” (2008).
fn triangles(graph: &Projection) -> PerNode<u64> {
    let rank = |node: u32| (graph.neighbours(node).len(), node);
    let higher = |node: u32| -> Vec<u32> {
        let neighbours = graph.neighbours(node).iter().copied();
        neighbours.filter(|&next| rank(next) > rank(node)).collect()
    };
    let higher: PerNode<Vec<u32>> = graph.nodes().map(higher).collect();
    let mut triangles = PerNode::all(graph.node_count(), 0);
    // The last node that has this one as a higher neighbour; `u32::MAX` is no node.
    let mut seen_from = PerNode::all(graph.node_count(), u32::MAX);
    for first in graph.nodes() {
        for &next in &higher[first] {
            seen_from[next] = first;
        }
        for &second in &higher[first] {
            for &third in &higher[second] {
                if seen_from[third] == first {
                    for corner in [first, second, third] {
                        triangles[corner] += 1;
                    }
                }
            }
        }
    }
    triangles
}

/// Returns the weakly connected components: the parts between which no edge exists.
///
/// *Definition:* two nodes are in one component if a path leads from one to the other, ignoring directions.
/// *Source:* F. Harary, R. Z. Norman, D. Cartwright, “Structural Models” (1965), chapter 3; petgraph's union–find.
///
/// # Arguments
/// * `graph`: directions and weights are ignored.
///
/// # Returns
/// The nodes of each component, ascending; the largest component first, among equals the one with the lowest node. Empty
/// for the empty graph.
///
/// # Complexity
/// Time **O(|V| log |V| + |E| α(|V|))**, space **O(|V|)**, where **|V|** is the number of nodes, **|E|** of edges, and **α**
/// the inverse Ackermann function.
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
    positions(components(graph))
}

/// The weakly connected components, the largest first.
pub fn components(graph: &Projection) -> Vec<Vec<u32>> {
    let mut sets: UnionFind<u32> = UnionFind::new(graph.node_count());
    for edge in graph.undirected.edge_references() {
        sets.union(edge.source(), edge.target());
    }
    let mut components = PerNode::all(graph.node_count(), Vec::new());
    for (node, representative) in graph.nodes().zip(sets.into_labeling()) {
        components[representative].push(node);
    }
    by_size(components.into_vec())
}

/// Returns the strongly connected components: the parts in which every node can reach every other.
///
/// *Definition:* two nodes are in one component if a directed path leads from each to the other.
/// *Source:* F. Harary, R. Z. Norman, D. Cartwright, “Structural Models” (1965), chapter 3; Kosaraju's algorithm in the
/// form of M. Sharir, “A strong-connectivity algorithm and its applications in data flow analysis”, Computers & Mathematics
/// with Applications 7 (1981).
///
/// # Arguments
/// * `graph`: weights are ignored.
///
/// # Returns
/// As [`weak_components`].
///
/// # Complexity
/// Time **O(|V| log |V| + |E|)**, space **O(|V|)**, where **|V|** is the number of nodes and **|E|** of edges.
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
    let (outgoing, incoming) = (&graph.outgoing, &graph.incoming);
    let mut search = DfsPostOrder::empty(incoming);
    let mut finished = Vec::with_capacity(graph.node_count());
    for node in graph.nodes() {
        search.move_to(node);
        finished.extend(iter::from_fn(|| search.next(incoming)));
    }
    let mut search = Dfs::empty(outgoing);
    let component = |node| {
        search.move_to(node);
        iter::from_fn(|| search.next(outgoing)).collect()
    };
    positions(by_size(finished.into_iter().rev().map(component).collect()))
}

fn by_size(mut components: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    components.retain(|component| !component.is_empty());
    for component in &mut components {
        component.sort_unstable();
    }
    components.sort_by_key(|component| (Reverse(component.len()), component.first().copied()));
    components
}

fn positions(components: Vec<Vec<u32>>) -> Vec<Vec<usize>> {
    let components = components.into_iter();
    components
        .map(|nodes| nodes.into_iter().map(|node| node as usize).collect())
        .collect()
}

/// Returns whether each node is an articulation point, without which the network would fall apart.
///
/// *Definition:* removing an articulation point increases the number of connected components.
/// *Source:* J. Hopcroft, R. Tarjan, “Algorithm 447: efficient algorithms for graph manipulation”, Communications of the
/// ACM 16 (1973); computed by petgraph.
///
/// # Arguments
/// * `graph`: directions and weights are ignored.
///
/// # Returns
/// A flag for each node, in their order. Empty for the empty graph.
///
/// # Complexity
/// Time and space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|** of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::articulation_points;
///
/// let path = Projection::from_ties(3, [(0, 1, 1.0), (1, 2, 1.0)])?;
/// assert_eq!(articulation_points(&path), [false, true, false]);
/// assert!(articulation_points(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn articulation_points(graph: &Projection) -> Vec<bool> {
    let points = petgraph_articulation_points(&graph.undirected);
    graph.nodes().map(|node| points.contains(&node)).collect()
}

/// A quotient of two counts.
#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of nodes, edges and triangles are far below 2⁵³"
)]
pub fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}
