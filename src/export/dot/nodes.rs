//! Nodes: their shape, label and links, those of a side in a frame.
//!
//! Their tooltip shows what was said by and to them; their link opens their own page, or else the words.

use std::collections::{BTreeMap, HashSet};
use std::io;

use oxigraph::model::NamedNode;

use super::drawing::Drawing;
use super::elements::NodeRef;
use super::label_nodes;
use super::layout::node_heights;
use super::picture::Picture;
use super::quoted::{self, Quoted, colour, link, measure};
use super::statement::{Attributes, Body};
use super::words::wrapped;
use crate::export::colour::Colour;
use crate::model::{EntityKind, PartialDate};
use crate::network::Network;

/// The width of a label, in terminal columns, and its number of lines.
const ORDINARY: (usize, usize) = (14, 8);
/// Events have long names and are often one below the other, so their labels are wide and low.
const EVENT: (usize, usize) = (24, 8);
/// Labels are low in a picture of many nodes.
const CROWDED: (usize, usize) = (42, 3);

/// Writes the sides as clusters, then the nodes without a side.
pub fn write(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    let acts = acts_of_nodes(drawing.network);
    let heights = node_heights(drawing);
    let write_all = |body: &mut Body<'_>, members: &[&NodeRef<'_>]| -> io::Result<()> {
        for node in members {
            let acts = acts.get(&node.index).map(Vec::as_slice);
            let attributes = attributes(node, acts.unwrap_or_default(), drawing);
            let height = heights.get(&node.index).map(|height| measure(*height));
            body.node(&node.name, &attributes.maybe("height", height))?;
        }
        Ok(())
    };
    for (number, (side, members)) in drawing.sides.framed.iter().enumerate() {
        let (columns, lines) = ORDINARY;
        // A side within its frame is its title: another one would be crossed by lines.
        let has_title = members.iter().any(|member| member.iri == *side);
        let title = if has_title {
            Vec::new()
        } else {
            wrapped(&drawing.facts.node_label(side), columns, lines)
        };
        body.subgraph(&format!("cluster_{}", number + 1), |cluster| {
            cluster.defaults("graph", &frame(quoted::lines(&title)))?;
            write_all(cluster, members)?;
            label_nodes::write(cluster, drawing, Some(side))
        })?;
    }
    write_all(body, &drawing.sides.others)?;
    label_nodes::write(body, drawing, None)
}

/// A pale frame with a small title.
fn frame(title: Quoted) -> Attributes {
    Attributes::default()
        .with("label", title)
        .and(Attributes::fixed(
            "style=filled,rounded color=#e2e2e2 fillcolor=#f9f9f9 fontcolor=#666666 fontsize=11",
        ))
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

fn attributes(node: &NodeRef<'_>, acts: &[&NamedNode], drawing: &Drawing<'_>) -> Attributes {
    let picture = drawing.picture;
    let heading = match node.facts.and_then(|facts| facts.note.as_deref()) {
        Some(sentence) => [&node.label, sentence].join(": "),
        None => node.label.clone(),
    };
    let sizes = picture.sizes.as_ref();
    let own_link = node.facts.and_then(|facts| link(facts.url.as_deref()?));
    let evidence = drawing.evidence(&heading, acts.iter().copied());
    Attributes::default()
        .with("label", quoted::lines(&label(node, picture)))
        .and(shape(node.kind(), picture.fill(node.iri, node.kind())))
        .maybe(
            "fontsize",
            sizes.map(|sizes| measure(sizes.font_size(node.iri))),
        )
        .with("tooltip", evidence.tooltip)
        .maybe("URL", own_link.or(evidence.link))
}

/// The lines of a label: the name, and the date of an event unless the name contains it.
fn label(node: &NodeRef<'_>, picture: &Picture) -> Vec<String> {
    let (columns, lines) = match (node.is_event(), picture.labels) {
        (true, true) => EVENT,
        (false, true) => ORDINARY,
        (_, false) => CROWDED,
    };
    let name = &node.label;
    let date = node.date().and_then(|date| date.parse().ok());
    let date = date.map(PartialDate::in_words);
    match date.filter(|date| !name.contains(date)) {
        Some(date) => wrapped(&format!("{name}, {date}"), columns, lines),
        None => wrapped(name, columns, lines),
    }
}

/// The shape and colours of a node: corners for states, rounded corners for their parts and for people, and
/// pictograms where they exist; a dotted box if its kind is unknown. All shapes can hold several lines of text and keep
/// their proportions.
fn shape(kind: Option<EntityKind>, fill: Colour) -> Attributes {
    let shape = match kind {
        None => "shape=box style=filled,dotted",
        Some(EntityKind::State) => "shape=box style=filled",
        Some(EntityKind::Region | EntityKind::Person) => "shape=box style=filled,rounded",
        Some(EntityKind::Organization) => "shape=octagon style=filled",
        // A post looks like a person with a second outline.
        Some(EntityKind::Post) => "shape=box style=filled,rounded peripheries=2",
        Some(EntityKind::Place) => "shape=house style=filled",
        // The point of the arrow needs some of the space for text.
        Some(EntityKind::Event) => "shape=cds style=filled margin=0.2,0.1",
        Some(EntityKind::Instrument) => "shape=note style=filled",
        Some(EntityKind::Good) => "shape=box3d style=filled",
        Some(EntityKind::Service) => "shape=component style=filled",
        Some(EntityKind::Sector) => "shape=folder style=filled",
        Some(EntityKind::Topic) => "shape=box style=filled,rounded,dashed",
    };
    Attributes::fixed(shape)
        .with("fillcolor", colour(fill))
        .with("fontcolor", colour(fill.of_text_on_it()))
}
