//! Node-link JSON, like networkx's `node_link_data`, with one line for each node or edge.

use std::io::{self, Write};

use serde::Serialize;

use super::edge::Arc;
use super::format::About;
use super::node::Node;
use crate::network::Network;

pub fn write(network: &Network, about: &About, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"{\"directed\":true,\"multigraph\":true,\"graph\":{\"title\":")?;
    serde_json::to_writer(&mut *out, &about.title)?;
    out.write_all(b",\"caption\":")?;
    serde_json::to_writer(&mut *out, &about.caption)?;
    out.write_all(b"},\n\"nodes\":[")?;
    write_lines(out, Node::all(network))?;
    out.write_all(b"\n],\n\"edges\":[")?;
    write_lines(out, Arc::all(network))?;
    out.write_all(b"\n]}\n")
}

/// Writes each value on its own line, with commas between them.
fn write_lines(
    out: &mut dyn Write,
    values: impl Iterator<Item = impl Serialize>,
) -> io::Result<()> {
    for (number, value) in values.enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &value)?;
    }
    Ok(())
}
