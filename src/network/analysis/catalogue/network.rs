//! Measures of the network as a whole.

use crate::network::analysis::measure::{Computation, Cost, Measure};
use crate::network::analysis::table::Value;
use crate::network::measures;
use crate::network::projection::Projection;

pub const MEASURES: &[Measure] = &[
    Measure {
        name: "node-count",
        sentence: "the number of nodes",
        definition: "The nodes that the view ties to others or to themselves.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994)",
        cost: Cost::Ties,
        computation: Computation::NetworkCount(Projection::node_count),
    },
    Measure {
        name: "tie-count",
        sentence: "the number of ties",
        definition: "Ties from one node to another, without parallel ties and self-loops; a joint act is a tie in both directions. If direction is ignored, the pairs of neighbours.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994)",
        cost: Cost::Ties,
        computation: Computation::NetworkCount(Projection::tie_count),
    },
    Measure {
        name: "pair-count",
        sentence: "the number of pairs of neighbours",
        definition: "Pairs of nodes with a tie between them in either direction.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994)",
        cost: Cost::Ties,
        computation: Computation::NetworkCount(Projection::pair_count),
    },
    Measure {
        name: "total-weight",
        sentence: "the weight of all ties",
        definition: "The sum of the weights between all pairs, usually the number of acts; a joint act counts once.",
        source: "A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, “The architecture of complex weighted networks”, PNAS 101 (2004)",
        cost: Cost::Ties,
        computation: Computation::NetworkNumber(|graph| {
            let strengths = measures::strength(graph).into_iter();
            // Each edge adds to the strength of both its ends.
            Ok(strengths.fold(0.0, |sum, strength| sum + strength) / 2.0)
        }),
    },
    Measure {
        name: "density",
        sentence: "the share of possible ties that exist",
        definition: "m / (n (n − 1)) with n nodes and m ties; twice that if direction is ignored. Weights are ignored. Undefined for fewer than two nodes.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994), sections 4.1.4 and 4.3.3",
        cost: Cost::Ties,
        computation: Computation::NetworkNumber(measures::density),
    },
    Measure {
        name: "reciprocity",
        sentence: "the share of ties that are reciprocated",
        definition: "Of the ties from one node to another, the share with a tie back. Joint acts are left out, because they are always ties in both directions. Weights are ignored. Undefined if direction is ignored, and if all ties are joint acts.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994), section 13.3; M. E. J. Newman, S. Forrest, J. Balthrop, “Email networks and the spread of computer viruses”, Physical Review E 66 (2002)",
        cost: Cost::Ties,
        computation: Computation::NetworkNumber(measures::reciprocity),
    },
    Measure {
        name: "transitivity",
        sentence: "the share of pairs with a common neighbour that are neighbours themselves",
        definition: "Three times the number of triangles, divided by the number of pairs of neighbours of all nodes. Direction and weights are ignored. Undefined if no node has two neighbours.",
        source: "R. D. Luce, A. D. Perry, “A method of matrix analysis of group structure”, Psychometrika 14 (1949)",
        cost: Cost::Ties,
        computation: Computation::NetworkNumber(measures::transitivity),
    },
    Measure {
        name: "weak-components",
        sentence: "the number of parts without ties between them",
        definition: "Two nodes are in one part if a path leads from one to the other, ignoring direction.",
        source: "F. Harary, R. Z. Norman, D. Cartwright, “Structural Models” (1965), chapter 3",
        cost: Cost::Ties,
        computation: Computation::NetworkCount(|graph| measures::weak_components(graph).len()),
    },
    Measure {
        name: "strong-components",
        sentence: "the number of parts in which every node can reach every other",
        definition: "Two nodes are in one part if a directed path leads from each to the other.",
        source: "F. Harary, R. Z. Norman, D. Cartwright, “Structural Models” (1965), chapter 3",
        cost: Cost::Ties,
        computation: Computation::NetworkCount(|graph| measures::strong_components(graph).len()),
    },
    Measure {
        name: "diameter",
        sentence: "the number of ties between the two most distant nodes",
        definition: "The greatest distance between any two nodes. Direction and weights are ignored. Undefined if the network has no node or is not connected.",
        source: "F. Harary, “Graph Theory” (1969), chapter 2",
        cost: Cost::Paths,
        computation: Computation::Network(|subject| {
            measures::diameter(&subject.graph).map(Value::count)
        }),
    },
    Measure {
        name: "assortativity-by-kind",
        sentence: "how far ties stay among actors of one kind, such as states: 1 always, 0 as by chance, below 0 less than by chance",
        definition: "(Σ e(i, i) − Σ a(i) b(i)) / (1 − Σ a(i) b(i)), where e(i, j) is the share of ties from kind i to kind j, a(i) of those from i and b(i) of those to i. Ties with an end of unknown kind are left out; weights are ignored. Undefined if all ties are within one kind.",
        source: "M. E. J. Newman, “Mixing patterns in networks”, Physical Review E 67 (2003)",
        cost: Cost::Ties,
        computation: Computation::Network(|subject| {
            measures::assortativity(&subject.graph, &subject.kinds()).map(Value::Number)
        }),
    },
    Measure {
        name: "assortativity-by-side",
        sentence: "how far ties stay within the two sides: 1 always, 0 as by chance, below 0 less than by chance",
        definition: "As assortativity-by-kind, with the sides of the relationship instead of kinds; ties with an end on no side are left out.",
        source: "M. E. J. Newman, “Mixing patterns in networks”, Physical Review E 67 (2003)",
        cost: Cost::Ties,
        computation: Computation::Network(|subject| {
            measures::assortativity(&subject.graph, &subject.sides_of_nodes()).map(Value::Number)
        }),
    },
    Measure {
        name: "community-count",
        sentence: "the number of groups with more ties inside than to other groups",
        definition: "The number of communities that `community` finds.",
        source: "V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, “Fast unfolding of communities in large networks”, Journal of Statistical Mechanics (2008)",
        cost: Cost::Ties,
        computation: Computation::Network(|subject| {
            let last = subject.communities().iter().max();
            Ok(Value::count(last.map_or(0, |number| number + 1)))
        }),
    },
    Measure {
        name: "modularity",
        sentence: "how much more of the weight is within communities than expected by chance",
        definition: "Σ (w(c) / m − (s(c) / 2m)²) over all communities c that `community` finds, where m is all weight, w(c) that within c, and s(c) the sum of strengths in c. Direction is ignored. Undefined if no tie has a weight.",
        source: "M. E. J. Newman, M. Girvan, “Finding and evaluating community structure in networks”, Physical Review E 69 (2004)",
        cost: Cost::Ties,
        computation: Computation::Network(|subject| {
            measures::modularity(&subject.graph, subject.communities()).map(Value::Number)
        }),
    },
];
