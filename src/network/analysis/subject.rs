//! The subject of an analysis: a network, its projection, and what several measures need.

use std::sync::OnceLock;

use oxigraph::model::NamedNode;

use crate::model::EntityKind;
use crate::network::facts::NodeFacts;
use crate::network::graph::Network;
use crate::network::measures;
use crate::network::projection::Projection;
use crate::network::sectors::Sectors;

/// A network to measure.
#[derive(Debug)]
pub struct Subject<'a> {
    pub(crate) network: &'a Network,
    pub(crate) graph: Projection,
    pub(crate) nodes: Vec<&'a NamedNode>,
    /// The sides of the relationship; the first of a pair is on the first of them.
    pub(crate) sides: &'a [NamedNode],
    pub(crate) sectors: &'a Sectors,
    communities: OnceLock<Vec<usize>>,
}

impl<'a> Subject<'a> {
    /// Projects a network to a directed or an undirected graph.
    #[must_use]
    pub fn new(
        network: &'a Network,
        undirected: bool,
        sides: &'a [NamedNode],
        sectors: &'a Sectors,
    ) -> Self {
        let mut graph = Projection::of(network);
        if undirected {
            graph = graph.undirected();
        }
        Self {
            network,
            graph,
            nodes: network.nodes().collect(),
            sides,
            sectors,
            communities: OnceLock::new(),
        }
    }

    /// The communities, computed once.
    pub(crate) fn communities(&self) -> &[usize] {
        self.communities
            .get_or_init(|| measures::communities(&self.graph))
    }

    /// The kind of each node.
    pub(crate) fn kinds(&self) -> Vec<Option<&'static str>> {
        self.of_facts(|facts| facts.sort.map(EntityKind::word))
    }

    /// The side of each node.
    pub(crate) fn sides_of_nodes(&self) -> Vec<Option<&'a NamedNode>> {
        self.of_facts(|facts| facts.side.as_ref())
    }

    fn of_facts<T>(&self, get: impl Fn(&'a NodeFacts) -> Option<T>) -> Vec<Option<T>> {
        let facts = &self.network.facts().nodes;
        let nodes = self.nodes.iter();
        nodes.map(|node| facts.get(*node).and_then(&get)).collect()
    }
}
