//! A node and its attributes.

use oxigraph::model::NamedNode;
use serde::Serialize;

use super::column::{Column, Kind, Value, text};
use crate::export::name::name;
use crate::network::{Facts, Network};

/// The attributes of a node, without its identifier.
pub const COLUMNS: [Column; 7] = [
    Column::new("label", Kind::Text, "its name for people"),
    Column::new("iri", Kind::Text, "its IRI"),
    Column::new(
        "class",
        Kind::Text,
        "what it is: State, Region, Person, Sector …",
    ),
    Column::new(
        "side",
        Kind::Text,
        "the side of the relationship to which it belongs",
    ),
    Column::new("date", Kind::Text, "when it took place"),
    Column::new("note", Kind::Text, "a sentence about it"),
    Column::new("link", Kind::Text, "a page about it"),
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
