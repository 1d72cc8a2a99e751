//! What N-Triples, N-Quads and canonical N-Quads share: one statement on each line, sorted by code points, without
//! duplicates.
//!
//! Oxigraph writes terms in the [canonical form](https://www.w3.org/TR/rdf-canon/#canonical-quads) of RDF
//! canonicalization.

use std::io::{self, Write};

use oxigraph::model::{GraphName, Quad};

/// A statement with its graph, if the graph is named.
pub fn with_graph(quad: &Quad) -> String {
    let Quad {
        subject,
        predicate,
        object,
        graph_name,
    } = quad;
    match graph_name {
        GraphName::DefaultGraph => format!("{subject} {predicate} {object} .\n"),
        named => format!("{subject} {predicate} {object} {named} .\n"),
    }
}

/// A statement without its graph.
pub fn without_graph(quad: &Quad) -> String {
    format!("{} {} {} .\n", quad.subject, quad.predicate, quad.object)
}

/// Writes sorted lines, each once. UTF-8 bytes sort like code points.
pub fn write(mut lines: Vec<String>, output: &mut dyn Write) -> io::Result<()> {
    lines.sort_unstable();
    lines.dedup();
    for line in lines {
        output.write_all(line.as_bytes())?;
    }
    Ok(())
}
