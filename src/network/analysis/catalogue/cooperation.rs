//! Measures of cooperation: of what is said and done, in any view.

use crate::network::analysis::aggregation::Aggregation;
use crate::network::analysis::measure::{Computation, Cost, Measure};

pub const MEASURES: &[Measure] = &[
    Measure {
        name: "ladder",
        sentence: "how binding what one says to another is: commitments on each rung, beside asks, stances and answers",
        definition: "For each who says something and each toward whom, the number of acts of each group, and of commitments of each strength from 1, an assurance, to 7, a delivery. What both do together is of each toward the other.",
        source: "ours; the rungs agree in order with PLOVER and IATI",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "ladder-by-pair",
            aggregation: Aggregation::Ladder,
        },
    },
    Measure {
        name: "deeds",
        sentence: "words against deeds: which share of commitments led to an agreement or a delivery, and after how many days",
        definition: "words: commitments of a strength below 7. deeds: those that a more binding agreement or delivery follows up, in one step or several; by_inference: those of them where only somebody inferred that it does. share: deeds / words. mean_days: from the last day of the words to the first of the deed, where both have a date; never below 0.",
        source: "ours; words against deeds as in the study of verbal and material cooperation, P. A. Schrodt, “CAMEO” (2012)",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "deeds-by-pair",
            aggregation: Aggregation::Deeds,
        },
    },
    Measure {
        name: "breadth",
        sentence: "over how many sectors cooperation is spread: as many as it would be if all had the same share",
        definition: "entropy: −Σ p log₂ p, in bits, where p is the share of a sector among all mentions of sectors in acts of one toward the other. effective: 2 to the power of the entropy.",
        source: "C. E. Shannon, “A mathematical theory of communication”, Bell System Technical Journal 27 (1948); M. O. Hill, “Diversity and evenness”, Ecology 54 (1973)",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "breadth-by-pair",
            aggregation: Aggregation::Breadth,
        },
    },
    Measure {
        name: "openness",
        sentence: "what waits for an outcome, and for how many days, on the day that `--on` names",
        definition: "open: asks, proposals, offers and pledges without a recorded outcome. oldest: the age in days of the oldest; mean_days: of all on average. What has no date has no age.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "openness-by-pair",
            aggregation: Aggregation::Openness,
        },
    },
    Measure {
        name: "one-sidedness",
        sentence: "which share of what one does toward another is told by one party alone",
        definition: "told_by_one: acts without a match in a text of another issuer. share: told_by_one / acts.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "one-sided-by-pair",
            aggregation: Aggregation::OneSidedness,
        },
    },
];
