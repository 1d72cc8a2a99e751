//! A picture in the making: all that is looked up once for the many nodes and edges of it.

use super::ends::NodeRef;
use super::picture::Picture;
use super::segments::EdgeStyles;
use super::sides::Sides;
use super::words::Acts;
use crate::network::Network;

/// What is drawn, and what helps to draw it.
pub struct Drawing<'a> {
    pub(crate) network: &'a Network,
    pub(crate) picture: &'a Picture,
    /// The nodes, by their indices.
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
