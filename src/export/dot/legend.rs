//! The legend: explains the picture, and the shapes and lines that occur in it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use oxigraph::model::NamedNode;

use super::colour::Colour;
use super::colouring::{Colouring, Scale};
use super::drawing::Drawing;
use super::picture::Picture;
use super::quoted::{Quoted, colour, identifier, keyword, lines_flush_left, measure, text};
use super::segments::{self, EdgeSegment};
use super::sides::frame;
use super::statement::{Attributes, Body};
use super::words::{self, wrapped_within};
use super::{edges, shape};
use crate::model::EntityKind;
use crate::network::Network;

/// The maximum number of entries in a column.
const COLUMN: usize = 6;
/// The maximum width of a line of the caption, in terminal columns.
const CAPTION_WIDTH: usize = 72;

/// Writes the legend. It must be first in the file, because Graphviz then lays it out below everything else.
pub fn write(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    let (network, picture) = (drawing.network, drawing.picture);
    let shapes = sorts(network)
        .into_iter()
        .map(|sort| of_sort(sort, picture));
    let lines = strands(drawing).into_values();
    let lines = lines.map(|strand| of_strand(&strand, network));
    let fills = fills(picture).into_iter();
    let sizes = sizes(picture).into_iter();
    let entries: Vec<Attributes> = shapes.chain(fills).chain(sizes).chain(lines).collect();
    if entries.is_empty() {
        return Ok(());
    }
    body.subgraph("cluster_legend", |legend| {
        legend.defaults("graph", &heading(picture))?;
        legend.defaults("node", &small())?;
        for (number, entry) in entries.iter().enumerate() {
            legend.node(&name(number), entry)?;
        }
        columns(legend, entries.len())
    })
}

/// The caption, left-aligned.
fn heading(picture: &Picture) -> Attributes {
    let sentences = picture.caption.iter();
    let caption: Vec<String> = sentences
        .flat_map(|sentence| wrapped_within(sentence, CAPTION_WIDTH, usize::MAX))
        .collect();
    if caption.is_empty() {
        return frame(text("Legend"));
    }
    frame(lines_flush_left(&caption)).with("labeljust", keyword("l"))
}

/// The kinds of node that occur, in the order of the model.
fn sorts(network: &Network) -> BTreeSet<EntityKind> {
    let facts = network.facts();
    network
        .nodes()
        .filter_map(|node| facts.nodes.get(node)?.sort)
        .collect()
}

/// The relations that occur, in their order.
fn strands<'a>(drawing: &Drawing<'a>) -> BTreeMap<(u32, &'a NamedNode), EdgeSegment<'a>> {
    let facts = drawing.network.facts();
    let edges = drawing.network.edges();
    let strands = edges.flat_map(|(_, _, edge)| segments::of_edge(edge, &drawing.pens));
    strands
        .map(|strand| (facts.rank(strand.relation), strand))
        .collect()
}

/// A name that no node has: the names of nodes are IRIs or prefixed names, which have no spaces.
fn name(number: usize) -> Quoted {
    identifier(&format!("legend {number}"))
}

fn small() -> Attributes {
    Attributes::default()
        .with("fontsize", keyword("9"))
        .with("margin", keyword("0.08,0.03"))
        .with("width", keyword("1.2"))
        .with("height", keyword("0.2"))
}

fn of_sort(sort: EntityKind, picture: &Picture) -> Attributes {
    Attributes::default()
        .with("label", text(sort.word()))
        .and(shape::attributes(Some(sort), picture.fill_of_sort(sort)))
}

/// What the colours show, if it differs from what the shapes show.
fn fills(picture: &Picture) -> Vec<Attributes> {
    let filled = |label: &str, fill: Colour| {
        Attributes::default()
            .with("label", words::title(label))
            .with("shape", keyword("box"))
            .with("style", keyword("filled"))
            .with("fillcolor", colour(fill))
            .with("fontcolor", colour(fill.of_text_on_it()))
    };
    match &picture.colouring {
        Colouring::Kind => Vec::new(),
        Colouring::Groups(groups) => {
            let groups = groups.told();
            groups.map(|(label, fill)| filled(label, fill)).collect()
        }
        Colouring::Scale(scale) => {
            let ends = scale.told().into_iter();
            ends.map(|(label, fill, _)| filled(&label, fill)).collect()
        }
    }
}

/// What the sizes of names show.
fn sizes(picture: &Picture) -> Vec<Attributes> {
    let ends = picture.sizes.iter().flat_map(Scale::told);
    let sized = ends.map(|(label, _, size)| {
        Attributes::default()
            .with("label", words::title(&label))
            .with("shape", keyword("plaintext"))
            .with("style", keyword("solid"))
            .with("fontsize", measure(size))
    });
    sized.collect()
}

/// The name of a relation, underlined like its edges.
fn of_strand(strand: &EdgeSegment<'_>, network: &Network) -> Attributes {
    let label = network.facts().relation_label(strand.relation);
    Attributes::default()
        .with("label", words::title(&label))
        .with("shape", keyword("underline"))
        .with(
            "style",
            strand.pen.style().unwrap_or_else(|| keyword("solid")),
        )
        .with("color", colour(strand.pen.colour))
        .with("penwidth", edges::sample_width())
}

/// Ties each entry to its right neighbour by an invisible edge, so that each column is a rank.
fn columns(legend: &mut Body<'_>, entries: usize) -> io::Result<()> {
    let count = entries.div_ceil(COLUMN).max(1);
    let height = entries.div_ceil(count);
    let unseen = Attributes::default().with("style", keyword("invis"));
    for number in height..entries {
        legend.edge(&name(number - height), &name(number), &unseen)?;
    }
    Ok(())
}
