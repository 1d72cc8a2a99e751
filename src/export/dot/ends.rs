//! The nodes as edges need them: looked up once, because a node can have many edges.

use oxigraph::model::NamedNode;

use super::quoted::{Quoted, identifier};
use crate::export::name::name;
use crate::network::{Network, NodeFacts};

/// A node, and facts about it.
#[derive(Debug)]
pub struct NodeRef<'a> {
    pub(crate) iri: &'a NamedNode,
    /// Its identifier in DOT.
    pub(crate) name: Quoted,
    /// Its label.
    pub(crate) label: String,
    pub(crate) known: Option<&'a NodeFacts>,
}

impl<'a> NodeRef<'a> {
    /// Every node, by index.
    pub(crate) fn all(network: &'a Network) -> Vec<Self> {
        network
            .nodes()
            .map(|iri| Self {
                iri,
                name: identifier(&name(iri)),
                label: network.facts().node_label(iri),
                known: network.facts().nodes.get(iri),
            })
            .collect()
    }
}
