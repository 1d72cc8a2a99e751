//! Lists of nodes and edges as [CSV](https://www.rfc-editor.org/rfc/rfc4180), with the column names that Gephi, igraph
//! and networkx expect.

use std::io::{self, Write};

use super::arc::arcs;
use super::column::{Column, Value};
use super::edge::{self, Edge};
use super::node::{self, Node};
use crate::export::ExportError;
use crate::export::name::name;
use crate::network::Network;

pub fn write_nodes(network: &Network, out: &mut dyn Write) -> Result<(), ExportError> {
    write_head(out, &["id"], &node::COLUMNS)?;
    for iri in network.nodes() {
        let node = Node::new(iri, network.facts());
        write_row(out, &[&node.id], &node.values())?;
    }
    Ok(())
}

pub fn write_edges(network: &Network, out: &mut dyn Write) -> Result<(), ExportError> {
    let ids: Vec<String> = network.nodes().map(name).collect();
    write_head(out, &["source", "target", "id"], &edge::COLUMNS)?;
    for arc in arcs(network) {
        if let (Some(source), Some(target)) = (ids.get(arc.source), ids.get(arc.target)) {
            let edge = Edge::new(arc.edge, network.facts());
            write_row(out, &[source, target, &arc.id], &edge.values())?;
        }
    }
    Ok(())
}

fn write_head(out: &mut dyn Write, first: &[&str], columns: &[Column]) -> io::Result<()> {
    let columns = columns.iter().map(|column| column.name);
    let names: Vec<&str> = first.iter().copied().chain(columns).collect();
    out.write_all([&names.join(","), "\r\n"].concat().as_bytes())
}

fn write_row(out: &mut dyn Write, first: &[&str], values: &[Value<'_>]) -> io::Result<()> {
    let values = values
        .iter()
        .map(|value| value.as_deref().unwrap_or_default());
    let mut row = String::new();
    for (number, cell) in first.iter().copied().chain(values).enumerate() {
        if number > 0 {
            row.push(',');
        }
        add_cell(&mut row, cell);
    }
    row.push_str("\r\n");
    out.write_all(row.as_bytes())
}

fn add_cell(row: &mut String, cell: &str) {
    let is_mark = |byte| matches!(byte, b'"' | b',' | b'\n' | b'\r');
    if cell.bytes().any(is_mark) {
        row.extend(["\"", &cell.replace('"', "\"\""), "\""]);
    } else {
        row.push_str(cell);
    }
}
