//! Communities, modularity and assortativity: how far edges stay within groups.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::degree::strength;
use crate::network::error::Undefined;
use crate::network::per_node::PerNode;
use crate::network::projection::Projection;

/// A smaller gain of modularity, as a share of all weight, is a rounding error.
const MIN_GAIN: f64 = 1e-12;
/// Each round begins with the communities of the one before; few networks gain anything in the third.
const MAX_ROUNDS: usize = 16;
/// The number of orders in which nodes are visited: the more edges, the fewer, because in large networks the results
/// differ little.
const MIN_ORDERS: usize = 2;
const MAX_ORDERS: usize = 48;
const EDGES_OF_ALL_ORDERS: usize = 100_000;

/// Returns the community of each node.
///
/// *Definition:* the communities found by the Louvain method: each node moves to the neighbouring community with the
/// greatest gain of [`modularity`], one after another, until no move gains; then communities become nodes, and so on. Then
/// single nodes may move again, until that gains nothing either. The best result of several orders of nodes counts. The
/// orders are always the same, so the result is deterministic.
/// *Source:* V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, “Fast unfolding of communities in large networks”,
/// Journal of Statistical Mechanics (2008); the last step as in R. Rotta, A. Noack, “Multilevel local search algorithms for
/// modularity clustering”, ACM Journal of Experimental Algorithmics 16 (2011).
///
/// # Arguments
/// * `graph`: directions are ignored.
///
/// # Returns
/// Numbers from 0 in the order of the nodes: 0 for the largest community, among equals for the one with the lowest node.
/// An isolated node is a community of its own. Empty for the empty graph.
///
/// # Complexity
/// Time about **O(|E|)** for each of a few passes, space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|**
/// of edges.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::communities;
///
/// let graph = Projection::from_ties(5, [(0, 1, 1.0), (1, 0, 1.0), (2, 3, 1.0), (3, 4, 1.0), (1, 2, 0.1)])?;
/// assert_eq!(communities(&graph), [1, 1, 0, 0, 0]);
/// assert!(communities(&Projection::from_ties(0, [])?).is_empty());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[must_use]
pub fn communities(graph: &Projection) -> Vec<usize> {
    let finest = Aggregate::of(graph);
    let orders = (EDGES_OF_ALL_ORDERS / (graph.pair_count() + 1)).clamp(MIN_ORDERS, MAX_ORDERS);
    let mut best: PerNode<u32> = graph.nodes().collect();
    let mut highest = f64::NEG_INFINITY;
    for number in 0..orders as u64 {
        let order = order(graph.nodes(), number);
        let (community, quality) = best_from(graph, &finest, &order);
        if quality > highest + MIN_GAIN {
            highest = quality;
            best = community;
        }
    }
    let (community, count) = renumbered(&best, graph.nodes());
    by_size(&community, count)
}

/// The nodes in one of many orders: 0 is their own, the others are pseudorandom.
fn order(nodes: Range<u32>, number: u64) -> Vec<u32> {
    let mut order: Vec<u32> = nodes.collect();
    if number > 0 {
        order.sort_by_key(|&node| split_mix((number << 32) | u64::from(node)));
    }
    order
}

/// The pseudorandom generator `SplitMix64` (G. L. Steele, D. Lea, C. H. Flood, 2014).
const fn split_mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The communities found in one order of the nodes, and their modularity.
fn best_from(graph: &Projection, finest: &Aggregate, order: &[u32]) -> (PerNode<u32>, f64) {
    let mut best: PerNode<u32> = graph.nodes().collect();
    let mut highest = f64::NEG_INFINITY;
    for _ in 0..MAX_ROUNDS {
        let community = unfolded(finest, best.clone(), order);
        let quality = quality(graph, &community).unwrap_or(0.0);
        if quality <= highest + MIN_GAIN {
            break;
        }
        highest = quality;
        best = community;
    }
    (best, highest)
}

/// Moves nodes, then their communities, then the communities of these, until no move gains.
fn unfolded(finest: &Aggregate, start: PerNode<u32>, order: &[u32]) -> PerNode<u32> {
    let mut community = finest.moved(start, order);
    loop {
        let (mut numbered, count) = renumbered(&community, order.iter().copied());
        let by_number: Vec<u32> = (0..count).collect();
        let single = PerNode::from(by_number.clone());
        let coarse = finest.merged(&numbered, count);
        let moved = coarse.moved(single.clone(), &by_number);
        if moved == single {
            return numbered;
        }
        for number in numbered.iter_mut() {
            *number = moved[*number];
        }
        community = numbered;
    }
}

