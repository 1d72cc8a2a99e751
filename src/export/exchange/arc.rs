//! Ties as arcs: each has an identifier, a source and a target.

use crate::network::{Edge, Network};

/// A tie, or one direction of a mutual one.
pub struct Arc<'a> {
    /// `e12`, and `e12-back` for the reverse direction of a mutual tie.
    pub(crate) id: String,
    /// The index of the source.
    pub(crate) source: usize,
    /// The index of the target.
    pub(crate) target: usize,
    pub(crate) edge: &'a Edge,
}

/// Every arc, in the order of the edges.
pub fn arcs(network: &Network) -> impl Iterator<Item = Arc<'_>> {
    let edges = network.edges().enumerate();
    edges.flat_map(|(number, (source, target, edge))| {
        let there = Arc {
            id: format!("e{number}"),
            source,
            target,
            edge,
        };
        let back = edge.mutual.then(|| Arc {
            id: format!("e{number}-back"),
            source: target,
            target: source,
            edge,
        });
        std::iter::once(there).chain(back)
    })
}
