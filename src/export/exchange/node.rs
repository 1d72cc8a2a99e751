//! A node and its attributes.

use oxigraph::model::NamedNode;
use serde::Serialize;

use super::column::{Column, Value, text};
use crate::export::name;
use crate::network::{Facts, Network};

/// The attributes of a node, without its identifier.
pub const COLUMNS: [Column; 7] = [
    Column::text("label", "its name for people"),
    Column::text("iri", "its IRI"),
    Column::text("class", "what it is: State, Region, Person, Sector …"),
    Column::text("side", "the side of the relationship to which it belongs"),
    Column::text("date", "when it took place"),
    Column::text("note", "a sentence about it"),
    Column::text("link", "a page about it"),
];

/// A node.
#[derive(Debug, Serialize)]
pub struct Node<'a> {
    /// Its prefixed name, or else its IRI: the same in every format and view.
    pub id: String,
    pub label: String,
    pub iri: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
}

impl<'a> Node<'a> {
    /// The nodes of a network, in its order.
    pub fn all(network: &'a Network) -> impl Iterator<Item = Self> {
        let nodes = network.nodes();
        nodes.map(|iri| Self::new(iri, network.facts()))
    }

    pub fn new(iri: &'a NamedNode, facts: &'a Facts) -> Self {
        let known = facts.nodes.get(iri);
        Self {
            id: name(iri),
            label: facts.node_label(iri),
            iri: iri.as_str(),
            class: known.and_then(|known| Some(known.sort?.word())),
            side: known.and_then(|known| known.side.as_ref()).map(name),
            date: known.and_then(|known| known.date.as_deref()),
            note: known.and_then(|known| known.note.as_deref()),
            link: known.and_then(|known| known.url.as_deref()),
        }
    }

    /// The values of [`COLUMNS`].
    pub fn values(&self) -> [Value<'_>; COLUMNS.len()] {
        [
            text(&self.label),
            text(self.iri),
            self.class.and_then(text),
            self.side.as_deref().and_then(text),
            self.date.and_then(text),
            self.note.and_then(text),
            self.link.and_then(text),
        ]
    }
}
