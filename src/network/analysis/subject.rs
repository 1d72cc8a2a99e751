//! What is measured: a network, its projection, and what several measures need of it.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::OnceLock;

use oxigraph::model::NamedNode;

use crate::network::{Network, Projection, Sectors, measures};

/// A network that is measured.
#[derive(Debug)]
pub struct Subject<'a> {
    pub(crate) network: &'a Network,
    pub(crate) graph: Projection,
    pub(crate) nodes: Vec<&'a NamedNode>,
    pub(crate) threads: NonZeroUsize,
    /// The sides of the relationship; the first of a pair is of the first of them.
    pub(crate) sides: &'a [NamedNode],
    pub(crate) sectors: &'a Sectors,
    communities: OnceLock<Vec<usize>>,
}

impl<'a> Subject<'a> {
    /// Makes the projection of a network, with direction or without.
    ///
    /// So many threads share the work; what is measured has the same bits whatever their number.
    #[must_use]
    pub fn new(
        network: &'a Network,
        undirected: bool,
        sides: &'a [NamedNode],
        sectors: &'a Sectors,
        threads: NonZeroUsize,
    ) -> Self {
        let graph = Projection::of(network);
        Self {
            network,
            graph: if undirected {
                graph.undirected()
            } else {
                graph
            },
            nodes: network.nodes().collect(),
            threads,
            sides,
            sectors,
            communities: OnceLock::new(),
        }
    }

    /// The graph on which measures run.
    #[must_use]
    pub const fn projection(&self) -> &Projection {
        &self.graph
    }

    /// The communities, which several measures need.
    pub(crate) fn communities(&self) -> &[usize] {
        self.communities
            .get_or_init(|| measures::communities(&self.graph))
    }

    /// For each node what it is, as a word.
    pub(crate) fn kinds(&self) -> Vec<Option<&'static str>> {
        self.of_facts(|facts| facts.sort.map(crate::model::EntityKind::word))
    }

    /// For each node the side to which it belongs.
    pub(crate) fn sides_of_nodes(&self) -> Vec<Option<&'a NamedNode>> {
        self.of_facts(|facts| facts.side.as_ref())
    }

    fn of_facts<T>(
        &self,
        get: impl Fn(&'a crate::network::NodeFacts) -> Option<T>,
    ) -> Vec<Option<T>> {
        let known: &BTreeMap<_, _> = &self.network.facts().nodes;
        self.nodes
            .iter()
            .map(|node| known.get(*node).and_then(&get))
            .collect()
    }
}
