//! What a thing of each sort looks like.

use super::colour::Colour;
use super::quoted::{colour, keyword};
use super::statement::Attributes;
use crate::model::Sort;

/// The shape and colours of a thing; a dotted box where nobody knows what it is.
pub(super) fn attributes(sort: Option<Sort>, fill: Colour) -> Attributes {
    let (shape, style) = sort.map_or(("box", "filled,dotted"), of_sort);
    // A post looks like a person with a second outline: somebody holds it.
    let outlines = (sort == Some(Sort::Post)).then(|| keyword("2"));
    // The point of the arrow takes from the room of the text.
    let margin = (sort == Some(Sort::Event)).then(|| keyword("0.2,0.1"));
    Attributes::default()
        .with("shape", keyword(shape))
        .with("style", keyword(style))
        .maybe("peripheries", outlines)
        .maybe("margin", margin)
        .with("fillcolor", colour(fill))
        .with("fontcolor", colour(fill.of_text_on_it()))
}

/// The shape of Graphviz and its style: corners for states, rounded ones for what is part of them, curves for people;
/// and what can be pictured as it is. All of them hold several lines of text without growing out of proportion.
const fn of_sort(sort: Sort) -> (&'static str, &'static str) {
    match sort {
        Sort::State => ("box", "filled"),
        Sort::Region => ("box", "filled,rounded"),
        Sort::Organization => ("octagon", "filled"),
        Sort::Person | Sort::Post => ("ellipse", "filled"),
        Sort::Place => ("house", "filled"),
        Sort::Event => ("cds", "filled"),
        Sort::Instrument => ("note", "filled"),
        Sort::Good => ("box3d", "filled"),
        Sort::Service => ("component", "filled"),
        Sort::Sector => ("folder", "filled"),
        Sort::Topic => ("box", "filled,rounded,dashed"),
    }
}
