//! Edges: colour and dashes show the relation, width shows the weight, and the label also links to the words.

use std::io;

use super::drawing::{Drawing, Evidence};
use super::edge_label;
use super::elements::EdgeRef;
use super::quoted::{Quoted, colour, keyword, lines, measure};
use super::segments;
use super::statement::{Attributes, Body};
use crate::network::Edge;
use crate::vocab::bil;

/// The width of a line of weight 1, in points.
const THINNEST: f64 = 1.2;
/// The maximum width of a line, in points.
const THICKEST: f64 = 6.0;

pub fn write(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    for edge in drawing.edges() {
        let lone = drawing.sides.is_lone_tie_within(edge);
        let backward = drawing.sides.is_laid_backward(edge);
        let attributes = attributes(edge, drawing)
            .maybe("constraint", lone.then(|| keyword("false")))
            .maybe("dir", direction(edge.edge, backward));
        let EdgeRef { from, to, .. } = edge;
        // An edge that is laid out backward must still point at its target.
        let [tail, head] = if backward { [to, from] } else { [from, to] };
        body.edge(&tail.name, &head.name, &attributes)?;
    }
    Ok(())
}

fn direction(edge: &Edge, backward: bool) -> Option<Quoted> {
    match (edge.mutual, backward) {
        (true, _) => Some(keyword("both")),
        (false, true) => Some(keyword("back")),
        (false, false) => None,
    }
}

fn attributes(edge: EdgeRef<'_>, drawing: &Drawing<'_>) -> Attributes {
    let facts = drawing.facts;
    let label = drawing.picture.labels;
    let label = label.then(|| edge_label::lines(edge, facts));
    let label = label.filter(|label| !label.is_empty());
    let heading = edge_label::heading(edge, facts);
    let EdgeRef { edge, .. } = edge;
    let Evidence { tooltip, link } = drawing.evidence(&heading, edge.acts.iter());
    let segments = segments::of_edge(edge, &drawing.styles);
    let pen = match segments.as_slice() {
        [one] => Some(one.pen),
        _ => None,
    };
    Attributes::default()
        .maybe("label", label.as_deref().map(lines))
        .with("color", segments::colours(&segments))
        .maybe("fontcolor", pen.map(|pen| colour(pen.ink)))
        .maybe("style", pen.and_then(|pen| pen.dashes.map(keyword)))
        .with("penwidth", measure(width_of(edge)))
        .with("tooltip", tooltip.clone())
        .with("labeltooltip", tooltip)
        .maybe("URL", link)
}

/// Who heard an act is drawn light, however many acts it were.
fn width_of(edge: &Edge) -> f64 {
    if edge.relation == bil::HEARD_BY {
        return THINNEST;
    }
    width(edge.weight)
}

/// Logarithmic: doubling the weight adds a constant width, so that one strong tie does not make all others look thin.
fn width(weight: f64) -> f64 {
    (THINNEST + 0.75 * weight.log2()).clamp(0.8, THICKEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_grows_with_its_weight_within_bounds() {
        let widths = [0.0, 0.5, 1.0, 2.0, 8.0, 1e300].map(width);
        assert!(widths.is_sorted());
        assert!(widths.iter().all(|width| (0.8..=THICKEST).contains(width)));
    }
}
