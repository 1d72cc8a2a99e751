//! Communities: groups that have more to do among themselves than with others.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::modularity;
use crate::network::Projection;
use crate::network::projection::PerNode;

/// A gain of modularity below this, in shares of all weight, is rounding.
const LEAST_GAIN: f64 = 1e-12;
/// Each round begins with the communities of the one before; few networks gain anything in the third.
const MOST_ROUNDS: usize = 16;
/// In how many orders nodes are gone through, the fewer the more ties there are: in large networks all are about as good.
const FEWEST_ORDERS: usize = 2;
const MOST_ORDERS: usize = 48;
const TIES_OF_ALL_ORDERS: usize = 100_000;

/// The community of each node.
///
/// *Definition:* the communities that the Louvain method finds: each node moves to the neighbouring community where the
/// [`modularity`] gains most, one after the other, until none gains; then communities are the nodes, and so on. Then single
/// nodes may move once more, until that, too, gains nothing. It is done in several orders of the nodes, of which the best
/// counts. The orders are always the same, so there is no chance in it.
/// *Source:* V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, “Fast unfolding of communities in large networks”,
/// Journal of Statistical Mechanics (2008); the last step as in R. Rotta, A. Noack, “Multilevel local search algorithms for
/// modularity clustering”, ACM Journal of Experimental Algorithmics 16 (2011).
///
/// # Arguments
/// * `graph`: its directions are set aside, its weights are used.
///
/// # Returns
/// Numbers from 0 up, in the order of the nodes: 0 for the largest community, among equals for the one with the lowest
/// node. A node without ties is a community of its own. Nothing for the empty graph.
///
/// # Complexity
/// Time about **O(|E|)** for each of few passes, space **O(|V| + |E|)**, where **|V|** is the number of nodes and **|E|** of
/// ties.
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
    let finest = Level::of(graph);
    let orders = (TIES_OF_ALL_ORDERS / (graph.pair_count() + 1)).clamp(FEWEST_ORDERS, MOST_ORDERS);
    let mut best = PerNode::from(graph.nodes().collect::<Vec<u32>>());
    let mut highest = f64::NEG_INFINITY;
    for number in 0..orders as u64 {
        let order = order(graph.nodes(), number);
        let (found, quality) = best_from(graph, &finest, &order);
        // What is no better than rounding stays with the earlier order.
        if quality > highest + LEAST_GAIN {
            highest = quality;
            best = found;
        }
    }
    let (numbered, count) = numbered(&best, &order(graph.nodes(), 0));
    by_size(&numbered, count)
}

/// The nodes in one of endless many orders: 0 is their own, any other looks thrown together.
fn order(nodes: Range<u32>, number: u64) -> Vec<u32> {
    let mut order: Vec<u32> = nodes.collect();
    if number > 0 {
        order.sort_by_key(|&node| scattered((number << 32) | u64::from(node)));
    }
    order
}

