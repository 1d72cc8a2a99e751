//! The network for other programs: GraphML, GEXF, node-link JSON, and lists of nodes and edges in CSV.
//!
//! *Takes* a network. *Returns* the same nodes and edges in each format, with all facts about them: every edge has its
//! acts, with their words, dates and links. It is written edge by edge, so that a large network takes no more memory.
//! *Never* loses a character: what a format cannot hold is an error before anything is written.
//!
//! All ties are arcs, which every reader understands: a joint act is an arc in each direction, both marked `mutual`.

mod about;
mod act;
mod arc;
mod column;
mod csv;
mod edge;
mod format;
mod gexf;
mod graphml;
mod life;
mod node;
mod node_link;
mod paths;

use std::io::Write;

use self::about::not_carried;
use crate::export::ExportError;
use crate::network::Network;
use crate::text::xml;

pub use self::about::About;
pub use format::ExchangeFormat;
pub use paths::{Connections, write_paths};

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
        ExchangeFormat::GraphMl => {
            check(network, about, format)?;
            graphml::write(network, about, out)
        }
        ExchangeFormat::Gexf => {
            check(network, about, format)?;
            gexf::write(network, about, out)
        }
        ExchangeFormat::NodeLink => node_link::write(network, about, out),
        ExchangeFormat::NodeList => csv::write_nodes(network, out),
        ExchangeFormat::EdgeList => csv::write_edges(network, out),
    }
}

/// Refuses a network with characters that XML forbids.
fn check(network: &Network, about: &About, format: ExchangeFormat) -> Result<(), ExportError> {
    let facts = network.facts();
    let titles = std::iter::once(&about.title).chain(&about.caption);
    let titles = titles.map(|text| ("the title", Some(text)));
    let nodes = network
        .nodes()
        .filter_map(|iri| facts.nodes.get_key_value(iri));
    let nodes = nodes.flat_map(|(iri, known)| {
        let texts = [Some(&known.label), known.note.as_ref(), known.url.as_ref()];
        texts.map(|text| (iri.as_str(), text))
    });
    let relations = facts.relations.iter();
    let relations = relations.map(|(iri, known)| (iri.as_str(), Some(&known.label)));
    let acts = network.edges().flat_map(|(_, _, edge)| &edge.acts);
    let acts = acts.filter_map(|act| facts.acts.get_key_value(act));
    let acts = acts.flat_map(|(iri, known)| {
        let texts = [
            Some(&known.sentence),
            known.quote.as_ref(),
            known.url.as_ref(),
        ];
        texts.map(|text| (iri.as_str(), text))
    });
    let layers = network.edges().flat_map(|(_, _, edge)| &edge.layers);
    let layers = layers.map(|layer| ("a layer", Some(layer)));
    let mut texts = titles
        .chain(nodes)
        .chain(relations)
        .chain(acts)
        .chain(layers);
    let found = texts.find_map(|(place, text)| Some((place, xml::forbidden(text?)?)));
    found.map_or(Ok(()), |(place, character)| {
        Err(not_carried(format, place)(character))
    })
}
