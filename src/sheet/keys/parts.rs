//! The tables that stand as values of keys.

use super::{Required, Shape, Table, key};
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, schema};

/// What stands below an inferable key.
pub const INFERRED: Table = Table {
    name: "inferred",
    meaning: "A value that the text does not print, and why it is believed.",
    repeated: false,
    keys: &[
        key("is", Shape::Inferred, "", "The inferred value.").required(Required::Yes),
        key("because", Shape::Text, "", "Why it is believed.")
            .becomes(&[bil::INFERRED_BECAUSE])
            .required(Required::Yes),
        key(
            "printed",
            Shape::Words,
            "none",
            "The readout's words from which it was inferred.",
        )
        .becomes(&[bil::PRINTED]),
        key(
            "source",
            Shape::Url,
            "none",
            "The address of what supports it.",
        )
        .becomes(&[dcterms::SOURCE]),
    ],
};

/// One table of `figures`.
pub const FIGURE: Table = Table {
    name: "figures",
    meaning: "An amount: its `value`, or `min` or `max` or both.",
    repeated: true,
    keys: &[
        key("of", Shape::Text, "", "What is measured.")
            .becomes(&[schema::NAME])
            .required(Required::Yes),
        key("value", Shape::Number, "none", "How much.").becomes(&[schema::VALUE]),
        key("min", Shape::Number, "none", "At least so much.").becomes(&[schema::MIN_VALUE]),
        key("max", Shape::Number, "none", "At most so much.").becomes(&[schema::MAX_VALUE]),
        key("unit", Shape::Text, "none", "The unit.").becomes(&[schema::UNIT_TEXT]),
        key("period", Shape::Period, "none", "For which time.").becomes(&[dcterms::TEMPORAL]),
        key("item", Shape::Name, "none", "Of which good or service.").becomes(&[bil::ITEM]),
    ],
};

/// A person together with the post that the readout gives.
pub const PARTICIPANT: Table = Table {
    name: "sides",
    meaning: "A person together with the post that the text gives.",
    repeated: true,
    keys: &[
        key("person", Shape::Name, "", "Who was there.").required(Required::Yes),
        key("post", Shape::Name, "", "The post that the person held.").required(Required::Yes),
    ],
};
