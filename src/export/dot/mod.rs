//! The network as a picture in [DOT](https://graphviz.org/doc/info/lang.html). Each node and edge links to the words
//! behind it: a tooltip shows the quotes, a click opens them on the publisher's page.
//!
//! *Takes* a network and the look of the picture. *Returns* DOT, and with Graphviz SVG.
//! *Never* writes an HTML-like label, or any text that `quoted` has not escaped.

mod colour;
mod colouring;
mod drawing;
mod edge_label;
mod edges;
mod ends;
mod heights;
mod legend;
mod node_label;
mod nodes;
mod picture;
mod quoted;
mod segments;
mod shape;
mod sides;
mod statement;
mod svg;
mod timeline;
mod words;

use std::io::{self, Write};

use self::drawing::Drawing;
use self::quoted::keyword;
use self::statement::{Attributes, Body};
use crate::network::Network;

pub use colouring::{Colouring, Groups, Scale};
pub use picture::Picture;
pub use svg::to_svg;

/// Sans-serif fonts; the first that is installed is used.
const FONT: &str = "Helvetica,Arial,sans-serif";

/// Draws a network: the same picture for the same network.
///
/// # Errors
/// If the output cannot be written.
pub fn write(network: &Network, picture: &Picture, out: &mut dyn Write) -> io::Result<()> {
    let drawing = Drawing::of(network, picture);
    Body::digraph(out, &words::name(&picture.title), |body| {
        defaults(body, picture)?;
        if picture.legend {
            legend::write(body, &drawing)?;
        }
        if picture.labels {
            timeline::write(body, &drawing)?;
        }
        nodes::write(body, &drawing)?;
        edges::write(body, &drawing)
    })
}

/// Draws a network into memory, as [`write()`] does.
#[must_use]
pub fn to_string(network: &Network, picture: &Picture) -> String {
    let mut text = Vec::new();
    // Writing into a Vec never fails, and all output is UTF-8.
    write(network, picture, &mut text).ok();
    String::from_utf8(text).unwrap_or_default()
}

/// The layout runs from left to right, so that the labels of parallel edges are one below the other.
fn defaults(body: &mut Body<'_>, picture: &Picture) -> io::Result<()> {
    // Too many ties for labels also means many nodes, which are closer together.
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
    body.defaults("graph", &graph)?;
    body.defaults("node", &node)?;
    body.defaults("edge", &edge)
}
