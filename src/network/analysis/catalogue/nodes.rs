//! Measures of each node.

use crate::network::analysis::measure::{Computation, Cost, Measure};
use crate::network::analysis::table::Value;
use crate::network::error::Undefined;
use crate::network::measures;

pub const MEASURES: &[Measure] = &[
    Measure {
        name: "degree",
        sentence: "the number of others that it has to do with",
        definition: "The number of neighbours, direction and weights set aside.",
        source: "L. C. Freeman, “Centrality in social networks: conceptual clarification”, Social Networks 1 (1978)",
        cost: Cost::Ties,
        computation: Computation::NodeCounts(measures::degree),
    },
    Measure {
        name: "in-degree",
        sentence: "the number of others that do something toward it",
        definition: "The number of nodes with a tie to it, one together with it included. Weights are set aside.",
        source: "L. C. Freeman, “Centrality in social networks: conceptual clarification”, Social Networks 1 (1978)",
        cost: Cost::Ties,
        computation: Computation::NodeCounts(measures::in_degree),
    },
    Measure {
        name: "out-degree",
        sentence: "the number of others toward whom it does something",
        definition: "The number of nodes to which it has a tie, one together with it included. Weights are set aside.",
        source: "L. C. Freeman, “Centrality in social networks: conceptual clarification”, Social Networks 1 (1978)",
        cost: Cost::Ties,
        computation: Computation::NodeCounts(measures::out_degree),
    },
    Measure {
        name: "strength",
        sentence: "the weight of all that it has to do with others, most often the number of acts",
        definition: "The sum of the weights between it and all others, direction set aside; what two do together counts once.",
        source: "A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted networks”, PNAS 101 (2004)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::strength),
    },
    Measure {
        name: "in-strength",
        sentence: "the weight of all that others do toward it",
        definition: "The sum of the weights of the ties to it; what two do together counts for both.",
        source: "A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted networks”, PNAS 101 (2004)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::in_strength),
    },
    Measure {
        name: "out-strength",
        sentence: "the weight of all that it does toward others",
        definition: "The sum of the weights of its ties to others; what two do together counts for both.",
        source: "A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted networks”, PNAS 101 (2004)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::out_strength),
    },
    Measure {
        name: "betweenness",
        sentence: "the share of the shortest ways between others that lead through it",
        definition: "The mean, over all ordered pairs of others, of the share of shortest paths from one to the other on which it lies; a pair without a path adds 0. Paths follow the ties; weights are set aside.",
        source: "L. C. Freeman, “A set of measures of centrality based on betweenness”, Sociometry 40 (1977); U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001)",
        cost: Cost::Paths,
        computation: Computation::Nodes(|subject| shares(measures::betweenness(&subject.graph))),
    },
    Measure {
        name: "weighted-betweenness",
        sentence: "the share of the shortest ways between others that lead through it, where a strong tie is a short one",
        definition: "As betweenness, but a tie of weight w is 1 / w long: who has twice as much to do with each other is half as far apart, and a tie of weight 0 leads nowhere.",
        source: "U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001); M. E. J. Newman, “Scientific collaboration networks. II”, Physical Review E 64 (2001)",
        cost: Cost::Paths,
        computation: Computation::Nodes(|subject| {
            shares(measures::weighted_betweenness(&subject.graph))
        }),
    },
    Measure {
        name: "closeness",
        sentence: "how near it is to those who can reach it: 1 next to all, 0 reached by nobody",
        definition: "r / (n − 1) · 1 / d, where r others of n − 1 can reach it, over d ties on average. Paths follow the ties toward it; weights are set aside.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994), formula 5.22",
        cost: Cost::Paths,
        computation: Computation::NodeNumbers(measures::closeness),
    },
    Measure {
        name: "harmonic",
        sentence: "the sum of how near all others are to it",
        definition: "The sum of 1 / d over all others, where d ties lead from one to it; who cannot reach it adds 0. Weights are set aside.",
        source: "M. Marchiori, V. Latora, “Harmony in the small-world”, Physica A 285 (2000)",
        cost: Cost::Paths,
        computation: Computation::NodeNumbers(measures::harmonic),
    },
    Measure {
        name: "pagerank",
        sentence: "the share of an endless walk along the ties that it sees: who is turned to by those who are turned to",
        definition: "p(v) = 0.15 / n + 0.85 (Σ p(u) w(u, v) / s(u) + D / n), where the sum runs over the nodes u with a tie of weight w to v, s(u) is all that u gives, n the number of nodes, and D the sum of p over nodes that give nothing.",
        source: "S. Brin, L. Page, “The anatomy of a large-scale hypertextual Web search engine”, Computer Networks 30 (1998)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::pagerank),
    },
    Measure {
        name: "core-number",
        sentence: "how deep it lies in the dense part: with how many neighbours at least it stays when those with fewer are taken away",
        definition: "The greatest k such that it belongs to the k-core. Direction and weights are set aside.",
        source: "S. B. Seidman, “Network structure and minimum degree”, Social Networks 5 (1983); V. Batagelj, M. Zaveršnik, “An O(m) algorithm for cores decomposition of networks” (2003)",
        cost: Cost::Ties,
        computation: Computation::NodeCounts(measures::core_number),
    },
    Measure {
        name: "clustering",
        sentence: "the share of its neighbours’ pairs that have to do with each other",
        definition: "2t / (k (k − 1)) with k neighbours, of which t pairs are tied; 0 for fewer than two. Direction and weights are set aside.",
        source: "D. J. Watts, S. H. Strogatz, “Collective dynamics of ‘small-world’ networks”, Nature 393 (1998)",
        cost: Cost::Ties,
        computation: Computation::NodeNumbers(measures::clustering),
    },
    Measure {
        name: "articulation",
        sentence: "whether the network would fall apart without it",
        definition: "Whether taking it away leaves more parts than there were. Direction and weights are set aside.",
        source: "J. Hopcroft, R. Tarjan, “Algorithm 447: efficient algorithms for graph manipulation”, Communications of the ACM 16 (1973)",
        cost: Cost::Ties,
        computation: Computation::Nodes(|subject| {
            let points = measures::articulation_points(&subject.graph);
            Ok(points.into_iter().map(Value::Truth).collect())
        }),
    },
    Measure {
        name: "community",
        sentence: "the number of its group, 1 for the largest: its members have more to do among themselves than with others",
        definition: "What the Louvain method finds without any chance: nodes go where modularity gains most, in their order, until none gains; then groups do, and so on; then nodes once more. Direction is set aside, weights are used.",
        source: "V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, “Fast unfolding of communities in large networks”, Journal of Statistical Mechanics (2008); R. Rotta, A. Noack, “Multilevel local search algorithms for modularity clustering”, ACM Journal of Experimental Algorithmics 16 (2011)",
        cost: Cost::Ties,
        computation: Computation::NodeGroups(|subject| {
            let communities = subject.communities().iter();
            communities.map(|number| number + 1).collect()
        }),
    },
];

/// Shares of shortest paths, of which more may exist than a floating-point number can count.
fn shares(shares: Vec<f64>) -> Result<Vec<Value>, Undefined> {
    if shares.iter().all(|share| share.is_finite()) {
        Ok(shares.into_iter().map(Value::Number).collect())
    } else {
        Err(Undefined::since(
            "there are more shortest paths than a number can count",
        ))
    }
}
