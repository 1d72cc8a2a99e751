//! A picture in the making: all that is looked up once for the many nodes and edges of it.

use super::ends::End;
use super::picture::Picture;
use super::sides::Sides;
use super::strands::Pens;
use super::words::Acts;
use crate::network::Network;

/// What is drawn, and what helps to draw it.
pub(super) struct Drawing<'a> {
    pub(super) network: &'a Network,
    pub(super) picture: &'a Picture,
    /// The nodes, by their indices.
    pub(super) ends: Vec<End<'a>>,
    pub(super) sides: Sides<'a>,
    pub(super) pens: Pens<'a>,
    pub(super) acts: Acts<'a>,
}

impl<'a> Drawing<'a> {
    pub(super) fn of(network: &'a Network, picture: &'a Picture) -> Self {
        Self {
            network,
            picture,
            ends: End::all(network),
            sides: Sides::of(network, picture),
            pens: Pens::of(network.facts(), picture),
            acts: Acts::of(network.facts()),
        }
    }
}
