//! The header of a picture: its title, sentences about it, and a legend of what occurs in it.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::drawing::Drawing;
use super::elements::NodeRef;
use super::markup::{Label, Rows, chip, line, lines, swatches};
use super::picture::{Colouring, Scale};
use super::segments::{self, EdgeSegment};
use super::words::{QUOTE_LENGTH, cut, wrapped};
use crate::export::colour::Colour;
use crate::model::EntityKind;
use crate::vocab::bil;

/// The maximum width of a line of the title and of the caption, in terminal columns.
const TITLE_WIDTH: usize = 52;
const CAPTION_WIDTH: usize = 92;
/// The number of entries in a row of the legend.
const COLUMNS: usize = 2;
/// The font sizes of the title and of everything else.
const TITLE: f64 = 16.0;
const SMALL: f64 = 10.0;
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

/// An entry of the legend: a name on its colour, and what it means.
struct Entry {
    name: String,
    fill: Colour,
    meaning: String,
}

pub fn label(drawing: &Drawing<'_>) -> Label {
    let picture = drawing.picture;
    let title = wrapped(&cut(&picture.title, QUOTE_LENGTH), TITLE_WIDTH, LINES);
    let mut rows = Rows::default();
    rows.add(&[lines(&title, TITLE)]);
    if picture.legend {
        let sentences = caption(drawing);
        if !sentences.is_empty() {
            rows.add(&[lines(&sentences, SMALL)]);
        }
        for table in [of_relations(drawing), of_nodes(drawing)] {
            if !table.is_empty() {
                rows.add(&[table.into_cell()]);
            }
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
    wrapped(&cut(&sentences.join(" "), CAPTION_LENGTH), CAPTION_WIDTH, LINES)
}

/// The groups of kinds that occur, and all other relations together.
fn of_relations(drawing: &Drawing<'_>) -> Rows {
    let edges = drawing.edges();
    let segments = edges.flat_map(|edge| segments::of_edge(edge.edge, &drawing.styles));
    let groups: BTreeMap<(u32, &NamedNode), EdgeSegment<'_>> = segments
        .map(|segment| {
            let group = drawing.facts.group(segment.relation);
            (drawing.facts.rank(group), segment)
        })
        .collect();
    let (acts, others): (Vec<_>, Vec<_>) = groups
        .into_iter()
        .partition(|((order, _), _)| *order != u32::MAX);
    let label = |relation: &NamedNode| drawing.facts.relation_label(relation);
    let noun = |relation: &NamedNode| drawing.facts.noun(relation, true);
    let meaning = |relation: &NamedNode| {
        let facts = drawing.facts.relations.get(relation);
        let meaning = facts.and_then(|facts| facts.meaning.clone());
        meaning.unwrap_or_default()
    };
    let mut entries: Vec<Entry> = acts
        .iter()
        .map(|((_, group), segment)| Entry {
            name: label(group),
            fill: segment.pen.colour,
            meaning: meaning(group),
        })
        .collect();
    let (heard, others): (Vec<_>, Vec<_>) = others
        .iter()
        .partition(|((_, relation), _)| **relation == bil::HEARD_BY);
    let names = others.iter().map(|((_, relation), _)| noun(relation));
    let names: Vec<String> = names.collect();
    let as_entry = |segment: &EdgeSegment<'_>, name: &str, meaning: String| Entry {
        name: name.to_owned(),
        fill: segment.pen.colour,
        meaning,
    };
    let heard = heard.first().map(|(_, segment)| {
        let meaning = "said in its presence, without a target".to_owned();
        as_entry(segment, "Heard", meaning)
    });
    let grey = others.first();
    let grey = grey.map(|(_, segment)| as_entry(segment, "Other", names.join(", ")));
    entries.extend(heard.into_iter().chain(grey));
    let mut rows = Rows::default();
    entries.truncate(ENTRIES);
    for row in entries.chunks(COLUMNS) {
        let cells = row.iter().flat_map(|entry| {
            let meaning = cut(&entry.meaning, MEANING_LENGTH);
            let name = cut(&entry.name, NAME_LENGTH);
            [chip(&name, entry.fill), line(&format!("{meaning}  "), SMALL)]
        });
        rows.add(&cells.collect::<Vec<_>>());
    }
    rows
}

/// What the colours and sizes of nodes show.
fn of_nodes(drawing: &Drawing<'_>) -> Rows {
    let picture = drawing.picture;
    let colours: Vec<(String, Colour)> = match &picture.colouring {
        Colouring::Kind => {
            let nodes = drawing.nodes.iter();
            let kinds: BTreeSet<EntityKind> = nodes.filter_map(NodeRef::kind).collect();
            let fill = |kind: EntityKind| picture.colour(Some(kind.class()), Colour::PALE);
            let kinds = kinds.into_iter();
            kinds.map(|kind| (kind.word().to_owned(), fill(kind))).collect()
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
    };
    let mut rows = Rows::default();
    if !colours.is_empty() {
        rows.add(&[swatches(&colours, IN_A_LINE)]);
    }
    let sizes = picture.sizes.iter().flat_map(Scale::extremes);
    let sizes: Vec<String> = sizes.map(|(label, _, size)| line(&label, size)).collect();
    if !sizes.is_empty() {
        rows.add(&sizes);
    }
    rows
}
