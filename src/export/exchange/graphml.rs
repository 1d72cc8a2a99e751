//! [GraphML](http://graphml.graphdrawing.org/specification.html) with typed keys and their meanings.

use super::column::{self, Column, Value};
use super::edge::{self, Arc};
use super::format::{About, ExchangeFormat};
use super::node::{self, Node};
use super::xml::{Syntax, add_tag};
use crate::text::xml::{Forbidden, add_text};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n";

/// The attributes of the network.
const GRAPH: [Column; 2] = [
    Column::text("title", "what the network shows"),
    Column::text("caption", "what explains it, one sentence a line"),
];

pub struct GraphMl;

impl Syntax for GraphMl {
    const FORMAT: ExchangeFormat = ExchangeFormat::GraphMl;
    const BETWEEN: &'static str = "";
    const END: &'static str = "  </graph>\n</graphml>\n";

    /// The keys, and the attributes of the network.
    fn begin(text: &mut String, about: &About) -> Result<(), Forbidden> {
        text.push_str(HEAD);
        add_keys(text, "graph", &GRAPH)?;
        add_keys(text, "node", &node::COLUMNS)?;
        add_keys(text, "edge", &edge::COLUMNS)?;
        text.push_str("  <graph id=\"network\" edgedefault=\"directed\">\n");
        let caption = about.caption.join("\n");
        let values = [&about.title, &caption].map(column::text);
        add_data(text, "graph", &GRAPH, &values)
    }

    fn node(text: &mut String, node: &Node<'_>) -> Result<(), Forbidden> {
        add_tag(text, "    <node", &[("id", &node.id)], ">\n")?;
        add_data(text, "node", &node::COLUMNS, &node.values())?;
        text.push_str("    </node>\n");
        Ok(())
    }

    fn edge(text: &mut String, arc: &Arc<'_>) -> Result<(), Forbidden> {
        let attributes = [
            ("id", arc.id.as_str()),
            ("source", &arc.source),
            ("target", &arc.target),
        ];
        add_tag(text, "    <edge", &attributes, ">\n")?;
        add_data(text, "edge", &edge::COLUMNS, &arc.edge.values())?;
        text.push_str("    </edge>\n");
        Ok(())
    }
}

fn add_keys(text: &mut String, of: &str, columns: &[Column]) -> Result<(), Forbidden> {
    for column in columns {
        let id = [of, "-", column.name].concat();
        let attributes = [
            ("id", id.as_str()),
            ("for", of),
            ("attr.name", column.name),
            ("attr.type", column.kind.word()),
        ];
        add_tag(text, "  <key", &attributes, "><desc>")?;
        add_text(text, column.meaning)?;
        text.push_str("</desc></key>\n");
    }
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
