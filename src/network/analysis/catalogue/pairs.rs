//! Measures of each pair of nodes.

use crate::network::analysis::measure::{Computation, Cost, Measure, Split};
use crate::network::analysis::table::Value;

pub const MEASURES: &[Measure] = &[
    Measure {
        name: "given",
        sentence: "the weight of what the first does toward the second",
        definition: "The sum of the weights of its acts toward the second, those of both together left out. The first is of the first side of the dossier.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| Ok(Value::Number(pair.flow().given))),
    },
    Measure {
        name: "received",
        sentence: "the weight of what the second does toward the first",
        definition: "As given, the other way.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| Ok(Value::Number(pair.flow().received))),
    },
    Measure {
        name: "together",
        sentence: "the weight of what both do together",
        definition: "The sum of the weights of acts that tie the two both ways, each counted once.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| Ok(Value::Number(pair.flow().together))),
    },
    Measure {
        name: "balance",
        sentence: "from whom more comes: 1 all from the first, 0 as much from each, −1 all from the second",
        definition: "(given − received) / (given + received). Undefined where all that they do they do together.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| pair.flow().balance().map(Value::Number)),
    },
    Measure {
        name: "direction",
        sentence: "whether what is done alone goes one way or both ways",
        definition: "Both ways where given and received are above 0, one way where one of them is, else together only.",
        source: "S. Wasserman, K. Faust, “Social Network Analysis: Methods and Applications” (1994), section 13.3: mutual and asymmetric dyads",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| Ok(pair.direction())),
    },
    Measure {
        name: "sector-overlap",
        sentence: "the share of their sectors in which both do something: 1 the same, 0 none in common",
        definition: "The number of sectors in which both have an act toward the other, divided by the number of those in which one has; what both do together is of both. Undefined where neither does anything in a sector.",
        source: "P. Jaccard, “Étude comparative de la distribution florale”, Bulletin de la Société vaudoise des sciences naturelles 37 (1901)",
        cost: Cost::Ties,
        computation: Computation::Pairs(|pair| pair.sector_overlap().map(Value::Number)),
    },
    Measure {
        name: "by-group",
        sentence: "given, received and together, for each group of kinds of act",
        definition: "A row for each pair and group with anything in it: Account, Stance, Ask, Answer, Commitment; a relation that is no kind of act stands for itself.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::PairsBy(Split::Group),
    },
    Measure {
        name: "by-kind",
        sentence: "given, received and together, for each kind of act",
        definition: "A row for each pair and kind with anything in it.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::PairsBy(Split::Kind),
    },
];
