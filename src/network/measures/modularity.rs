//! Modularity: how well communities are told apart.

use super::Undefined;
use crate::network::Projection;
use crate::network::projection::PerNode;

/// How much more of the weight lies within communities than if ties fell by chance.
///
/// *Definition:* where `m` is all weight, `w(c)` that between nodes of the community `c`, and `s(c)` the sum of their strengths:
/// `Σ (w(c) / m − (s(c) / 2m)²)` over all communities.
/// *Source:* M. E. J. Newman, M. Girvan, “Finding and evaluating community structure in networks”, Physical Review E 69
/// (2004); with weights as in M. E. J. Newman, “Analysis of weighted networks”, Physical Review E 70 (2004).
///
/// # Arguments
/// * `graph`: its directions are set aside, its weights are used.
/// * `communities`: the number of the community of each node, in their order, from 0 up to less than there are nodes.
///
/// # Returns
/// A number from −0.5 to less than 1.
///
/// # Errors
/// Undefined where there is no weight, so also for the empty graph, and where a node has no community.
///
/// # Complexity
/// Time **O(|V| + |E|)**, space **O(|V|)**, where **|V|** is the number of nodes and **|E|** of ties.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::modularity;
///
/// let graph = Projection::from_ties(4, [(0, 1, 1.0), (2, 3, 1.0)])?;
/// assert_eq!(modularity(&graph, &[0, 0, 1, 1]), Ok(0.5));
/// assert!(modularity(&Projection::from_ties(0, [])?, &[]).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
pub fn modularity(graph: &Projection, communities: &[usize]) -> Result<f64, Undefined> {
    let nodes = graph.node_count();
    let numbers: Vec<u32> = communities
        .iter()
        .filter_map(|&number| u32::try_from(number).ok())
        .collect();
    if numbers.len() != nodes || numbers.iter().any(|&number| number as usize >= nodes) {
        return Err(Undefined::since("a node has no community"));
    }
    let community = PerNode::from(numbers);
    let mut strength = PerNode::all(nodes, 0.0);
    // Both count each tie from either end.
    let (mut within, mut all) = (0.0, 0.0);
    for node in graph.nodes() {
        for (next, weight) in graph.shared(node) {
            all += weight;
            strength[community[node]] += weight;
            if community[node] == community[next] {
                within += weight;
            }
        }
    }
    if all <= 0.0 {
        return Err(Undefined::since("there is no tie with a weight"));
    }
    let by_chance = strength
        .iter()
        .fold(0.0, |sum, strength| sum + (strength / all).powi(2));
    Ok(within / all - by_chance)
}
