//! Node-link JSON, like networkx's `node_link_data`, with one line for each node or edge.

use std::io::{self, Write};

use serde::Serialize;

use super::about::About;
use super::arc::arcs;
use super::edge::Edge;
use super::node::Node;
use crate::export::ExportError;
use crate::network::Network;

/// An edge with its ends.
#[derive(Serialize)]
struct Link<'a> {
    source: &'a str,
    target: &'a str,
    key: &'a str,
    #[serde(flatten)]
    edge: Edge<'a>,
}

pub fn write(network: &Network, about: &About, out: &mut dyn Write) -> Result<(), ExportError> {
    let facts = network.facts();
    out.write_all(b"{\"directed\":true,\"multigraph\":true,\"graph\":{\"title\":")?;
    add(out, &about.title)?;
    out.write_all(b",\"caption\":")?;
    add(out, &about.caption)?;
    out.write_all(b"},\n\"nodes\":[")?;
    let mut ids = Vec::new();
    let mut separator = "\n";
    for iri in network.nodes() {
        let node = Node::new(iri, facts);
        out.write_all(separator.as_bytes())?;
        add(out, &node)?;
        ids.push(node.id);
        separator = ",\n";
    }
    out.write_all(b"\n],\n\"edges\":[")?;
    separator = "\n";
    for arc in arcs(network) {
        let (Some(source), Some(target)) = (ids.get(arc.source), ids.get(arc.target)) else {
            continue;
        };
        out.write_all(separator.as_bytes())?;
        let link = Link {
            source,
            target,
            key: &arc.id,
            edge: Edge::new(arc.edge, facts),
        };
        add(out, &link)?;
        separator = ",\n";
    }
    Ok(out.write_all(b"\n]}\n")?)
}

fn add(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    Ok(serde_json::to_writer(out, value)?)
}
