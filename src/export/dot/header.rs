//! The header of a picture: its title, sentences about it, and a legend of what occurs in it.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::drawing::Drawing;
use super::elements::NodeRef;
use super::markup::{Rows, SMALL, line, lines, swatches};
use super::picture::{Colouring, Scale};
use super::quoted::Quoted;
use super::segments;
use super::words::{QUOTE_LENGTH, cut, wrapped};
use crate::export::colour::Colour;
use crate::model::EntityKind;

/// The maximum width of a line of the title and of the caption, in terminal columns.
const TITLE_WIDTH: usize = 52;
const CAPTION_WIDTH: usize = 92;
/// The number of relations in a line of the legend.
const RELATIONS_IN_A_LINE: usize = 2;
/// The font size of the title.
const TITLE: f64 = 16.0;
/// The maximum number of colours of nodes in a line.
const IN_A_LINE: usize = 6;
/// The maximum number of lines of a caption, and of its characters: Graphviz does not read a label of more than 16,384
/// bytes, and an escaped character may take six.
const LINES: usize = 12;
const CAPTION_LENGTH: usize = 800;
/// The maximum number of characters of a name in the legend, and of its meaning.
const NAME_LENGTH: usize = 30;
const MEANING_LENGTH: usize = 50;
/// The maximum number of entries of one table.
const ENTRIES: usize = 8;
/// The maximum number of colours of nodes.
const SWATCHES: usize = 12;

pub fn label(drawing: &Drawing<'_>) -> Quoted {
    let picture = drawing.picture;
    let title = wrapped(&cut(&picture.title, QUOTE_LENGTH), TITLE_WIDTH, LINES);
    let mut rows = Rows::default();
    rows.add(&lines(&title, TITLE));
    if picture.legend {
        let sentences = caption(drawing);
        if !sentences.is_empty() {
            rows.add(&lines(&sentences, SMALL));
        }
        let relations = of_relations(drawing);
        if !relations.is_empty() {
            rows.add(&swatches("▬", &relations, RELATIONS_IN_A_LINE));
        }
        let nodes = of_nodes(drawing);
        if !nodes.is_empty() {
            rows.add(&swatches("■", &nodes, IN_A_LINE));
        }
        for (label, _, size) in picture.sizes.iter().flat_map(Scale::extremes) {
            rows.add(&line(&label, size));
        }
    }
    rows.into_label()
}

/// The sentences about the picture, and about the styles of its lines.
fn caption(drawing: &Drawing<'_>) -> Vec<String> {
    let mut sentences = drawing.picture.caption.clone();
    let mut edges = drawing.edges();
    let is_joint = edges.any(|edge| edge.edge.mutual);
    let mut edges = drawing.edges();
    let is_inferred = edges.any(|edge| drawing.is_inferred(edge));
    sentences.extend(is_joint.then(|| "Two arrowheads: done together.".to_owned()));
    sentences.extend(is_inferred.then(|| "Dashed: inferred.".to_owned()));
    wrapped(
        &cut(&sentences.join(" "), CAPTION_LENGTH),
        CAPTION_WIDTH,
        LINES,
    )
}

/// The groups of kinds that occur, each with its meaning, and all other relations together.
fn of_relations(drawing: &Drawing<'_>) -> Vec<(String, Colour)> {
    let facts = drawing.facts;
    let edges = drawing.edges();
    let segments = edges.flat_map(|edge| segments::of_edge(edge.edge, &drawing.styles));
    let groups: BTreeMap<(u32, &NamedNode), Colour> = segments
        .map(|segment| {
            (
                facts.rank(facts.group(segment.relation)),
                segment.pen.colour,
            )
        })
        .collect();
    let entry = |name: &str, meaning: &str| {
        let [name, meaning] = [cut(name, NAME_LENGTH), cut(meaning, MEANING_LENGTH)];
        let colon = if meaning.is_empty() { "" } else { ": " };
        [&name, colon, &meaning].concat()
    };
    let mut entries: Vec<(String, Colour)> = Vec::new();
    let mut others: Vec<(String, Colour)> = Vec::new();
    for ((order, relation), colour) in groups {
        let meaning = facts.relations.get(relation);
        let meaning = meaning.and_then(|facts| facts.meaning.as_deref());
        if order == u32::MAX && meaning.is_none() {
            others.push((facts.noun(relation, true), colour));
        } else {
            let label = facts.relation_label(relation);
            entries.push((entry(&label, meaning.unwrap_or_default()), colour));
        }
    }
    entries.truncate(ENTRIES);
    if let Some((_, colour)) = others.first() {
        let names: Vec<&str> = others.iter().map(|(name, _)| name.as_str()).collect();
        entries.push((entry("other", &names.join(", ")), *colour));
    }
    entries
}

/// What the colours of nodes show.
fn of_nodes(drawing: &Drawing<'_>) -> Vec<(String, Colour)> {
    let picture = drawing.picture;
    match &picture.colouring {
        Colouring::Kind => {
            let nodes = drawing.nodes.iter();
            let kinds: BTreeSet<EntityKind> = nodes.filter_map(NodeRef::kind).collect();
            let fill = |kind: EntityKind| picture.colour(Some(kind.class()), Colour::PALE);
            let kinds = kinds.into_iter();
            kinds
                .map(|kind| (kind.word().to_owned(), fill(kind)))
                .collect()
        }
        Colouring::Groups(groups) => groups
            .colours()
            .take(SWATCHES)
            .map(|(label, fill)| (cut(label, NAME_LENGTH).into_owned(), fill))
            .collect(),
        Colouring::Scale(scale) => {
            let extremes = scale.extremes().into_iter();
            extremes.map(|(label, fill, _)| (label, fill)).collect()
        }
    }
}
