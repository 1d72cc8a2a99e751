//! Measures of each pair of nodes.

use crate::network::analysis::measure::{Computation, Cost, Measure, Split};
use crate::network::analysis::table::Value;

pub const MEASURES: &[Measure] = &[
    Measure {
        name: "given",
        sentence: "the weight of the acts of the first toward the second",
        definition: "The sum of the weights of the acts of the first toward the second, without joint acts. The first is on the first side of the dossier.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| Ok(Value::Number(pair.flow().given))),
    },
    Measure {
        name: "received",
        sentence: "the weight of the acts of the second toward the first",
        definition: "As given, in the other direction.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| Ok(Value::Number(pair.flow().received))),
    },
    Measure {
        name: "together",
        sentence: "the weight of joint acts",
        definition: "The sum of the weights of acts that tie the two in both directions, each counted once.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| Ok(Value::Number(pair.flow().together))),
    },
    Measure {
        name: "balance",
        sentence: "which of the two does more: 1 only the first, 0 both the same, −1 only the second",
        definition: "(given − received) / (given + received). Undefined if all their acts are joint acts.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| pair.flow().balance().map(Value::Number)),
    },
    Measure {
        name: "direction",
        sentence: "whether the acts other than joint acts go one way or both ways",
        definition: "Both ways if given and received are above 0, one way if only one is, otherwise together only.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994), section 13.3: mutual and asymmetric dyads",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| Ok(pair.direction())),
    },
    Measure {
        name: "sector-overlap",
        sentence: "the share of their sectors that both have in common: 1 the same sectors, 0 none in common",
        definition: "The number of sectors in which both have an act toward the other, divided by the number of sectors in which at least one has; a joint act belongs to both. Undefined if neither has an act in a sector.",
        source: "P. Jaccard, “Étude comparative de la distribution florale”, Bulletin de la Société vaudoise des sciences naturelles 37 (1901)",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| pair.sector_overlap().map(Value::Number)),
    },
    Measure {
        name: "by-group",
        sentence: "given, received and together, for each group of kinds of act",
        definition: "A row for each pair and group with acts: Account, Stance, Ask, Answer, Commitment; a relation that is not a kind of act is a group of its own.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::PairsBy(Split::Group),
    },
    Measure {
        name: "by-kind",
        sentence: "given, received and together, for each kind of act",
        definition: "A row for each pair and kind with acts.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::PairsBy(Split::Kind),
    },
];
