//! Measures of the network as a whole.

use super::super::measure::Computation;
use super::super::{Cost, Measure, MeasureScope, Value};
use crate::network::measures;

pub const MEASURES: &[Measure] = &[
    Measure {
        name: "node-count",
        of: MeasureScope::Network,
        sentence: "the number of nodes",
        definition: "The nodes that the view ties to others, or to themselves.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994)",
        cost: Cost::Ties,
        way: Computation::Network(|of| Ok(Value::count(of.graph.node_count()))),
    },
    Measure {
        name: "tie-count",
        of: MeasureScope::Network,
        sentence: "the number of ties",
        definition: "Ties from one node to another, one for each two ends, without loops; what two do together ties both ways. Where direction is set aside, the pairs that are tied.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994)",
        cost: Cost::Ties,
        way: Computation::Network(|of| Ok(Value::count(of.graph.tie_count()))),
    },
    Measure {
        name: "pair-count",
        of: MeasureScope::Network,
        sentence: "the number of pairs that have to do with each other",
        definition: "Pairs of nodes with a tie between them, whatever its direction.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994)",
        cost: Cost::Ties,
        way: Computation::Network(|of| Ok(Value::count(of.graph.pair_count()))),
    },
    Measure {
        name: "total-weight",
        of: MeasureScope::Network,
        sentence: "the weight of all ties",
        definition: "The sum of the weights between all pairs, most often the number of acts; what two do together counts once.",
        source: "A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted networks”, PNAS 101 (2004)",
        cost: Cost::Ties,
        way: Computation::Network(|of| {
            Ok(Value::Number(half(
                measures::strength(&of.graph)
                    .iter()
                    .fold(0.0, |sum, strength| sum + strength),
            )))
        }),
    },
    Measure {
        name: "density",
        of: MeasureScope::Network,
        sentence: "the share of all possible ties that there are",
        definition: "m / (n (n − 1)) with n nodes and m ties; twice that where direction is set aside. Weights are set aside. Undefined for fewer than two nodes.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994), sections 4.1.4 and 4.3.3",
        cost: Cost::Ties,
        way: Computation::Network(|of| measures::density(&of.graph).map(Value::Number)),
    },
    Measure {
        name: "reciprocity",
        of: MeasureScope::Network,
        sentence: "the share of ties that are returned",
        definition: "MeasureScope the ties from one node to another, the share with a tie back. What two do together is left out: it goes both ways because it is written so. Weights are set aside. Undefined where direction is set aside, and where nobody does anything alone toward another.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994), section 13.3; M. E. J. Newman, S. Forrest, J. Balthrop, “Email networks and the spread of computer viruses”, Physical Review E 66 (2002)",
        cost: Cost::Ties,
        way: Computation::Network(|of| measures::reciprocity(&of.graph).map(Value::Number)),
    },
    Measure {
        name: "transitivity",
        of: MeasureScope::Network,
        sentence: "the share of those with a common partner who have to do with each other",
        definition: "Three times the number of triangles, divided by the number of pairs of neighbours of all nodes. Direction and weights are set aside. Undefined where no node has two neighbours.",
        source: "R. D. Luce, A. D. Perry, “A method of matrix analysis of group structure”, Psychometrika 14 (1949)",
        cost: Cost::Ties,
        way: Computation::Network(|of| measures::transitivity(&of.graph).map(Value::Number)),
    },
    Measure {
        name: "weak-components",
        of: MeasureScope::Network,
        sentence: "the number of parts between which there is no tie",
        definition: "Two nodes are in one part where a chain of ties leads from one to the other, direction set aside.",
        source: "F. Harary, R. Z. Norman, D. Cartwright, “Structural Models” (1965), chapter 3",
        cost: Cost::Ties,
        way: Computation::Network(|of| {
            Ok(Value::count(measures::weak_components(&of.graph).len()))
        }),
    },
    Measure {
        name: "strong-components",
        of: MeasureScope::Network,
        sentence: "the number of parts in which everybody can reach everybody",
        definition: "Two nodes are in one part where ties lead from each to the other.",
        source: "F. Harary, R. Z. Norman, D. Cartwright, “Structural Models” (1965), chapter 3",
        cost: Cost::Ties,
        way: Computation::Network(|of| {
            Ok(Value::count(measures::strong_components(&of.graph).len()))
        }),
    },
    Measure {
        name: "diameter",
        of: MeasureScope::Network,
        sentence: "the number of ties between the two that lie farthest apart",
        definition: "The greatest distance between any two nodes. Direction and weights are set aside. Undefined where the network has no node or falls into parts.",
        source: "F. Harary, “Graph Theory” (1969), chapter 2",
        cost: Cost::Paths,
        way: Computation::Network(|of| measures::diameter(&of.graph, of.threads).map(Value::count)),
    },
    Measure {
        name: "assortativity-by-kind",
        of: MeasureScope::Network,
        sentence: "how far ties stay among actors of one kind, such as states: 1 always, 0 as by chance, below 0 less",
        definition: "(Σ e(i, i) − Σ a(i) b(i)) / (1 − Σ a(i) b(i)), where e(i, j) is the share of ties from kind i to kind j, a(i) of those from i and b(i) of those to i. Ties with an end of no known kind are left out; weights are set aside. Undefined where all ties are within one kind.",
        source: "M. E. J. Newman, “Mixing patterns in networks”, Physical Review E 67 (2003)",
        cost: Cost::Ties,
        way: Computation::Network(|of| {
            measures::assortativity(&of.graph, &of.kinds()).map(Value::Number)
        }),
    },
    Measure {
        name: "assortativity-by-side",
        of: MeasureScope::Network,
        sentence: "how far ties stay within the two sides: 1 always, 0 as by chance, below 0 less",
        definition: "As assortativity-by-kind, with the sides of the relationship for kinds; ties with an end that belongs to no side are left out.",
        source: "M. E. J. Newman, “Mixing patterns in networks”, Physical Review E 67 (2003)",
        cost: Cost::Ties,
        way: Computation::Network(|of| {
            measures::assortativity(&of.graph, &of.sides_of_nodes()).map(Value::Number)
        }),
    },
    Measure {
        name: "community-count",
        of: MeasureScope::Network,
        sentence: "the number of groups that have more to do among themselves than with others",
        definition: "The number of communities that `community` finds.",
        source: "V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, “Fast unfolding of communities in large networks”, Journal of Statistical Mechanics (2008)",
        cost: Cost::Ties,
        way: Computation::Network(|of| {
            Ok(Value::count(
                of.communities().iter().max().map_or(0, |most| most + 1),
            ))
        }),
    },
    Measure {
        name: "modularity",
        of: MeasureScope::Network,
        sentence: "how much more of the weight lies within these communities than by chance",
        definition: "Σ (w(c) / m − (s(c) / 2m)²) over all communities c that `community` finds, where m is all weight, w(c) that within c, and s(c) the sum of strengths in c. Direction is set aside. Undefined where there is no weight.",
        source: "M. E. J. Newman, M. Girvan, “Finding and evaluating community structure in networks”, Physical Review E 69 (2004)",
        cost: Cost::Ties,
        way: Computation::Network(|of| {
            measures::modularity(&of.graph, of.communities()).map(Value::Number)
        }),
    },
];

/// Each tie was counted from either end.
fn half(sum: f64) -> f64 {
    sum / 2.0
}
