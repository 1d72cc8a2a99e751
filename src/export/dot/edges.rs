//! Edges: colour and dashes show the relation, width shows the weight, and the label also links to the words.

use std::io;

use super::drawing::Drawing;
use super::edge_label;
use super::ends::NodeRef;
use super::quoted::{Quoted, colour, keyword, lines, measure};
use super::segments::{self, Pen};
use super::statement::{Attributes, Body};
use super::words::{self, Evidence};
use crate::network::Edge;
use crate::vocab::bil;

/// The width of a line of weight 1, in points.
const THINNEST: f64 = 1.2;
/// The maximum width of a line, in points.
const THICKEST: f64 = 6.0;

pub fn write(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    let Drawing { ends, sides, .. } = drawing;
    for (source, target, edge) in drawing.network.edges() {
        let (Some(from), Some(to)) = (ends.get(source), ends.get(target)) else {
            continue;
        };
        let lone = sides.is_lone_tie_within(source, target);
        let backward = sides.is_laid_backward(source, target);
        let attributes = attributes([from, to], edge, drawing)
            .maybe("constraint", lone.then(|| keyword("false")))
            .maybe("dir", direction(edge, backward));
        // An edge that is laid out backward must still point at its target.
        if backward {
            body.edge(&to.name, &from.name, &attributes)?;
        } else {
            body.edge(&from.name, &to.name, &attributes)?;
        }
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

fn attributes(ends: [&NodeRef<'_>; 2], edge: &Edge, drawing: &Drawing<'_>) -> Attributes {
    let facts = drawing.network.facts();
    let label = drawing.picture.labels;
    let label = label.then(|| edge_label::lines(ends, edge, facts));
    let label = label.filter(|label| !label.is_empty());
    let heading = edge_label::heading(ends, edge, facts);
    let Evidence { tooltip, link } = words::evidence(&heading, edge.acts.iter(), &drawing.acts);
    let strands = segments::of_edge(edge, &drawing.pens);
    let pen = match strands.as_slice() {
        [one] => Some(one.pen),
        _ => None,
    };
    Attributes::default()
        .maybe("label", label.as_deref().map(lines))
        .with("color", segments::colours(&strands))
        .maybe("fontcolor", pen.map(|pen| colour(pen.ink)))
        .maybe("style", pen.and_then(Pen::style))
        .with("penwidth", measure(width_of(edge)))
        .with("tooltip", tooltip.clone())
        .with("labeltooltip", tooltip)
        .maybe("URL", link)
}

/// The width of a line in the legend.
pub fn sample_width() -> Quoted {
    measure(2.0)
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