/// A weighted graph whose nodes are those of the projection, or communities of them.
struct Aggregate {
    edges: PerNode<Vec<(u32, f64)>>,
    /// The weight of all edges of each node, those within it counted twice.
    strength: PerNode<f64>,
    /// The sum of all strengths.
    total: f64,
}

impl Aggregate {
    fn of(graph: &Projection) -> Self {
        let edges = graph
            .nodes()
            .map(|node| graph.undirected_edges(node).collect());
        Self::new(edges.collect(), strength(graph).into())
    }

    fn new(edges: PerNode<Vec<(u32, f64)>>, strength: PerNode<f64>) -> Self {
        let total = strength.iter().fold(0.0, |sum, strength| sum + strength);
        Self {
            edges,
            strength,
            total,
        }
    }

    /// The communities after each node, in order, has moved to the one with the greatest gain, until no move gains.
    fn moved(&self, mut community: PerNode<u32>, order: &[u32]) -> PerNode<u32> {
        let mut strength = PerNode::all(order.len(), 0.0);
        for node in 0..self.count() {
            strength[community[node]] += self.strength[node];
        }
        let mut weight_to = PerNode::all(order.len(), 0.0);
        let mut candidates = Vec::new();
        let mut is_moving = self.total > 0.0;
        while is_moving {
            is_moving = false;
            for &node in order {
                let own = community[node];
                candidates.push(own);
                for &(next, weight) in &self.edges[node] {
                    let other = community[next];
                    if weight_to[other] <= 0.0 && other != own {
                        candidates.push(other);
                    }
                    weight_to[other] += weight;
                }
                strength[own] -= self.strength[node];
                let share = self.strength[node] / self.total;
                let gain = |other: u32| weight_to[other] - share * strength[other];
                let mut best = (own, gain(own) + MIN_GAIN * self.total);
                for &other in &candidates {
                    if gain(other) > best.1 {
                        best = (other, gain(other));
                    }
                }
                strength[best.0] += self.strength[node];
                community[node] = best.0;
                is_moving |= best.0 != own;
                for other in candidates.drain(..) {
                    weight_to[other] = 0.0;
                }
            }
        }
        community
    }

    /// The graph of communities, without the edges within them, which can never leave.
    fn merged(&self, community: &PerNode<u32>, count: u32) -> Self {
        let mut edges: PerNode<BTreeMap<u32, f64>> = PerNode::all(count as usize, BTreeMap::new());
        let mut strength = PerNode::all(count as usize, 0.0);
        for node in 0..self.count() {
            let own = community[node];
            strength[own] += self.strength[node];
            for &(next, weight) in &self.edges[node] {
                if community[next] != own {
                    *edges[own].entry(community[next]).or_default() += weight;
                }
            }
        }
        let edges = edges.into_vec().into_iter();
        let edges = edges.map(|edges| edges.into_iter().collect());
        Self::new(edges.collect(), strength)
    }

    #[expect(clippy::expect_used, reason = "nodes have numbers of this type")]
    fn count(&self) -> u32 {
        u32::try_from(self.edges.iter().len()).expect("at most as many as nodes")
    }
}

/// The same communities, numbered from 0 in the order in which they first occur; and their number.
fn renumbered(community: &PerNode<u32>, order: impl Iterator<Item = u32>) -> (PerNode<u32>, u32) {
    let mut numbers = PerNode::all(community.iter().len(), u32::MAX);
    let mut count = 0;
    for node in order {
        let number = &mut numbers[community[node]];
        if *number == u32::MAX {
            *number = count;
            count += 1;
        }
    }
    let renumbered = community.iter().map(|&old| numbers[old]);
    (renumbered.collect(), count)
}

/// The same communities, numbered from 0 by descending size, then by number.
fn by_size(community: &PerNode<u32>, count: u32) -> Vec<usize> {
    let mut sizes: PerNode<usize> = PerNode::all(count as usize, 0);
    for &number in community.iter() {
        sizes[number] += 1;
    }
    let mut order: Vec<u32> = (0..count).collect();
    order.sort_by_key(|&number| Reverse(sizes[number]));
    let mut places = PerNode::all(count as usize, 0);
    for (place, number) in order.into_iter().enumerate() {
        places[number] = place;
    }
    community.iter().map(|&number| places[number]).collect()
}

