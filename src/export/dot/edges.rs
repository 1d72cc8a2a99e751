//! Edges: their colour is the relation, their width the weight, and the words are behind the label, too.

use oxigraph::model::NamedNode;

use super::colour::Colour;
use super::nodes;
use super::picture::Picture;
use super::quoted::{colour, keyword, measure};
use super::sides::Sides;
use super::statement::{Attributes, Body};
use super::words;
use crate::network::{Edge, Network};

/// The width of a line of weight 1, in points.
const THINNEST: f64 = 1.0;
/// The width that no line exceeds, in points.
const THICKEST: f64 = 4.0;
/// From here on a weight is told by its magnitude.
const LARGE: f64 = 1e6;

pub(super) fn write(body: &mut Body, network: &Network, picture: &Picture, sides: &Sides<'_>) {
    let names: Vec<&NamedNode> = network.nodes().collect();
    for (source, target, edge) in network.edges() {
        if let (Some(from), Some(to)) = (names.get(source), names.get(target)) {
            let heading = heading(from, to, edge, network);
            let attributes = attributes(&heading, edge, network, picture);
            let lone = sides.is_lone_tie_within(source, target);
            let attributes = attributes.maybe("constraint", lone.then(|| keyword("false")));
            body.edge(&nodes::name(from), &nodes::name(to), &attributes);
        }
    }
}

/// The colours of a relation: of its line, and of what is written beside it.
pub(super) fn colours(relation: &NamedNode, picture: &Picture) -> [Colour; 2] {
    let line = picture.colour(Some(relation.as_ref()), Colour::GREY);
    [line.visible_on_white(), line.readable_on_white()]
}

fn attributes(heading: &str, edge: &Edge, network: &Network, picture: &Picture) -> Attributes {
    let facts = network.facts();
    let label = [facts.relation_label(&edge.relation), times(edge.weight)].concat();
    let tooltip = words::tooltip(heading, &edge.acts, facts);
    let [line, text] = colours(&edge.relation, picture);
    Attributes::default()
        .with("label", words::label(&label))
        .with("color", colour(line))
        .with("fontcolor", colour(text))
        .with("penwidth", measure(width(edge.weight)))
        .with("tooltip", tooltip.clone())
        .with("labeltooltip", tooltip)
        .maybe("URL", words::first_link(&edge.acts, facts))
}

fn heading(source: &NamedNode, target: &NamedNode, edge: &Edge, network: &Network) -> String {
    let facts = network.facts();
    format!(
        "{} → {}: {}{}",
        facts.node_label(source),
        facts.node_label(target),
        facts.relation_label(&edge.relation),
        times(edge.weight),
    )
}

/// ` ×3`, or nothing for once. The blank does not break, so that a label never begins a line with it.
fn times(weight: f64) -> String {
    let hundredths = (weight * 100.0).round() / 100.0;
    if (hundredths - 1.0).abs() < f64::EPSILON {
        String::new()
    } else if hundredths < LARGE {
        format!(" ×{hundredths}")
    } else {
        format!(" ×{hundredths:.1e}")
    }
}

/// Twice the weight adds always the same, so that one strong tie does not make threads of all others.
fn width(weight: f64) -> f64 {
    (THINNEST + 0.75 * weight.log2()).clamp(0.6, THICKEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_says_how_often_unless_once() {
        let told = [1.0, 3.0, 0.1 + 0.2, 0.0, 1e300].map(times);
        assert_eq!(told, ["", " ×3", " ×0.3", " ×0", " ×1.0e300"]);
    }

    #[test]
    fn a_line_grows_with_its_weight_within_bounds() {
        let widths = [0.0, 0.5, 1.0, 2.0, 8.0, 1e300].map(width);
        assert!(widths.is_sorted());
        assert!(widths.iter().all(|width| (0.6..=THICKEST).contains(width)));
    }
}
