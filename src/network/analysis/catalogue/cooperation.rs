//! Measures of cooperation: of what actors say and do, in any view.

use crate::network::analysis::aggregation::Aggregation;
use crate::network::analysis::measure::{Computation, Cost, Measure};

pub const MEASURES: &[Measure] = &[
    Measure {
        name: "ladder",
        sentence: "how binding the words of each actor to another are: commitments by strength, with asks, stances and answers",
        definition: "For each ordered pair of actors, the number of acts of each group, and of commitments of each strength, from 1 (an assurance) to 7 (a delivery). A joint act counts in both directions.",
        source: "ours; the rungs agree in order with PLOVER and IATI",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "ladder-by-pair",
            aggregation: Aggregation::Ladder,
        },
    },
    Measure {
        name: "deeds",
        sentence: "the share of commitments that led to an agreement or a delivery, and the days that this took",
        definition: "words: commitments of a strength below 7. deeds: those that a more binding agreement or delivery follows up, in one or more steps; by_inference: those of them where the follow-up is only inferred. share: deeds / words. mean_days: from the last day of the commitment to the first day of the agreement or delivery, if both have a date; never below 0.",
        source: "ours; words against deeds as in the study of verbal and material cooperation, P. A. Schrodt, “CAMEO” (2012)",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "deeds-by-pair",
            aggregation: Aggregation::Deeds,
        },
    },
    Measure {
        name: "breadth",
        sentence: "the effective number of sectors of cooperation: as many as if all had the same share",
        definition: "entropy: −Σ p log₂ p, in bits, where p is the share of a sector among all mentions of sectors in the acts of one actor toward the other. effective: 2 to the power of the entropy.",
        source: "C. E. Shannon, “A mathematical theory of communication”, Bell System Technical Journal 27 (1948); M. O. Hill, “Diversity and evenness”, Ecology 54 (1973)",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "breadth-by-pair",
            aggregation: Aggregation::Breadth,
        },
    },
    Measure {
        name: "openness",
        sentence: "the acts that await an outcome, and their age in days on the date of `--on`",
        definition: "open: asks, proposals, offers and pledges without a recorded outcome. oldest: the age in days of the oldest; mean_days: the mean age. Acts without a date have no age.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "openness-by-pair",
            aggregation: Aggregation::Openness,
        },
    },
    Measure {
        name: "one-sidedness",
        sentence: "the share of an actor's acts toward another that only one party reports",
        definition: "told_by_one: acts without a match in a text by another issuer. share: told_by_one / acts.",
        source: "ours",
        cost: Cost::Ties,
        computation: Computation::Question {
            name: "one-sided-by-pair",
            aggregation: Aggregation::OneSidedness,
        },
    },
];
