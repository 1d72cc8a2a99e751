//! The look of a node of each kind.

use super::colour::Colour;
use super::quoted::{colour, keyword};
use super::statement::Attributes;
use crate::model::EntityKind;

/// The shape and colours of a node; a dotted box if its kind is unknown.
pub fn attributes(sort: Option<EntityKind>, fill: Colour) -> Attributes {
    let (shape, style) = sort.map_or(("box", "filled,dotted"), of_sort);
    // A post looks like a person with a second outline.
    let outlines = (sort == Some(EntityKind::Post)).then(|| keyword("2"));
    // The point of the arrow needs some of the space for text.
    let margin = (sort == Some(EntityKind::Event)).then(|| keyword("0.2,0.1"));
    Attributes::default()
        .with("shape", keyword(shape))
        .with("style", keyword(style))
        .maybe("peripheries", outlines)
        .maybe("margin", margin)
        .with("fillcolor", colour(fill))
        .with("fontcolor", colour(fill.of_text_on_it()))
}

/// The Graphviz shape and style: corners for states, rounded corners for their parts, curves for people, and pictograms
/// where they exist. All shapes can hold several lines of text and keep their proportions.
const fn of_sort(sort: EntityKind) -> (&'static str, &'static str) {
    match sort {
        EntityKind::State => ("box", "filled"),
        EntityKind::Region => ("box", "filled,rounded"),
        EntityKind::Organization => ("octagon", "filled"),
        EntityKind::Person | EntityKind::Post => ("ellipse", "filled"),
        EntityKind::Place => ("house", "filled"),
        EntityKind::Event => ("cds", "filled"),
        EntityKind::Instrument => ("note", "filled"),
        EntityKind::Good => ("box3d", "filled"),
        EntityKind::Service => ("component", "filled"),
        EntityKind::Sector => ("folder", "filled"),
        EntityKind::Topic => ("box", "filled,rounded,dashed"),
    }
}
