//! Nodes and edges as a picture needs them, with facts that are looked up once: a node can have many edges.

use oxigraph::model::NamedNode;

use super::quoted::{Quoted, identifier};
use crate::export::name;
use crate::model::EntityKind;
use crate::network::{Edge, Network, NodeFacts};

/// A node and facts about it.
#[derive(Debug)]
pub struct NodeRef<'a> {
    /// Its position in the network.
    pub index: usize,
    pub iri: &'a NamedNode,
    /// Its identifier in DOT.
    pub name: Quoted,
    pub label: String,
    pub facts: Option<&'a NodeFacts>,
}

impl<'a> NodeRef<'a> {
    /// Every node, by index.
    pub fn all(network: &'a Network) -> Vec<Self> {
        let facts = network.facts();
        let nodes = network.nodes().enumerate();
        let nodes = nodes.map(|(index, iri)| Self {
            index,
            iri,
            name: identifier(&name(iri)),
            label: facts.node_label(iri),
            facts: facts.nodes.get(iri),
        });
        nodes.collect()
    }

    pub fn kind(&self) -> Option<EntityKind> {
        self.facts?.sort
    }

    pub fn is_event(&self) -> bool {
        self.kind() == Some(EntityKind::Event)
    }

    pub fn side(&self) -> Option<&'a NamedNode> {
        self.facts?.side.as_ref()
    }

    pub fn date(&self) -> Option<&'a str> {
        self.facts?.date.as_deref()
    }
}

/// An edge with its ends.
#[derive(Debug, Clone, Copy)]
pub struct EdgeRef<'a> {
    /// Its position in the network.
    pub number: usize,
    pub from: &'a NodeRef<'a>,
    pub to: &'a NodeRef<'a>,
    pub edge: &'a Edge,
}

impl<'a> EdgeRef<'a> {
    /// Every edge, in the order of the network.
    pub fn all(
        network: &'a Network,
        nodes: &'a [NodeRef<'a>],
    ) -> impl Iterator<Item = Self> + use<'a> {
        let edges = network.edges().enumerate();
        edges.filter_map(|(number, (source, target, edge))| {
            Some(Self {
                number,
                from: nodes.get(source)?,
                to: nodes.get(target)?,
                edge,
            })
        })
    }
}
