//! The legend: explains the picture, and the shapes and lines that occur in it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use oxigraph::model::NamedNode;

use super::drawing::Drawing;
use super::elements::NodeRef;
use super::nodes::{frame, shape};
use super::picture::{Colouring, Picture, Scale};
use super::quoted::{Quoted, colour, identifier, keyword, lines_flush_left, measure, text};
use super::segments::{self, EdgeSegment};
use super::statement::{Attributes, Body};
use super::words::{title, wrapped};
use crate::export::colour::Colour;
use crate::model::EntityKind;

/// The maximum number of entries in a column.
const COLUMN: usize = 6;
/// The maximum width of a line of the caption, in terminal columns.
const CAPTION_WIDTH: usize = 72;

/// Writes the legend. It must be first in the file, because Graphviz then lays it out below everything else.
pub fn write(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    let picture = drawing.picture;
    let kinds: BTreeSet<EntityKind> = drawing.nodes.iter().filter_map(NodeRef::kind).collect();
    let shapes = kinds.into_iter().map(|kind| of_kind(kind, picture));
    let lines = segments(drawing).into_values();
    let lines = lines.map(|segment| of_segment(&segment, drawing));
    let entries: Vec<Attributes> = shapes
        .chain(fills(picture))
        .chain(sizes(picture))
        .chain(lines)
        .collect();
    if entries.is_empty() {
        return Ok(());
    }
    body.subgraph("cluster_legend", |legend| {
        let small = Attributes::fixed("fontsize=9 margin=0.08,0.03 width=1.2 height=0.2");
        legend.defaults("graph", &heading(picture))?;
        legend.defaults("node", &small)?;
        for (number, entry) in entries.iter().enumerate() {
            legend.node(&name(number), entry)?;
        }
        write_columns(legend, entries.len())
    })
}

/// The caption, left-aligned.
fn heading(picture: &Picture) -> Attributes {
    let sentences = picture.caption.iter();
    let caption: Vec<String> = sentences
        .flat_map(|sentence| wrapped(sentence, CAPTION_WIDTH, usize::MAX))
        .collect();
    if caption.is_empty() {
        return frame(text("Legend"));
    }
    frame(lines_flush_left(&caption)).with("labeljust", keyword("l"))
}

/// The relations that occur, in their order.
fn segments<'a>(drawing: &Drawing<'a>) -> BTreeMap<(u32, &'a NamedNode), EdgeSegment<'a>> {
    let edges = drawing.edges();
    let segments = edges.flat_map(|edge| segments::of_edge(edge.edge, &drawing.styles));
    segments
        .map(|segment| (drawing.facts.rank(segment.relation), segment))
        .collect()
}

/// A name that no node has: the names of nodes are IRIs or prefixed names, which have no spaces.
fn name(number: usize) -> Quoted {
    identifier(&format!("legend {number}"))
}

/// A kind of node; its colour is the default if colours show something else.
fn of_kind(kind: EntityKind, picture: &Picture) -> Attributes {
    let fill = match &picture.colouring {
        Colouring::Kind => picture.colour(Some(kind.class()), Colour::PALE),
        Colouring::Groups(_) | Colouring::Scale(_) => Colour::WHITE,
    };
    Attributes::default()
        .with("label", text(kind.word()))
        .and(shape(Some(kind), fill))
}

/// What the colours show, if it differs from what the shapes show.
fn fills(picture: &Picture) -> Vec<Attributes> {
    let filled = |label: &str, fill: Colour| {
        Attributes::default()
            .with("label", title(label))
            .and(Attributes::fixed("shape=box style=filled"))
            .with("fillcolor", colour(fill))
            .with("fontcolor", colour(fill.of_text_on_it()))
    };
    match &picture.colouring {
        Colouring::Kind => Vec::new(),
        Colouring::Groups(groups) => {
            let groups = groups.colours();
            groups.map(|(label, fill)| filled(label, fill)).collect()
        }
        Colouring::Scale(scale) => {
            let extremes = scale.extremes().into_iter();
            extremes
                .map(|(label, fill, _)| filled(&label, fill))
                .collect()
        }
    }
}

/// What the sizes of names show.
fn sizes(picture: &Picture) -> impl Iterator<Item = Attributes> {
    let extremes = picture.sizes.iter().flat_map(Scale::extremes);
    extremes.map(|(label, _, size)| {
        Attributes::default()
            .with("label", title(&label))
            .and(Attributes::fixed("shape=plaintext style=solid"))
            .with("fontsize", measure(size))
    })
}

/// The name of a relation, underlined like its edges.
fn of_segment(segment: &EdgeSegment<'_>, drawing: &Drawing<'_>) -> Attributes {
    let label = drawing.facts.relation_label(segment.relation);
    let dashes = segment.pen.dashes.unwrap_or("solid");
    Attributes::default()
        .with("label", title(&label))
        .with("shape", keyword("underline"))
        .with("style", keyword(dashes))
        .with("color", colour(segment.pen.colour))
        .with("penwidth", measure(2.0))
}

/// Ties each entry to its right neighbour by an invisible edge, so that each column is a rank.
fn write_columns(legend: &mut Body<'_>, entries: usize) -> io::Result<()> {
    let count = entries.div_ceil(COLUMN).max(1);
    let height = entries.div_ceil(count);
    let unseen = Attributes::fixed("style=invis");
    for number in height..entries {
        legend.edge(&name(number - height), &name(number), &unseen)?;
    }
    Ok(())
}