/// Returns how much more of the weight lies within communities than expected by chance.
///
/// *Definition:* `Σ (w(c) / m − (s(c) / 2m)²)` over all communities `c`, where `m` is the weight of all edges, `w(c)` of those
/// within `c`, and `s(c)` the sum of the strengths in `c`.
/// *Source:* M. E. J. Newman, M. Girvan, “Finding and evaluating community structure in networks”, Physical Review E 69
/// (2004); with weights as in M. E. J. Newman, “Analysis of weighted networks”, Physical Review E 70 (2004).
///
/// # Arguments
/// * `graph`: directions are ignored.
/// * `communities`: the number of the community of each node, in their order, less than the number of nodes.
///
/// # Returns
/// A number from −0.5 to less than 1.
///
/// # Errors
/// Undefined if no edge has a weight, so also for the empty graph, and if a node has no community.
///
/// # Complexity
/// Time **O(|V| + |E|)**, space **O(|V|)**, where **|V|** is the number of nodes and **|E|** of edges.
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
    let is_number = |number: &u32| graph.nodes().contains(number);
    let numbers = communities.iter().map(|&number| u32::try_from(number).ok());
    let numbers: Option<PerNode<u32>> = numbers.map(|number| number.filter(is_number)).collect();
    match numbers {
        Some(community) if communities.len() == graph.node_count() => quality(graph, &community),
        _ => Err(Undefined::since("a node has no community")),
    }
}

fn quality(graph: &Projection, community: &PerNode<u32>) -> Result<f64, Undefined> {
    let mut strength = PerNode::all(graph.node_count(), 0.0);
    // Each edge is counted from both ends.
    let (mut within, mut total) = (0.0, 0.0);
    for node in graph.nodes() {
        for (next, weight) in graph.undirected_edges(node) {
            total += weight;
            strength[community[node]] += weight;
            if community[node] == community[next] {
                within += weight;
            }
        }
    }
    if total <= 0.0 {
        return Err(Undefined::since("no tie has a weight"));
    }
    let by_chance = strength
        .iter()
        .fold(0.0, |sum, strength| sum + (strength / total).powi(2));
    Ok(within / total - by_chance)
}

/// Returns how far edges stay within categories, from 1 (always) through 0 (as by chance) to −1 (never).
///
/// *Definition:* `(Σ e(i, i) − Σ a(i) b(i)) / (1 − Σ a(i) b(i))`, where `e(i, j)` is the share of edges from category `i` to
/// category `j`, `a(i)` of those from `i`, and `b(i)` of those to `i`. Edges with an end without a category are left out.
/// *Source:* M. E. J. Newman, “Mixing patterns in networks”, Physical Review E 67 (2003).
///
/// # Arguments
/// * `graph`: weights are ignored; in an undirected graph, each edge counts in both directions.
/// * `categories`: the category of each node, in their order.
///
/// # Returns
/// A coefficient of at most 1.
///
/// # Errors
/// Undefined if no edge has a category at both ends, so also for the empty graph, and if all edges are within one category.
///
/// # Complexity
/// Time **O(|V| + |E| log |C|)**, space **O(|C|)**, where **|V|** is the number of nodes, **|E|** of edges and **|C|** of
/// categories.
///
/// # Example
/// ```
/// use bilateral::network::Projection;
/// use bilateral::network::measures::assortativity;
///
/// let graph = Projection::from_ties(4, [(0, 1, 1.0), (2, 3, 1.0)])?;
/// let sides = [Some("north"), Some("north"), Some("south"), Some("south")];
/// assert_eq!(assortativity(&graph, &sides), Ok(1.0));
/// assert!(assortativity::<&str>(&Projection::from_ties(0, [])?, &[]).is_err());
/// # Ok::<(), bilateral::network::NetworkError>(())
/// ```
#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of edges are far below 2⁵³"
)]
pub fn assortativity<C: Ord>(
    graph: &Projection,
    categories: &[Option<C>],
) -> Result<f64, Undefined> {
    let category = |node: u32| categories.get(node as usize).and_then(Option::as_ref);
    let (mut edges, mut within) = (0_u128, 0_u128);
    let mut ends: BTreeMap<&C, [u128; 2]> = BTreeMap::new();
    for node in graph.nodes() {
        let Some(from) = category(node) else { continue };
        let targets = graph.successors(node).iter();
        for to in targets.filter_map(|&next| category(next)) {
            edges += 1;
            within += u128::from(from == to);
            let [leaving, _] = ends.entry(from).or_default();
            *leaving += 1;
            let [_, arriving] = ends.entry(to).or_default();
            *arriving += 1;
        }
    }
    if edges == 0 {
        return Err(Undefined::since("no tie has a category at both ends"));
    }
    // In integers, so that a denominator of 0 is found exactly.
    let by_chance = ends.values().map(|[leaving, arriving]| leaving * arriving);
    let (by_chance, all): (u128, u128) = (by_chance.sum(), edges * edges);
    if by_chance == all {
        return Err(Undefined::since("all ties are within one category"));
    }
    Ok(((within * edges) as f64 - by_chance as f64) / (all - by_chance) as f64)
}
