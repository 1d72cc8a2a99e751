//! The network as a picture in [DOT](https://graphviz.org/doc/info/lang.html), in which every node and edge leads
//! back to the words behind it: hovering shows the quotes, a click opens them on the publisher's page.
//!
//! *Takes* a network and what the picture should look like. *Gives* DOT, and through Graphviz SVG.
//! *Never* writes an HTML-like label, nor any text that `quoted` has not made harmless.

mod colour;
mod edge_label;
mod edges;
mod heights;
mod legend;
mod node_label;
mod nodes;
mod picture;
mod quoted;
mod shape;
mod sides;
mod statement;
mod strands;
mod svg;
mod timeline;
mod words;

use self::quoted::keyword;
use self::sides::Sides;
use self::statement::{Attributes, Body};
use crate::network::Network;

pub use picture::Picture;
pub use svg::to_svg;

/// Fonts without serifs, whatever there is.
const FONT: &str = "Helvetica,Arial,sans-serif";

/// Draws a network: the same picture for the same network.
#[must_use]
pub fn to_string(network: &Network, picture: &Picture) -> String {
    let mut body = Body::default();
    defaults(&mut body, picture);
    if picture.legend {
        legend::write(&mut body, network, picture);
    }
    if picture.labels {
        timeline::write(&mut body, network);
    }
    let sides = Sides::of(network, picture);
    nodes::write(&mut body, network, picture, &sides);
    edges::write(&mut body, network, picture, &sides);
    body.into_digraph(&words::name(&picture.title))
}

/// The layout runs from left to right, since the labels of parallel edges then stand above each other.
fn defaults(body: &mut Body, picture: &Picture) {
    // Where the ties are too many for labels, the nodes are many, too, and stand closer.
    let [node_distance, rank_distance, margin, height] = if picture.labels {
        ["0.15", "0.9", "0.16,0.06", "0.4"]
    } else {
        ["0.05", "0.6", "0.1,0.03", "0.28"]
    };
    let graph = Attributes::default()
        .with(
            "label",
            words::title(&picture.title).flush_left().flush_left(),
        )
        .with("labelloc", keyword("t"))
        .with("labeljust", keyword("l"))
        .with("rankdir", keyword("LR"))
        .with("nodesep", keyword(node_distance))
        .with("ranksep", keyword(rank_distance))
        .with("pad", keyword("0.3"))
        .with("bgcolor", keyword("white"))
        .with("fontname", keyword(FONT))
        .with("fontsize", keyword("16"));
    let node = Attributes::default()
        .with("style", keyword("filled"))
        .with("color", keyword("#555555"))
        .with("margin", keyword(margin))
        .with("height", keyword(height))
        .with("target", keyword("_blank"))
        .with("fontname", keyword(FONT))
        .with("fontsize", keyword("12"));
    let edge = Attributes::default()
        .with("arrowsize", keyword("0.7"))
        .with("target", keyword("_blank"))
        .with("fontname", keyword(FONT))
        .with("fontsize", keyword("10"));
    body.defaults("graph", &graph);
    body.defaults("node", &node);
    body.defaults("edge", &edge);
}
