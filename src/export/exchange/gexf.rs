//! [GEXF 1.3](https://gexf.net/schema.html), as Gephi reads it without warnings.
//!
//! - The only time format is `date`, the only representation `interval`: Gephi does not mix them.
//! - No interval begins and ends on the same day: Gephi may [drop such intervals
//!   silently](https://github.com/gephi/gephi/issues/666).
//! - Parallel edges differ in `kind`: Gephi adds up those of one kind.
//! - Nodes have no time, because an edge must not outlive its ends.

use std::io::Write;

use oxigraph::model::NamedNode;

use super::about::{About, not_carried};
use super::arc::{Arc, arcs};
use super::column::{Column, Value};
use super::edge::{self, Edge};
use super::format::ExchangeFormat;
use super::life;
use super::node::{self, Node};
use crate::export::ExportError;
use crate::network::{Facts, Network};
use crate::text::xml::{Forbidden, add_attribute, add_text};

const FORMAT: ExchangeFormat = ExchangeFormat::Gexf;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<gexf xmlns=\"http://gexf.net/1.3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n";

/// The columns for which GEXF has its own attributes.
const BUILT_IN: [&str; 2] = ["label", "weight"];

pub fn write(network: &Network, about: &About, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut text = HEAD.to_owned();
    head(&mut text, about).map_err(not_carried(FORMAT, "the title"))?;
    out.write_all(text.as_bytes())?;
    let facts = network.facts();
    let mut ids = Vec::new();
    for iri in network.nodes() {
        text.clear();
        ids.push(add_node(&mut text, iri, facts).map_err(not_carried(FORMAT, iri.as_str()))?);
        out.write_all(text.as_bytes())?;
    }
    out.write_all(b"    </nodes>\n    <edges>\n")?;
    for arc in arcs(network) {
        let (Some(source), Some(target)) = (ids.get(arc.source), ids.get(arc.target)) else {
            continue;
        };
        text.clear();
        add_edge(&mut text, &arc, [source, target], facts).map_err(not_carried(FORMAT, &arc.id))?;
        out.write_all(text.as_bytes())?;
    }
    Ok(out.write_all(b"    </edges>\n  </graph>\n</gexf>\n")?)
}

/// No date of creation is written, so that the same network gives the same bytes.
fn head(text: &mut String, about: &About) -> Result<(), Forbidden> {
    text.push_str("  <meta>\n    <creator>bilateral</creator>\n    <description>");
    add_text(text, &about.title)?;
    for sentence in &about.caption {
        text.push('\n');
        add_text(text, sentence)?;
    }
    text.push_str(
        "</description>\n  </meta>\n  <graph defaultedgetype=\"directed\" mode=\"dynamic\" \
         timeformat=\"date\" timerepresentation=\"interval\">\n",
    );
    add_columns(text, "node", &node::COLUMNS)?;
    add_columns(text, "edge", &edge::COLUMNS)?;
    text.push_str("    <nodes>\n");
    Ok(())
}

fn add_columns(text: &mut String, class: &str, columns: &[Column]) -> Result<(), Forbidden> {
    text.extend(["    <attributes class=\"", class, "\">\n"]);
    for column in columns.iter().filter(|column| is_own(column)) {
        text.push_str("      <attribute");
        add_attribute(text, "id", column.name)?;
        add_attribute(text, "title", column.name)?;
        add_attribute(text, "type", column.kind.word())?;
        text.push_str("/>\n");
    }
    text.push_str("    </attributes>\n");
    Ok(())
}

fn is_own(column: &Column) -> bool {
    !BUILT_IN.contains(&column.name)
}

fn add_node(text: &mut String, iri: &NamedNode, facts: &Facts) -> Result<String, Forbidden> {
    let node = Node::new(iri, facts);
    text.push_str("      <node");
    add_attribute(text, "id", &node.id)?;
    add_attribute(text, "label", &node.label)?;
    text.push_str(">\n");
    add_values(text, &node::COLUMNS, &node.values())?;
    text.push_str("      </node>\n");
    Ok(node.id)
}

fn add_edge(
    text: &mut String,
    arc: &Arc<'_>,
    [source, target]: [&str; 2],
    facts: &Facts,
) -> Result<(), Forbidden> {
    let edge = Edge::new(arc.edge, facts);
    let together = if edge.mutual { ", together" } else { "" };
    let spans = life::spans(arc.edge.dates());
    text.push_str("      <edge");
    add_attribute(text, "id", &arc.id)?;
    add_attribute(text, "source", source)?;
    add_attribute(text, "target", target)?;
    add_attribute(text, "label", &edge.label)?;
    add_attribute(text, "kind", &[&edge.label, together].concat())?;
    add_attribute(text, "weight", &format!("{:?}", edge.weight))?;
    if let [[first, last]] = spans.as_slice() {
        add_attribute(text, "start", &first.to_string())?;
        add_attribute(text, "end", &last.to_string())?;
    }
    text.push_str(">\n");
    add_values(text, &edge::COLUMNS, &edge.values())?;
    if spans.len() > 1 {
        text.push_str("        <spells>\n");
        for [first, last] in spans {
            text.push_str("          <spell");
            add_attribute(text, "start", &first.to_string())?;
            add_attribute(text, "end", &last.to_string())?;
            text.push_str("/>\n");
        }
        text.push_str("        </spells>\n");
    }
    text.push_str("      </edge>\n");
    Ok(())
}

fn add_values(
    text: &mut String,
    columns: &[Column],
    values: &[Value<'_>],
) -> Result<(), Forbidden> {
    text.push_str("        <attvalues>\n");
    for (column, value) in columns.iter().zip(values) {
        if let Some(value) = value.as_ref().filter(|_| is_own(column)) {
            text.push_str("          <attvalue");
            add_attribute(text, "for", column.name)?;
            add_attribute(text, "value", value)?;
            text.push_str("/>\n");
        }
    }
    text.push_str("        </attvalues>\n");
    Ok(())
}
