//! The subject of an analysis: a network, its projection, and what several measures need.

use std::sync::OnceLock;

use oxigraph::model::NamedNode;

use crate::model::EntityKind;
use crate::network::facts::NodeFacts;
use crate::network::graph::Network;
use crate::network::measures;
use crate::network::projection::Projection;

/// A network to measure.
#[derive(Debug)]
pub struct Subject<'a> {
    pub(crate) network: &'a Network,
    pub(crate) graph: Projection,
    pub(crate) nodes: Vec<&'a NamedNode>,
    communities: OnceLock<Vec<usize>>,
}

impl<'a> Subject<'a> {
    /// Projects a network to a directed or an undirected graph.
    #[must_use]
    pub fn new(network: &'a Network, undirected: bool) -> Self {
        let graph = Projection::of(network);
        Self {
            network,
            graph: if undirected {
                graph.undirected()
            } else {
                graph
            },
            nodes: network.nodes().collect(),
            communities: OnceLock::new(),
        }
    }

    /// The number of the community of each node, from 0 for the largest; computed once.
    pub fn communities(&self) -> &[usize] {
        self.communities
            .get_or_init(|| measures::communities(&self.graph))
    }

    /// The kind of each node.
    pub(crate) fn kinds(&self) -> Vec<Option<&'static str>> {
        self.of_facts(|facts| facts.sort.map(EntityKind::word))
    }

    /// The side of each node.
    pub(crate) fn sides(&self) -> Vec<Option<&'a NamedNode>> {
        self.of_facts(|facts| facts.side.as_ref())
    }

    fn of_facts<T>(&self, get: impl Fn(&'a NodeFacts) -> Option<T>) -> Vec<Option<T>> {
        let facts = &self.network.facts().nodes;
        let nodes = self.nodes.iter();
        nodes.map(|node| facts.get(*node).and_then(&get)).collect()
    }
}
