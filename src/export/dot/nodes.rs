//! Nodes, those of a side in a frame.
//!
//! Their tooltip tells what was said by and to them; their link leads to a page of their own, or else to the words.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::heights::Heights;
use super::picture::Picture;
use super::quoted::{self, Quoted, identifier, link, measure};
use super::sides::{Members, Sides, frame};
use super::statement::{Attributes, Body};
use super::{node_label, shape, words};
use crate::network::Network;
use crate::vocab::shorten;

/// Writes the sides as clusters, then the nodes that belong to none.
pub(super) fn write(body: &mut Body, network: &Network, picture: &Picture, sides: &Sides<'_>) {
    let acts = acts_of_nodes(network);
    let heights = Heights::of(network, picture);
    let write_all = |body: &mut Body, members: &Members<'_>| {
        for (index, iri) in members {
            let acts = acts.get(index).map(Vec::as_slice).unwrap_or_default();
            let attributes = attributes(iri, acts, network, picture);
            let height = heights.of_node(*index).map(measure);
            body.node(&name(iri), &attributes.maybe("height", height));
        }
    };
    for (number, (side, members)) in sides.framed.iter().enumerate() {
        let mut cluster = Body::default();
        let title = words::label(&network.facts().node_label(side));
        cluster.defaults("graph", &frame(title));
        write_all(&mut cluster, members);
        body.subgraph(&format!("cluster_{}", number + 1), cluster);
    }
    write_all(body, &sides.others);
}

/// The name by which edges refer to a node: its prefixed name, or else its IRI.
pub(super) fn name(iri: &NamedNode) -> Quoted {
    match shorten(iri.as_str()) {
        Some((prefix, local)) => identifier(&[prefix.name, local].join(":")),
        None if iri.as_str().contains("://") => identifier(iri.as_str()),
        // `id:belarus` may be an IRI, too, and is then another thing than the one whose prefixed name it is.
        None => identifier(&iri.to_string()),
    }
}

/// The acts of the edges at each node, in the order of the edges.
fn acts_of_nodes(network: &Network) -> BTreeMap<usize, Vec<&NamedNode>> {
    let mut acts: BTreeMap<usize, Vec<&NamedNode>> = BTreeMap::new();
    for (source, target, edge) in network.edges() {
        for end in [source, target] {
            acts.entry(end).or_default().extend(&edge.acts);
        }
    }
    acts
}

fn attributes(
    iri: &NamedNode,
    acts: &[&NamedNode],
    network: &Network,
    picture: &Picture,
) -> Attributes {
    let facts = network.facts();
    let known = facts.nodes.get(iri);
    let label = facts.node_label(iri);
    let lines = node_label::lines(&label, known, picture);
    let heading = match known.and_then(|known| known.note.as_deref()) {
        Some(note) => [&label, note].join(": "),
        None => label.clone(),
    };
    let own_link = known.and_then(|known| link(known.url.as_deref()?));
    let acts = || acts.iter().copied();
    Attributes::default()
        .with("label", quoted::lines(&lines))
        .and(shape::attributes(
            known.and_then(|known| known.sort),
            picture,
        ))
        .with("tooltip", words::tooltip(&heading, acts(), facts))
        .maybe("URL", own_link.or_else(|| words::first_link(acts(), facts)))
}