/// The number that the generator `SplitMix64` (G. L. Steele, D. Lea, C. H. Flood, 2014) makes of another.
const fn scattered(number: u64) -> u64 {
    let mut z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The communities that come of one order of the nodes, and their modularity.
fn best_from(graph: &Projection, finest: &Level, order: &[u32]) -> (PerNode<u32>, f64) {
    let mut best = PerNode::from(graph.nodes().collect::<Vec<u32>>());
    let mut reached = f64::NEG_INFINITY;
    for _ in 0..MOST_ROUNDS {
        let found = unfolded(finest, best.clone(), order);
        let numbers: Vec<usize> = found.iter().map(|&number| number as usize).collect();
        let quality = modularity(graph, &numbers).unwrap_or(0.0);
        if quality <= reached + LEAST_GAIN {
            break;
        }
        reached = quality;
        best = found;
    }
    (best, reached)
}

/// Moves nodes, then the communities that they make, then the communities of these, until nothing gains.
fn unfolded(finest: &Level, start: PerNode<u32>, order: &[u32]) -> PerNode<u32> {
    let mut community = finest.moved(start, order);
    loop {
        let (numbered, count) = numbered(&community, order);
        let coarse = finest.merged(&numbered, count);
        let alone = PerNode::from((0..count).collect::<Vec<u32>>());
        let moved = coarse.moved(alone.clone(), &(0..count).collect::<Vec<u32>>());
        community = numbered;
        if moved == alone {
            return community;
        }
        for number in community.iter_mut() {
            *number = moved[*number];
        }
    }
}

/// A graph whose nodes are those of the projection, or communities of them.
struct Level {
    ties: PerNode<Vec<(u32, f64)>>,
    /// For each node the weight of all its ties, twice that within it included.
    strength: PerNode<f64>,
    /// The sum of these.
    all: f64,
}

impl Level {
    fn of(graph: &Projection) -> Self {
        let ties: Vec<Vec<(u32, f64)>> = graph
            .nodes()
            .map(|node| graph.shared(node).collect())
            .collect();
        Self::new(ties.into(), super::strength(graph).into())
    }

    fn new(ties: PerNode<Vec<(u32, f64)>>, strength: PerNode<f64>) -> Self {
        let all = strength.iter().fold(0.0, |sum, strength| sum + strength);
        Self {
            ties,
            strength,
            all,
        }
    }

    /// The communities after every node went where it gains most, again and again, until none gains.
    fn moved(&self, mut community: PerNode<u32>, order: &[u32]) -> PerNode<u32> {
        let nodes = self.nodes();
        let count = nodes.len();
        let mut strength = PerNode::all(count, 0.0);
        for node in nodes {
            strength[community[node]] += self.strength[node];
        }
        let mut weight_to = PerNode::all(count, 0.0);
        let mut around = Vec::new();
        let mut is_moving = self.all > 0.0;
        while is_moving {
            is_moving = false;
            for &node in order {
                let own = community[node];
                around.push(own);
                for &(next, weight) in &self.ties[node] {
                    let other = community[next];
                    if weight_to[other] <= 0.0 && other != own {
                        around.push(other);
                    }
                    weight_to[other] += weight;
                }
                strength[own] -= self.strength[node];
                let share = self.strength[node] / self.all;
                let gain = |other: u32| weight_to[other] - share * strength[other];
                let mut best = (own, gain(own) + LEAST_GAIN * self.all);
                for &other in &around {
                    if gain(other) > best.1 {
                        best = (other, gain(other));
                    }
                }
                strength[best.0] += self.strength[node];
                community[node] = best.0;
                is_moving |= best.0 != own;
                for other in around.drain(..) {
                    weight_to[other] = 0.0;
                }
            }
        }
        community
    }

    /// The graph of communities, of which there are so many.
    fn merged(&self, community: &PerNode<u32>, count: u32) -> Self {
        let mut ties: PerNode<BTreeMap<u32, f64>> = PerNode::all(count as usize, BTreeMap::new());
        let mut strength = PerNode::all(count as usize, 0.0);
        for node in self.nodes() {
            let own = community[node];
            strength[own] += self.strength[node];
            for &(next, weight) in &self.ties[node] {
                // What lies within a community never moves out of it.
                if community[next] != own {
                    *ties[own].entry(community[next]).or_default() += weight;
                }
            }
        }
        let ties: Vec<Vec<(u32, f64)>> = ties
            .into_vec()
            .into_iter()
            .map(|ties| ties.into_iter().collect())
            .collect();
        Self::new(ties.into(), strength)
    }

    fn nodes(&self) -> Range<u32> {
        0..u32::try_from(self.ties.iter().len()).unwrap_or(u32::MAX)
    }
}

/// The same communities, numbered from 0 as they first occur in an order of the nodes; and how many there are.
fn numbered(community: &PerNode<u32>, order: &[u32]) -> (PerNode<u32>, u32) {
    let mut numbers = PerNode::all(community.iter().len(), u32::MAX);
    let mut count = 0;
    for &node in order {
        let number = &mut numbers[community[node]];
        if *number == u32::MAX {
            *number = count;
            count += 1;
        }
    }
    let numbered: Vec<u32> = community.iter().map(|&old| numbers[old]).collect();
    (numbered.into(), count)
}

/// The same communities, of which there are so many, numbered from 0 by size.
fn by_size(numbered: &PerNode<u32>, count: u32) -> Vec<usize> {
    let mut sizes: Vec<(Reverse<usize>, u32)> =
        (0..count).map(|number| (Reverse(0), number)).collect();
    for &number in numbered.iter() {
        if let Some((Reverse(size), _)) = sizes.get_mut(number as usize) {
            *size += 1;
        }
    }
    // Numbers follow the lowest node, so they decide among equals.
    sizes.sort_unstable();
    let mut places = PerNode::all(count as usize, 0);
    for (place, (_, number)) in sizes.into_iter().enumerate() {
        places[number] = place;
    }
    numbered.iter().map(|&number| places[number]).collect()
}
