//! Nodes, those of a side in a frame.
//!
//! Their tooltip shows what was said by and to them; their link opens their own page, or else the words.

use std::collections::{BTreeMap, HashSet};
use std::io;

use oxigraph::model::NamedNode;

use super::drawing::Drawing;
use super::ends::NodeRef;
use super::heights::NodeHeights;
use super::quoted::{self, link, measure};
use super::sides::{Members, frame};
use super::statement::{Attributes, Body};
use super::{node_label, shape, words};
use crate::network::Network;

/// Writes the sides as clusters, then the nodes without a side.
pub fn write(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    let told = acts_of_nodes(drawing.network);
    let heights = NodeHeights::of(drawing);
    let facts = drawing.network.facts();
    let write_all = |body: &mut Body<'_>, members: &Members<'_>| {
        for (index, _) in members {
            let Some(end) = drawing.ends.get(*index) else {
                continue;
            };
            let told = told.get(index).map(Vec::as_slice).unwrap_or_default();
            let attributes = attributes(end, told, drawing);
            let height = heights.of_node(*index).map(measure);
            body.node(&end.name, &attributes.maybe("height", height))?;
        }
        Ok(())
    };
    for (number, (side, members)) in drawing.sides.framed.iter().enumerate() {
        let title = words::label(&facts.node_label(side));
        body.subgraph(&format!("cluster_{}", number + 1), |cluster| {
            cluster.defaults("graph", &frame(title))?;
            write_all(cluster, members)
        })?;
    }
    write_all(body, &drawing.sides.others)
}

/// The acts of the edges at each node, each once, in the order of the edges.
fn acts_of_nodes(network: &Network) -> BTreeMap<usize, Vec<&NamedNode>> {
    let mut acts: BTreeMap<usize, Vec<&NamedNode>> = BTreeMap::new();
    for (source, target, edge) in network.edges() {
        for end in [source, target] {
            acts.entry(end).or_default().extend(&edge.acts);
        }
    }
    for acts in acts.values_mut() {
        let mut seen = HashSet::new();
        acts.retain(|act| seen.insert(*act));
    }
    acts
}

fn attributes(end: &NodeRef<'_>, told: &[&NamedNode], drawing: &Drawing<'_>) -> Attributes {
    let picture = drawing.picture;
    let lines = node_label::lines(&end.label, end.known, picture);
    let heading = match end.known.and_then(|known| known.note.as_deref()) {
        Some(note) => [&end.label, note].join(": "),
        None => end.label.clone(),
    };
    let sort = end.known.and_then(|known| known.sort);
    let sizes = picture.sizes.as_ref();
    let font_size = sizes.map(|sizes| measure(sizes.font_size(end.iri)));
    let own_link = end.known.and_then(|known| link(known.url.as_deref()?));
    let evidence = words::evidence(&heading, told.iter().copied(), &drawing.acts);
    Attributes::default()
        .with("label", quoted::lines(&lines))
        .and(shape::attributes(sort, picture.fill(end.iri, sort)))
        .maybe("fontsize", font_size)
        .with("tooltip", evidence.tooltip)
        .maybe("URL", own_link.or(evidence.link))
}
