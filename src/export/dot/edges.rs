//! Edges: their colour shows the group of kinds, their width the weight, and dashes that all of it is inferred.

use std::io;

use super::drawing::{Drawing, Evidence};
use super::edge_label;
use super::elements::EdgeRef;
use super::label_nodes;
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
        let backward = drawing.sides.is_laid_backward(edge);
        let EdgeRef { from, to, .. } = edge;
        // An edge that is laid out backward must still point at its target.
        let [tail, head] = if backward { [to, from] } else { [from, to] };
        let mutual = edge.edge.mutual;
        let arrows = [mutual || backward, mutual || !backward];
        if label_nodes::of_edge(edge, drawing).is_some() {
            let label = label_nodes::name(edge);
            let [first, second] = halves(edge, arrows, drawing);
            body.edge(&tail.name, &label, &first)?;
            body.edge(&label, &head.name, &second)?;
        } else {
            body.edge(&tail.name, &head.name, &whole(edge, arrows, drawing))?;
        }
    }
    Ok(())
}

/// The direction of a line with arrowheads at its tail and its head.
fn direction(arrows: [bool; 2]) -> Option<Quoted> {
    match arrows {
        [true, true] => Some(keyword("both")),
        [true, false] => Some(keyword("back")),
        [false, true] => None,
        [false, false] => Some(keyword("none")),
    }
}

/// An edge as two lines with its label between them.
fn halves(
    edge: EdgeRef<'_>,
    [at_tail, at_head]: [bool; 2],
    drawing: &Drawing<'_>,
) -> [Attributes; 2] {
    let segments = segments::of_edge(edge.edge, &drawing.styles);
    let [first, second] = segments::halves(&segments);
    // Between the sides, the label is in the column of those between them.
    let is_long = drawing.sides.is_past_others(edge);
    let half = |colours, arrows, port: (&'static str, &'static str)| {
        let (end, side) = port;
        Attributes::default()
            .with("color", colours)
            .and(line(edge, drawing))
            .maybe("minlen", is_long.then(|| keyword("2")))
            .maybe("dir", direction(arrows))
            .with(end, keyword(side))
    };
    [
        half(first, [at_tail, false], ("headport", "w")),
        half(second, [false, at_head], ("tailport", "e")),
    ]
}

/// An edge as one line: without a label, or with one next to it.
fn whole(edge: EdgeRef<'_>, arrows: [bool; 2], drawing: &Drawing<'_>) -> Attributes {
    let label = drawing.picture.labels;
    let label = label.then(|| edge_label::lines(edge, drawing.facts));
    let label = label.filter(|label| !label.is_empty());
    let segments = segments::of_edge(edge.edge, &drawing.styles);
    let ink = match segments.as_slice() {
        [one] => Some(colour(one.pen.ink)),
        _ => None,
    };
    let lone = drawing.sides.is_lone_tie_within(edge);
    Attributes::default()
        .maybe("label", label.as_deref().map(lines))
        .with("color", segments::colours(&segments))
        .maybe("fontcolor", ink)
        .and(line(edge, drawing))
        .maybe("constraint", lone.then(|| keyword("false")))
        .maybe("dir", direction(arrows))
}

/// What both halves of an edge have in common.
fn line(edge: EdgeRef<'_>, drawing: &Drawing<'_>) -> Attributes {
    let heading = edge_label::heading(edge, drawing.facts);
    let Evidence { tooltip, link } = drawing.evidence(&heading, edge.edge.acts.iter());
    let is_inferred = drawing.is_inferred(edge);
    Attributes::default()
        .maybe("style", is_inferred.then(|| keyword("dashed")))
        .with("penwidth", measure(width_of(edge.edge)))
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
