//! What N-Triples, N-Quads and canonical N-Quads share: a statement a line, sorted by code points, none twice.
//!
//! Oxigraph spells terms in just the [canonical form](https://www.w3.org/TR/rdf-canon/#canonical-quads) of RDF
//! canonicalization.

use std::io::{self, Write};

use oxigraph::model::{GraphName, Quad};

/// A statement with its graph, if that has a name.
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

/// Writes lines sorted, each once. The bytes of UTF-8 sort as the code points do.
pub fn write(mut lines: Vec<String>, output: &mut dyn Write) -> io::Result<()> {
    lines.sort_unstable();
    lines.dedup();
    for line in lines {
        output.write_all(line.as_bytes())?;
    }
    Ok(())
}
