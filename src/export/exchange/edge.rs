//! Edges, with the acts behind them and their words.

use std::iter;

use oxigraph::model::NamedNode;
use serde::Serialize;

use super::column::{Column, Kind, Value, lines, number, text, truth};
use crate::export::name;
use crate::network::{self, Facts, Network};
use crate::text::flat;

/// The attributes of an edge, without its ends.
pub const COLUMNS: [Column; 14] = [
    Column::text("label", "the name of its relation for people"),
    Column::text(
        "relation",
        "its relation, most often a kind of act, or a group of kinds",
    ),
    Column::new(
        "weight",
        Kind::Number,
        "how many acts, or the sum of the weights that the view gives",
    ),
    Column::new(
        "mutual",
        Kind::Truth,
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
    pub label: String,
    pub relation: String,
    pub weight: f64,
    pub mutual: bool,
    kinds: Vec<Part>,
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
struct Part {
    label: String,
    relation: String,
    weight: f64,
}

impl<'a> Edge<'a> {
    pub fn new(edge: &'a network::Edge, facts: &'a Facts) -> Self {
        let kinds = edge.shares.iter().map(|share| Part {
            label: facts.relation_label(&share.relation),
            relation: name(&share.relation),
            weight: share.weight,
        });
        let acts = edge.acts.iter().zip(edge.dates());
        let acts = acts.map(|(act, dates)| Act::new(act, dates, facts));
        Self {
            label: facts.relation_label(&edge.relation),
            relation: name(&edge.relation),
            weight: edge.weight,
            mutual: edge.mutual,
            kinds: kinds.collect(),
            first_date: edge.first_date.as_deref(),
            last_date: edge.last_date.as_deref(),
            layers: edge.layers.iter().map(String::as_str).collect(),
            acts: acts.collect(),
        }
    }

    /// The values of [`COLUMNS`].
    pub fn values(&self) -> [Value<'_>; COLUMNS.len()] {
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
            lines(acts().map(|act| act.id.as_str())),
            lines(acts().map(|act| act.audience.join(", "))),
            lines(acts().map(|act| flat(act.sentence.unwrap_or_default()))),
            lines(acts().map(|act| flat(act.quote.unwrap_or_default()))),
            lines(acts().map(Act::dates)),
            lines(acts().map(|act| flat(act.link.unwrap_or_default()))),
        ]
    }
}

/// An act, or something else that carries a tie, with its words.
#[derive(Debug, Serialize)]
struct Act<'a> {
    id: String,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    audience: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    /// The last date, if the act has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
}

impl<'a> Act<'a> {
    fn new(act: &NamedNode, [first, last]: [Option<&'a str>; 2], facts: &'a Facts) -> Self {
        let facts = facts.acts.get(act);
        let sentence = facts.map(|facts| facts.sentence.as_str());
        Self {
            id: name(act),
            audience: facts.map_or(&[], |facts| &facts.audience),
            sentence: sentence.filter(|sentence| !sentence.is_empty()),
            quote: facts.and_then(|facts| facts.quote.as_deref()),
            date: first,
            end_date: last.filter(|_| last != first),
            link: facts.and_then(|facts| facts.url.as_deref()),
        }
    }

    /// `2017-11-13`, or `2017/2019` for an interval.
    fn dates(&self) -> String {
        let date = self.date.unwrap_or_default();
        let end = self.end_date.map(|end| ["/", end].concat());
        [date, &end.unwrap_or_default()].concat()
    }
}

/// A tie, or one direction of a mutual one, from its source to its target.
#[derive(Debug, Serialize)]
pub struct Arc<'a> {
    pub source: String,
    pub target: String,
    /// `e12`, and `e12-back` for the reverse direction of a mutual tie.
    #[serde(rename = "key")]
    pub id: String,
    #[serde(flatten)]
    pub edge: Edge<'a>,
    #[serde(skip)]
    pub tie: &'a network::Edge,
}

impl<'a> Arc<'a> {
    /// Every arc of a network, in the order of the edges.
    pub fn all(network: &'a Network) -> impl Iterator<Item = Self> {
        let ids: Vec<String> = network.nodes().map(name).collect();
        let edges = network.edges().enumerate();
        let arcs = edges.flat_map(|(number, (source, target, tie))| {
            let back = (format!("e{number}-back"), [target, source], tie);
            let back = tie.mutual.then_some(back);
            iter::once((format!("e{number}"), [source, target], tie)).chain(back)
        });
        arcs.filter_map(move |(id, [source, target], tie)| {
            Some(Self {
                source: ids.get(source)?.clone(),
                target: ids.get(target)?.clone(),
                id,
                edge: Edge::new(tie, network.facts()),
                tie,
            })
        })
    }
}
