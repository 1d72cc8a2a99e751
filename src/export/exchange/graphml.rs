//! [GraphML](http://graphml.graphdrawing.org/specification.html) with typed keys and their meanings.

use std::io::Write;

use super::about::{About, not_carried};
use super::arc::arcs;
use super::column::{self, Column, Value};
use super::edge::{self, Edge};
use super::format::ExchangeFormat;
use super::node::{self, Node};
use crate::export::ExportError;
use crate::network::Network;
use crate::text::xml::{Forbidden, add_attribute, add_text};

const FORMAT: ExchangeFormat = ExchangeFormat::GraphMl;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n";

/// The attributes of the network.
const GRAPH: [Column; 2] = [
    Column::text("title", "what the network shows"),
    Column::text("caption", "what explains it, one sentence a line"),
];

pub fn write(network: &Network, about: &About, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut text = HEAD.to_owned();
    head(&mut text, about).map_err(not_carried(FORMAT, "the title"))?;
    out.write_all(text.as_bytes())?;
    let facts = network.facts();
    let mut ids = Vec::new();
    for iri in network.nodes() {
        text.clear();
        let node = Node::new(iri, facts);
        add_node(&mut text, &node).map_err(not_carried(FORMAT, iri.as_str()))?;
        out.write_all(text.as_bytes())?;
        ids.push(node.id);
    }
    for arc in arcs(network) {
        let (Some(source), Some(target)) = (ids.get(arc.source), ids.get(arc.target)) else {
            continue;
        };
        text.clear();
        let edge = Edge::new(arc.edge, facts);
        add_edge(&mut text, [&arc.id, source, target], &edge)
            .map_err(not_carried(FORMAT, &arc.id))?;
        out.write_all(text.as_bytes())?;
    }
    Ok(out.write_all(b"  </graph>\n</graphml>\n")?)
}

/// The keys, and the attributes of the network.
fn head(text: &mut String, about: &About) -> Result<(), Forbidden> {
    add_keys(text, "graph", &GRAPH)?;
    add_keys(text, "node", &node::COLUMNS)?;
    add_keys(text, "edge", &edge::COLUMNS)?;
    text.push_str("  <graph id=\"network\" edgedefault=\"directed\">\n");
    let caption = about.caption.join("\n");
    let values = [&about.title, &caption].map(column::text);
    add_data(text, "graph", &GRAPH, &values)
}

fn add_keys(text: &mut String, of: &str, columns: &[Column]) -> Result<(), Forbidden> {
    for column in columns {
        text.push_str("  <key");
        add_attribute(text, "id", &key(of, column))?;
        add_attribute(text, "for", of)?;
        add_attribute(text, "attr.name", column.name)?;
        add_attribute(text, "attr.type", column.kind.word())?;
        text.push_str("><desc>");
        add_text(text, column.meaning)?;
        text.push_str("</desc></key>\n");
    }
    Ok(())
}

fn key(of: &str, column: &Column) -> String {
    [of, "-", column.name].concat()
}

fn add_node(text: &mut String, node: &Node<'_>) -> Result<(), Forbidden> {
    text.push_str("    <node");
    add_attribute(text, "id", &node.id)?;
    text.push_str(">\n");
    add_data(text, "node", &node::COLUMNS, &node.values())?;
    text.push_str("    </node>\n");
    Ok(())
}

fn add_edge(
    text: &mut String,
    [id, source, target]: [&str; 3],
    edge: &Edge<'_>,
) -> Result<(), Forbidden> {
    text.push_str("    <edge");
    add_attribute(text, "id", id)?;
    add_attribute(text, "source", source)?;
    add_attribute(text, "target", target)?;
    text.push_str(">\n");
    add_data(text, "edge", &edge::COLUMNS, &edge.values())?;
    text.push_str("    </edge>\n");
    Ok(())
}

fn add_data(
    text: &mut String,
    of: &str,
    columns: &[Column],
    values: &[Value<'_>],
) -> Result<(), Forbidden> {
    for (column, value) in columns.iter().zip(values) {
        if let Some(value) = value {
            text.extend(["      <data key=\"", of, "-", column.name, "\">"]);
            add_text(text, value)?;
            text.push_str("</data>\n");
        }
    }
    Ok(())
}
