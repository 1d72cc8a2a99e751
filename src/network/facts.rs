//! What is known of the things in a network, for those who draw it or write it out.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use crate::model::EntityKind;
use crate::vocab::shorten;

/// What is known, by IRI. It may be of more things than the network holds, and of fewer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Of nodes, and of the sides to which they belong.
    pub nodes: BTreeMap<NamedNode, NodeFacts>,
    /// Of relations.
    pub relations: BTreeMap<NamedNode, RelationFacts>,
    /// Of acts.
    pub acts: BTreeMap<NamedNode, ActFacts>,
}

/// What is known of a node.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NodeFacts {
    /// Its name for people.
    pub label: String,
    /// What it is.
    pub sort: Option<EntityKind>,
    /// The side of the relationship to which it belongs.
    pub side: Option<NamedNode>,
    /// A sentence about it.
    pub note: Option<String>,
    /// A page about it.
    pub url: Option<String>,
    /// When it took place, as exactly as it is known; most things have no date.
    pub date: Option<String>,
}

/// What is known of a relation, most often a kind of act.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RelationFacts {
    /// Its name for people.
    pub label: String,
    /// Its place in a list of relations.
    pub order: u32,
    /// The group of kinds to which it belongs, if it is a kind of act.
    pub group: Option<NamedNode>,
}

/// What is known of an act, or of what else carries a tie: an event, a membership.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActFacts {
    /// Who does what toward whom, as a generated sentence; or how the event or membership is called.
    pub sentence: String,
    /// The exact words of the readout. What is recorded without its words has none.
    pub quote: Option<String>,
    /// The words on the publisher's page, or else the page itself.
    pub url: Option<String>,
    /// Its place among acts of the same date, for example where its quote begins.
    pub order: u32,
}

impl Facts {
    /// The name of a node for people; where nothing is known of it, its prefixed name or its IRI.
    #[must_use]
    pub fn node_label(&self, node: &NamedNode) -> String {
        let label = self.nodes.get(node).map(|facts| facts.label.as_str());
        label_or_name(label, node)
    }

    /// The group of kinds to which a relation belongs; itself where it belongs to none.
    #[must_use]
    pub fn group<'a>(&'a self, relation: &'a NamedNode) -> &'a NamedNode {
        let group = self
            .relations
            .get(relation)
            .and_then(|facts| facts.group.as_ref());
        group.unwrap_or(relation)
    }

    /// Where a relation stands among others: by its order, then by its IRI.
    #[must_use]
    pub fn rank<'a>(&self, relation: &'a NamedNode) -> (u32, &'a NamedNode) {
        let order = self.relations.get(relation).map(|facts| facts.order);
        (order.unwrap_or(u32::MAX), relation)
    }

    /// The name of a relation for people; where nothing is known of it, its prefixed name or its IRI.
    #[must_use]
    pub fn relation_label(&self, relation: &NamedNode) -> String {
        let label = self
            .relations
            .get(relation)
            .map(|facts| facts.label.as_str());
        label_or_name(label, relation)
    }
}

fn label_or_name(label: Option<&str>, iri: &NamedNode) -> String {
    let spelled_out = label.filter(|label| !label.trim().is_empty());
    spelled_out.map_or_else(|| name(iri), str::to_owned)
}

fn name(iri: &NamedNode) -> String {
    shorten(iri.as_str()).map_or_else(
        || iri.as_str().to_owned(),
        |(prefix, local)| [prefix.name, local].join(":"),
    )
}
