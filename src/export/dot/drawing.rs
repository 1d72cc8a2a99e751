//! The state of a drawing: what is looked up once for its many nodes and edges.

use super::ends::NodeRef;
use super::picture::Picture;
use super::segments::EdgeStyles;
use super::sides::Sides;
use super::words::Acts;
use crate::network::Network;

/// What is drawn, and lookup tables for it.
pub struct Drawing<'a> {
    pub(crate) network: &'a Network,
    pub(crate) picture: &'a Picture,
    /// The nodes, by index.
    pub(crate) ends: Vec<NodeRef<'a>>,
    pub(crate) sides: Sides<'a>,
    pub(crate) pens: EdgeStyles<'a>,
    pub(crate) acts: Acts<'a>,
}

impl<'a> Drawing<'a> {
    pub(crate) fn of(network: &'a Network, picture: &'a Picture) -> Self {
        Self {
            network,
            picture,
            ends: NodeRef::all(network),
            sides: Sides::of(network, picture),
            pens: EdgeStyles::of(network.facts(), picture),
            acts: Acts::of(network.facts()),
        }
    }
}
