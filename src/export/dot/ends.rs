//! The nodes as edges need them: looked up once, since there may be many edges at each.

use oxigraph::model::NamedNode;

use super::quoted::{Quoted, identifier};
use crate::export::name::name;
use crate::network::{Network, NodeFacts};

/// A node, and what is known of it.
#[derive(Debug)]
pub struct NodeRef<'a> {
    pub(crate) iri: &'a NamedNode,
    /// The name by which statements refer to it.
    pub(crate) name: Quoted,
    /// Its name for people.
    pub(crate) label: String,
    pub(crate) known: Option<&'a NodeFacts>,
}

impl<'a> NodeRef<'a> {
    /// Every node, by its index.
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
