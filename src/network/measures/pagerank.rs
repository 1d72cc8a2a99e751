//! PageRank: who is turned to by those who are turned to.

use crate::network::Projection;
use crate::network::projection::PerNode;

/// The share of the walk that follows a tie; with the rest it starts anew anywhere.
const DAMPING: f64 = 0.85;
/// The walk is over when a step changes less than this, all nodes together.
const TOLERANCE: f64 = 1e-13;
/// At a factor of 0.85 a step, this many are far more than are needed.
const MOST_STEPS: usize = 1_000;

/// How much of an endless walk along the ties each node sees.
///
/// *Definition:* the one solution of `p(v) = (1 − d) / n + d · (Σ p(u) · w(u, v) / s(u) + D / n)` with `d` = 0.85, where the
/// sum runs over the nodes `u` with a tie to `v`, `w` is its weight, `s(u)` all that `u` gives, `n` the number of nodes, and
/// `D` the sum of `p` over nodes that give nothing: from there the walk goes anywhere.
/// *Source:* S. Brin, L. Page, “The anatomy of a large-scale hypertextual Web search engine”, Computer Networks 30 (1998);
/// nodes that give nothing as in A. N. Langville, C. D. Meyer, “Google's PageRank and Beyond” (2006), section 4.5.
///
/// # Arguments
/// * `graph`: the walk follows the ties, a heavy one more often.
///
/// # Returns
/// Shares in the order of the nodes, which add up to 1, right to about 10⁻¹²; nothing for the empty graph.
///
/// # Complexity
/// Time **O(|V| + |E|)** for each of about 180 steps, space **O(|V|)**, where **|V|** is the number of nodes and **|E|** of
/// ties.
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
#[expect(
    clippy::cast_precision_loss,
    reason = "a projection has fewer than 2³² nodes"
)]
pub fn pagerank(graph: &Projection) -> Vec<f64> {
    let nodes = graph.node_count();
    let even = 1.0 / nodes as f64;
    let given: PerNode<f64> = super::out_strength(graph).into();
    let mut ranks = PerNode::all(nodes, even);
    // What each node hands on for each unit of weight.
    let mut handed = PerNode::all(nodes, 0.0);
    for _ in 0..MOST_STEPS {
        let mut kept = 0.0;
        for node in graph.nodes() {
            if given[node] > 0.0 {
                handed[node] = ranks[node] / given[node];
            } else {
                kept += ranks[node];
            }
        }
        let everywhere = (1.0 - DAMPING) * even + DAMPING * kept * even;
        let mut change = 0.0;
        for node in graph.nodes() {
            let walked = graph
                .received(node)
                .fold(0.0, |sum, (from, weight)| sum + handed[from] * weight);
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
