//! Lists of nodes and edges as [CSV](https://www.rfc-editor.org/rfc/rfc4180), with the column names that Gephi, igraph
//! and networkx expect.

use std::io::{self, Write};

use super::column::{Column, Value};
use super::edge::{self, Arc};
use super::node::{self, Node};
use crate::network::Network;
use crate::text::csv::add_field;

pub fn write_nodes(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    write_head(out, &["id"], &node::COLUMNS)?;
    for node in Node::all(network) {
        write_row(out, &[&node.id], &node.values())?;
    }
    Ok(())
}

pub fn write_edges(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    write_head(out, &["source", "target", "id"], &edge::COLUMNS)?;
    for arc in Arc::all(network) {
        let ends = [arc.source.as_str(), &arc.target, &arc.id];
        write_row(out, &ends, &arc.edge.values())?;
    }
    Ok(())
}

fn write_head(out: &mut dyn Write, first: &[&str], columns: &[Column]) -> io::Result<()> {
    let columns = columns.iter().map(|column| Some(column.name.into()));
    write_row(out, first, &columns.collect::<Vec<_>>())
}

fn write_row(out: &mut dyn Write, first: &[&str], values: &[Value<'_>]) -> io::Result<()> {
    let values = values.iter().map(|value| value.as_deref());
    let values = values.map(Option::unwrap_or_default);
    let mut row = String::new();
    for (number, field) in first.iter().copied().chain(values).enumerate() {
        if number > 0 {
            row.push(',');
        }
        add_field(&mut row, field);
    }
    row.push_str("\r\n");
    out.write_all(row.as_bytes())
}
