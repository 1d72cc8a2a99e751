//! Measures of each node.

use crate::network::analysis::measure::{Computation, Cost, Measure};
use crate::network::analysis::table::Value;
use crate::network::error::Undefined;
use crate::network::measures;

pub const MEASURES: &[Measure] = &[
    Measure {
        name: "degree",
        sentence: "the number of its neighbours",
        definition: "The number of neighbours. Direction and weights are ignored.",
        source: "L. C. Freeman, “Centrality in social networks: conceptual clarification”, Social Networks 1 (1978)",
        cost: Cost::Ties,
        computation: Computation::NodeCounts(measures::degree),
    },
    Measure {
        name: "in-degree",
        sentence: "the number of nodes with a tie to it",
        definition: "The number of nodes with a tie to it, including joint acts. Weights are ignored.",
        source: "L. C. Freeman, “Centrality in social networks: conceptual clarification”, Social Networks 1 (1978)",
        cost: Cost::Ties,
        computation: Computation::NodeCounts(measures::in_degree),
    },
    Measure {
        name: "out-degree",
        sentence: "the number of nodes to which it has a tie",
        definition: "The number of nodes to which it has a tie, including joint acts. Weights are ignored.",
        source: "L. C. Freeman, “Centrality in social networks: conceptual clarification”, Social Networks 1 (1978)",
        cost: Cost::Ties,
        computation: Computation::NodeCounts(measures::out_degree),
    },
    Measure {
        name: "strength",
        sentence: "the weight of all its ties, usually the number of acts",
        definition: "The sum of the weights between it and all others, ignoring direction; a joint act counts once.",
        source: "A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted networks”, PNAS 101 (2004)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::strength),
    },
    Measure {
        name: "in-strength",
        sentence: "the weight of all ties to it",
        definition: "The sum of the weights of the ties to it; a joint act counts for both.",
        source: "A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted networks”, PNAS 101 (2004)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::in_strength),
    },
    Measure {
        name: "out-strength",
        sentence: "the weight of all its ties to others",
        definition: "The sum of the weights of its ties to others; a joint act counts for both.",
        source: "A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted networks”, PNAS 101 (2004)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::out_strength),
    },
    Measure {
        name: "betweenness",
        sentence: "the share of the shortest paths between others that pass through it",
        definition: "The mean, over all ordered pairs of others, of the share of the shortest paths from one to the other that pass through it; a pair without a path adds 0. Paths follow the direction of ties; weights are ignored.",
        source: "L. C. Freeman, “A set of measures of centrality based on betweenness”, Sociometry 40 (1977); U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001)",
        cost: Cost::Paths,
        computation: Computation::Nodes(|subject| shares(measures::betweenness(&subject.graph))),
    },
    Measure {
        name: "weighted-betweenness",
        sentence: "the share of the shortest paths between others that pass through it, where strong ties are short",
        definition: "As betweenness, but a tie of weight w has the length 1 / w: twice the weight is half the distance, and a tie of weight 0 leads nowhere.",
        source: "U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001); M. E. J. Newman, “Scientific collaboration networks. II”, Physical Review E 64 (2001)",
        cost: Cost::Paths,
        computation: Computation::Nodes(|subject| {
            shares(measures::weighted_betweenness(&subject.graph))
        }),
    },
    Measure {
        name: "closeness",
        sentence: "how close it is to the nodes that can reach it: 1 next to all, 0 if none can",
        definition: "r / (n − 1) · 1 / d, where r others of n − 1 can reach it, over d ties on average. Paths follow the direction of ties toward it; weights are ignored.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994), formula 5.22",
        cost: Cost::Paths,
        computation: Computation::NodeNumbers(measures::closeness),
    },
    Measure {
        name: "harmonic",
        sentence: "the sum of the inverse distances from all others to it",
        definition: "The sum of 1 / d over all others, where d is the number of ties on the shortest path to it; a node that cannot reach it adds 0. Weights are ignored.",
        source: "M. Marchiori, V. Latora, “Harmony in the small-world”, Physica A 285 (2000)",
        cost: Cost::Paths,
        computation: Computation::NodeNumbers(measures::harmonic),
    },
    Measure {
        name: "pagerank",
        sentence: "its share of an endless random walk along ties: high for nodes that are addressed by highly ranked nodes",
        definition: "p(v) = 0.15 / n + 0.85 (Σ p(u) w(u, v) / s(u) + D / n), where the sum is over the nodes u with a tie of weight w to v, s(u) is the out-strength of u, n the number of nodes, and D the sum of p over nodes of out-strength 0.",
        source: "S. Brin, L. Page, “The anatomy of a large-scale hypertextual Web search engine”, Computer Networks 30 (1998)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::pagerank),
    },
    Measure {
        name: "core-number",
        sentence: "how deep it is in the dense part of the network: the largest k such that it belongs to a group in which each node has at least k neighbours",
        definition: "The greatest k such that it belongs to the k-core. Direction and weights are ignored.",
        source: "S. B. Seidman, “Network structure and minimum degree”, Social Networks 5 (1983); V. Batagelj, M. Zaveršnik, “An O(m) algorithm for cores decomposition of networks” (2003)",
        cost: Cost::Ties,
        computation: Computation::NodeCounts(measures::core_number),
    },
    Measure {
        name: "clustering",
        sentence: "the share of pairs of its neighbours that are neighbours themselves",
        definition: "2t / (k (k − 1)) with k neighbours and t pairs of neighbours among them; 0 for fewer than two. Direction and weights are ignored.",
        source: "D. J. Watts, S. H. Strogatz, “Collective dynamics of ‘small-world’ networks”, Nature 393 (1998)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::clustering),
    },
    Measure {
        name: "articulation",
        sentence: "whether the network falls apart without it",
        definition: "Whether removing it increases the number of connected components. Direction and weights are ignored.",
        source: "J. Hopcroft, R. Tarjan, “Algorithm 447: efficient algorithms for graph manipulation”, Communications of the ACM 16 (1973)",
        cost: Cost::Ties,
        computation: Computation::Nodes(|subject| {
            let points = measures::articulation_points(&subject.graph);
            Ok(points.into_iter().map(Value::Truth).collect())
        }),
    },
    Measure {
        name: "community",
        sentence: "the number of its community, 1 for the largest: a group with more ties inside than to other groups",
        definition: "The result of a deterministic Louvain method: nodes, one after another, move to the community where modularity gains most, until no move gains; then communities move in the same way, and so on; then nodes once more. Direction is ignored, weights count.",
        source: "V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, “Fast unfolding of communities in large networks”, Journal of Statistical Mechanics (2008); R. Rotta, A. Noack, “Multilevel local search algorithms for modularity clustering”, ACM Journal of Experimental Algorithmics 16 (2011)",
        cost: Cost::Ties,
        computation: Computation::NodeGroups(|subject| {
            let communities = subject.communities().iter();
            communities.map(|number| number + 1).collect()
        }),
    },
];

/// Shares of shortest paths, which may outnumber what a floating-point number can count.
fn shares(shares: Vec<f64>) -> Result<Vec<Value>, Undefined> {
    if shares.iter().all(|share| share.is_finite()) {
        Ok(shares.into_iter().map(Value::Number).collect())
    } else {
        Err(Undefined::since(
            "there are more shortest paths than a number can count",
        ))
    }
}
