//! The network for other programs: GraphML, GEXF, node-link JSON, and lists of nodes and edges in CSV.
//!
//! *Takes* a network. *Returns* the same nodes and edges in each format, with all facts about them: every edge has its
//! acts, with their words, dates and links. It is written edge by edge, so that a large network takes no more memory.
//! *Never* loses a character: what a format cannot hold is an error before anything is written.
//!
//! All ties are arcs, which every reader understands: a joint act is an arc in each direction, both marked `mutual`.

mod column;
mod csv;
mod edge;
mod format;
mod gexf;
mod graphml;
mod json;
mod node;
mod xml;

use std::io::Write;

use self::gexf::Gexf;
use self::graphml::GraphMl;
use crate::export::ExportError;
use crate::network::Network;

pub use format::{About, ExchangeFormat};
pub use json::{Connections, write_paths};

/// Writes a network: the same bytes for the same network.
///
/// # Errors
/// [`ExportError::NotCarried`] for characters that XML forbids, [`ExportError::Write`] if the output cannot be written.
pub fn write(
    network: &Network,
    about: &About,
    format: ExchangeFormat,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    match format {
        ExchangeFormat::GraphMl => xml::write::<GraphMl>(network, about, out),
        ExchangeFormat::Gexf => xml::write::<Gexf>(network, about, out),
        ExchangeFormat::NodeLink => Ok(json::write_node_link(network, about, out)?),
        ExchangeFormat::NodeList => Ok(csv::write_nodes(network, out)?),
        ExchangeFormat::EdgeList => Ok(csv::write_edges(network, out)?),
    }
}
