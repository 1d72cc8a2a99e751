//! The labels of edges as nodes of their own, so that Graphviz keeps every line away from them: an edge with a label is
//! two lines, from its tail to the label and from there to its head.

use std::io;

use oxigraph::model::NamedNode;

use super::drawing::{Drawing, Evidence};
use super::edge_label;
use super::elements::EdgeRef;
use super::quoted::{Quoted, colour, identifier, lines};
use super::segments;
use super::statement::{Attributes, Body};
use crate::export::colour::Colour;

/// A name that no node has: the names of nodes are IRIs or prefixed names, which have no spaces.
pub fn name(edge: EdgeRef<'_>) -> Quoted {
    identifier(&format!("label {}", edge.number))
}

/// The lines of the label that is a node of its own, if the edge has one.
pub fn of_edge(edge: EdgeRef<'_>, drawing: &Drawing<'_>) -> Option<Vec<String>> {
    let is_own_node = drawing.picture.labels
        && edge.from.index != edge.to.index
        && !drawing.sides.is_lone_tie_within(edge);
    let label = is_own_node.then(|| edge_label::lines(edge, drawing.facts));
    label.filter(|label| !label.is_empty())
}

/// Writes the labels of all edges within a frame, or of those between frames and outside of them.
pub fn write(
    body: &mut Body<'_>,
    drawing: &Drawing<'_>,
    frame: Option<&NamedNode>,
) -> io::Result<()> {
    let edges = drawing.edges();
    for edge in edges.filter(|edge| drawing.sides.frame_of(*edge) == frame) {
        if let Some(label) = of_edge(edge, drawing) {
            body.node(&name(edge), &attributes(edge, &label, drawing))?;
        }
    }
    Ok(())
}

fn attributes(edge: EdgeRef<'_>, label: &[String], drawing: &Drawing<'_>) -> Attributes {
    let heading = edge_label::heading(edge, drawing.facts);
    let Evidence { tooltip, link } = drawing.evidence(&heading, edge.edge.acts.iter());
    let segments = segments::of_edge(edge.edge, &drawing.styles);
    let ink = match segments.as_slice() {
        [one] => one.pen.ink,
        _ => Colour::INK,
    };
    Attributes::default()
        .with("label", lines(label))
        .and(Attributes::fixed(
            "shape=plaintext fillcolor=white fontsize=10 margin=0.03,0.02 width=0 height=0",
        ))
        .with("fontcolor", colour(ink))
        .with("tooltip", tooltip)
        .maybe("URL", link)
}
