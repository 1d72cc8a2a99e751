//! [N-Triples](https://www.w3.org/TR/n-triples/) and [N-Quads](https://www.w3.org/TR/n-quads/): one statement on each
//! line, sorted by code points, without duplicates. Blank nodes keep their labels.
//!
//! Oxigraph writes terms in the [canonical form](https://www.w3.org/TR/rdf-canon/#canonical-quads) of RDF
//! canonicalization.

use std::io::{self, Write};

use oxigraph::model::{Quad, TripleRef};

use super::order::Graphs;

/// Writes each statement once, with its graph unless graphs are merged.
pub fn write(quads: &[Quad], graphs: Graphs, output: &mut dyn Write) -> io::Result<()> {
    let lines = quads.iter().map(|quad| match graphs {
        Graphs::Apart => line(quad),
        Graphs::Merged => format!("{} .\n", TripleRef::from(quad.as_ref())),
    });
    for line in sorted(lines) {
        output.write_all(line.as_bytes())?;
    }
    Ok(())
}

/// A statement with its graph, if the graph is named.
pub fn line(quad: &Quad) -> String {
    format!("{quad} .\n")
}

/// Sorted lines, each once. UTF-8 bytes sort like code points.
pub fn sorted(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = lines.collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}
