//! What a thing of each sort looks like.

use super::colour::Colour;
use super::picture::Picture;
use super::quoted::{colour, keyword};
use super::statement::Attributes;
use crate::model::Sort;

/// A shape of Graphviz, how its outline is drawn, and how many times.
struct Shape {
    form: &'static str,
    style: &'static str,
    outlines: &'static str,
}

const fn shape(form: &'static str, style: &'static str, outlines: &'static str) -> Shape {
    Shape {
        form,
        style,
        outlines,
    }
}

/// The shape and colours of a thing; a plain box where nobody knows what it is.
pub(super) fn attributes(sort: Option<Sort>, picture: &Picture) -> Attributes {
    let Shape {
        form,
        style,
        outlines,
    } = sort.map_or_else(|| shape("box", "filled,dotted", "1"), of_sort);
    let fill = picture.colour(sort.map(Sort::class), Colour::PALE);
    Attributes::default()
        .with("shape", keyword(form))
        .with("style", keyword(style))
        .with("peripheries", keyword(outlines))
        .with("fillcolor", colour(fill))
        .with("fontcolor", colour(fill.of_text_on_it()))
}

/// Corners for states, rounded ones for what is part of them; curves for people; what can be pictured as it is.
const fn of_sort(sort: Sort) -> Shape {
    match sort {
        Sort::State => shape("box", "filled", "1"),
        Sort::Region => shape("box", "filled,rounded", "1"),
        Sort::Organization => shape("octagon", "filled", "1"),
        Sort::Person => shape("ellipse", "filled", "1"),
        Sort::Post => shape("ellipse", "filled", "2"),
        Sort::Place => shape("house", "filled", "1"),
        Sort::Event => shape("cds", "filled", "1"),
        Sort::Instrument => shape("note", "filled", "1"),
        Sort::Good => shape("box3d", "filled", "1"),
        Sort::Service => shape("parallelogram", "filled", "1"),
        Sort::Sector => shape("folder", "filled", "1"),
        Sort::Topic => shape("box", "filled,rounded,dashed", "1"),
    }
}
