//! JSON: a network as node-link data, and the connections between two nodes with the same nodes and edges.

use std::io::{self, Write};

use oxigraph::model::NamedNode;
use serde::Serialize;

use super::edge::{Arc, Edge};
use super::format::About;
use super::node::Node;
use crate::export::{ExportError, name};
use crate::network::{self, Facts, Heading, Network, Path, Step};

/// Writes a network like networkx's `node_link_data`, with one line for each node or edge.
pub fn write_node_link(network: &Network, about: &About, out: &mut dyn Write) -> io::Result<()> {
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

/// The connections between two nodes.
#[derive(Debug, Clone, Copy)]
pub struct Connections<'a> {
    /// The name of the network's view.
    pub view: &'a str,
    /// The two ends.
    pub ends: [&'a NamedNode; 2],
    /// The connections, the shortest first.
    pub paths: &'a [Path<'a>],
    /// Facts about all nodes, relations and acts in them.
    pub facts: &'a Facts,
}

#[derive(Serialize)]
struct Document<'a> {
    view: &'a str,
    from: Node<'a>,
    to: Node<'a>,
    connections: Vec<Connection<'a>>,
}

#[derive(Serialize)]
struct Connection<'a> {
    hops: usize,
    nodes: Vec<Node<'a>>,
    steps: Vec<Vec<Link<'a>>>,
}

#[derive(Serialize)]
struct Link<'a> {
    source: String,
    target: String,
    #[serde(flatten)]
    edge: Edge<'a>,
}

/// Writes connections as JSON: for each its nodes, and for each of its steps the edges between the two nodes, the
/// strongest first. The source and target of an edge show its direction.
///
/// # Errors
/// [`ExportError::Write`] if the output cannot be written.
pub fn write_paths(connections: &Connections<'_>, out: &mut dyn Write) -> Result<(), ExportError> {
    let Connections {
        view,
        ends: [from, to],
        paths,
        facts,
    } = *connections;
    let document = Document {
        view,
        from: Node::new(from, facts),
        to: Node::new(to, facts),
        connections: paths.iter().map(|path| connection(path, facts)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document).map_err(io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}

fn connection<'a>(path: &'a Path<'a>, facts: &'a Facts) -> Connection<'a> {
    let first = path.steps.first().map(|step| step.from);
    let nodes = first
        .into_iter()
        .chain(path.steps.iter().map(|step| step.to));
    Connection {
        hops: path.steps.len(),
        nodes: nodes.map(|iri| Node::new(iri, facts)).collect(),
        steps: path.steps.iter().map(|step| links(step, facts)).collect(),
    }
}

fn links<'a>(step: &'a Step<'a>, facts: &'a Facts) -> Vec<Link<'a>> {
    let link = |(heading, edge): &(Heading, &'a network::Edge)| {
        let [source, target] = match heading {
            Heading::Along | Heading::Both => [step.from, step.to],
            Heading::Against => [step.to, step.from],
        };
        Link {
            source: name(source),
            target: name(target),
            edge: Edge::new(edge, facts),
        }
    };
    step.ties.iter().map(link).collect()
}
