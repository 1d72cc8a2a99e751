//! An edge, with the acts behind it and their words.

use serde::Serialize;

use super::act::Act;
use super::column::{Column, Value, lines, number, text, truth};
use crate::export::name::name;
use crate::network::{self, Facts};
use crate::text::flat;

/// The attributes of an edge, without its ends.
pub const COLUMNS: [Column; 14] = [
    Column::text("label", "the name of its relation for people"),
    Column::text(
        "relation",
        "its relation, most often a kind of act, or a group of kinds",
    ),
    Column::number(
        "weight",
        "how many acts, or the sum of the weights that the view gives",
    ),
    Column::truth(
        "mutual",
        "whether both do it together: then an edge leads each way",
    ),
    Column::text(
        "kinds",
        "the relations of which it is made, each with its weight, one a line",
    ),
    Column::text("first_date", "the earliest date of an act"),
    Column::text("last_date", "the latest date of an act"),
    Column::text("layers", "the layers to which its acts belong, one a line"),
    Column::text("acts", "its acts, or what else carries it, one a line"),
    Column::text(
        "audience",
        "the other sides of the event of each act, one act a line",
    ),
    Column::text("sentences", "what each act says, one a line"),
    Column::text(
        "quotes",
        "the exact words of each act, one a line; white space folded",
    ),
    Column::text("dates", "the date of each act, or first/last, one a line"),
    Column::text(
        "links",
        "the words of each act on the publisher's page, one a line",
    ),
];

/// An edge.
#[derive(Debug, Serialize)]
pub struct Edge<'a> {
    pub(crate) label: String,
    pub(crate) relation: String,
    pub(crate) weight: f64,
    pub(crate) mutual: bool,
    kinds: Vec<Kind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_date: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    layers: Vec<&'a str>,
    acts: Vec<Act<'a>>,
}

/// A relation that an edge consists of.
#[derive(Debug, Serialize)]
struct Kind {
    label: String,
    relation: String,
    weight: f64,
}

impl<'a> Edge<'a> {
    pub(crate) fn new(edge: &'a network::Edge, facts: &'a Facts) -> Self {
        let kinds = edge.shares.iter().map(|share| Kind {
            label: facts.relation_label(&share.relation),
            relation: name(&share.relation),
            weight: share.weight,
        });
        Self {
            label: facts.relation_label(&edge.relation),
            relation: name(&edge.relation),
            weight: edge.weight,
            mutual: edge.mutual,
            kinds: kinds.collect(),
            first_date: edge.first_date.as_deref(),
            last_date: edge.last_date.as_deref(),
            layers: edge.layers.iter().map(String::as_str).collect(),
            acts: Act::all_of(edge, facts),
        }
    }

    /// The values of [`COLUMNS`].
    pub(crate) fn values(&self) -> [Value<'_>; COLUMNS.len()] {
        let kinds = self.kinds.iter();
        let kinds = kinds.map(|kind| format!("{}: {:?}", flat(&kind.label), kind.weight));
        let acts = || self.acts.iter();
        [
            text(&self.label),
            text(&self.relation),
            Some(number(self.weight)),
            Some(truth(self.mutual)),
            lines(kinds),
            self.first_date.and_then(text),
            self.last_date.and_then(text),
            lines(self.layers.iter().map(|layer| flat(layer))),
            lines(acts().map(Act::id)),
            lines(acts().map(Act::audience)),
            lines(acts().map(|act| flat(act.sentence()))),
            lines(acts().map(|act| flat(act.quote()))),
            lines(acts().map(Act::dates)),
            lines(acts().map(|act| flat(act.link()))),
        ]
    }
}
