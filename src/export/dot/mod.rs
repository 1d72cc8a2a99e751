//! The network as a picture in [DOT](https://graphviz.org/doc/info/lang.html). Each node and edge links to the words
//! behind it: a tooltip shows the quotes, a click opens them on the publisher's page.
//!
//! *Takes* a network and the look of the picture. *Returns* DOT, and with Graphviz SVG.
//! *Never* writes text that `quoted` or `markup` has not escaped.

mod drawing;
mod edge_label;
mod edges;
mod elements;
mod header;
mod label_nodes;
mod layout;
mod markup;
mod nodes;
mod picture;
mod quoted;
mod segments;
mod sides;
mod statement;
mod svg;
mod words;

use std::io::{self, Write};

use self::drawing::Drawing;
use self::elements::NodeRef;
use self::quoted::keyword;
use self::statement::{Attributes, Body};
use crate::network::Network;

pub use picture::{Colouring, Groups, Picture, Scale};
pub use svg::to_svg;

/// Sans-serif fonts; the first that is installed is used.
const FONT: &str = "Helvetica,Arial,sans-serif";

/// Draws a network: the same picture for the same network.
///
/// # Errors
/// If the output cannot be written.
pub fn write(network: &Network, picture: &Picture, out: &mut dyn Write) -> io::Result<()> {
    let nodes = NodeRef::all(network);
    let drawing = Drawing::new(network, picture, &nodes);
    Body::digraph(out, &words::name(&picture.title), |body| {
        defaults(body, &drawing)?;
        if picture.labels {
            layout::write_timeline(body, &drawing)?;
        }
        nodes::write(body, &drawing)?;
        edges::write(body, &drawing)
    })
}

/// Draws a network into memory, as [`write()`] does.
///
/// # Panics
/// Never: a `Vec` takes all bytes, and all output is UTF-8.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "writing into a Vec never fails, and all output is UTF-8"
)]
pub fn to_string(network: &Network, picture: &Picture) -> String {
    let mut text = Vec::new();
    write(network, picture, &mut text).expect("a Vec takes all bytes");
    String::from_utf8(text).expect("DOT in UTF-8")
}

/// The layout runs from left to right, so that the labels of parallel edges are one below the other.
fn defaults(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    // Too many ties for labels also means many nodes, which are closer together.
    let [distances, sizes] = if drawing.picture.labels {
        ["nodesep=0.1 ranksep=0.17", "margin=0.1,0.05 height=0.35"]
    } else {
        ["nodesep=0.05 ranksep=0.6", "margin=0.1,0.03 height=0.28"]
    };
    let font = || Attributes::default().with("fontname", keyword(FONT));
    let graph = Attributes::default()
        .with("label", header::label(drawing))
        .and(Attributes::fixed(
            "labelloc=t labeljust=l rankdir=LR outputorder=edgesfirst",
        ))
        .and(Attributes::fixed(distances))
        .and(Attributes::fixed("pad=0.2 bgcolor=white"))
        .and(font());
    let node = Attributes::fixed("style=filled color=#555555")
        .and(Attributes::fixed(sizes))
        .and(Attributes::fixed("target=_blank"))
        .and(font())
        .and(Attributes::fixed("fontsize=11"));
    let edge = Attributes::fixed("arrowsize=0.7 target=_blank")
        .and(font())
        .and(Attributes::fixed("fontsize=10"));
    body.defaults("graph", &graph)?;
    body.defaults("node", &node)?;
    body.defaults("edge", &edge)
}
