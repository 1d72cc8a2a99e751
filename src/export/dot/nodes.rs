//! Nodes, those of a side in a frame.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::bundles::Bundles;
use super::picture::Picture;
use super::quoted::{Quoted, identifier, keyword, link, measure};
use super::statement::{Attributes, Body};
use super::{shape, words};
use crate::network::Network;
use crate::vocab::shorten;

/// The nodes of a side, or of none, with their indices.
type Members<'a> = Vec<(usize, &'a NamedNode)>;

/// Writes the sides as clusters, then the nodes that belong to none.
pub(super) fn write(body: &mut Body, network: &Network, picture: &Picture, bundles: &Bundles) {
    let acts = acts_of_nodes(network);
    let node = |body: &mut Body, (index, iri): (usize, &NamedNode)| {
        let acts = acts.get(&index).map(Vec::as_slice).unwrap_or_default();
        let height = bundles.height(index);
        body.node(&name(iri), &attributes(iri, acts, height, network, picture));
    };
    let (sides, others) = by_side(network, picture);
    for (number, (side, members)) in sides.into_iter().enumerate() {
        let mut cluster = Body::default();
        cluster.defaults("graph", &frame(&network.facts().node_label(side)));
        for member in members {
            node(&mut cluster, member);
        }
        body.subgraph(&format!("cluster_{}", number + 1), cluster);
    }
    for other in others {
        node(body, other);
    }
}

/// The name by which edges refer to a node.
pub(super) fn name(iri: &NamedNode) -> Quoted {
    match shorten(iri.as_str()) {
        Some((prefix, local)) => identifier(&[prefix.name, local].join(":")),
        None => identifier(iri.as_str()),
    }
}

/// A pale frame with a small title.
pub(super) fn frame(title: &str) -> Attributes {
    Attributes::default()
        .with("label", words::label(title))
        .with("style", keyword("filled,rounded"))
        .with("color", keyword("#e2e2e2"))
        .with("fillcolor", keyword("#f9f9f9"))
        .with("fontcolor", keyword("#666666"))
        .with("fontsize", keyword("11"))
}

/// The sides with their nodes, and the nodes without a side. A side that is alone needs no frame with its own name.
fn by_side<'a>(
    network: &'a Network,
    picture: &Picture,
) -> (BTreeMap<&'a NamedNode, Members<'a>>, Members<'a>) {
    let mut sides: BTreeMap<&NamedNode, Members<'_>> = BTreeMap::new();
    let mut others = Members::new();
    for (index, iri) in network.nodes().enumerate() {
        let facts = network.facts().nodes.get(iri);
        match facts.and_then(|facts| facts.side.as_ref()) {
            Some(side) if picture.clusters => sides.entry(side).or_default().push((index, iri)),
            _ => others.push((index, iri)),
        }
    }
    let (alone, sides): (BTreeMap<_, _>, _) = sides
        .into_iter()
        .partition(|(side, members)| members.iter().all(|(_, member)| member == side));
    others.extend(alone.into_values().flatten());
    others.sort_unstable();
    (sides, others)
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
    height: Option<f64>,
    network: &Network,
    picture: &Picture,
) -> Attributes {
    let facts = network.facts();
    let known = facts.nodes.get(iri);
    let label = facts.node_label(iri);
    let heading = match known.and_then(|known| known.note.as_deref()) {
        Some(note) => [&label, note].join(": "),
        None => label.clone(),
    };
    let own_link = known.and_then(|known| link(known.url.as_deref()?));
    let acts = || acts.iter().copied();
    Attributes::default()
        .with("label", words::label(&label))
        .and(shape::attributes(
            known.and_then(|known| known.sort),
            picture,
        ))
        .maybe("height", height.map(measure))
        .with("tooltip", words::tooltip(&heading, acts(), facts))
        .maybe("URL", own_link.or_else(|| words::first_link(acts(), facts)))
}
