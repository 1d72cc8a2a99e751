//! [TriG](https://www.w3.org/TR/trig/): Turtle with a block for each graph, so that removing a readout removes its block.

use std::io::Write;

use oxigraph::model::{GraphName, Quad};

use super::order::{Graphs, in_reading_order};
use super::terms::TurtleWriter;
use super::{block, read_back};
use crate::export::ExportError;

/// Writes each graph separately, the default graph first, after reading the text back.
///
/// # Errors
/// As [`super::write`].
pub fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    let statements = in_reading_order(quads, Graphs::Apart);
    let mut scribe = TurtleWriter::default();
    for graph in statements.chunk_by(|a, b| a.graph_name == b.graph_name) {
        if !scribe.text.is_empty() {
            scribe.text.push('\n');
        }
        write_graph(&mut scribe, graph);
    }
    let pieces = scribe.into_pieces();
    read_back::trig(&pieces, &statements)?;
    for piece in pieces {
        output.write_all(piece.as_bytes())?;
    }
    Ok(())
}

/// The default graph is written without braces, as in Turtle; every other in braces after its name.
fn write_graph(scribe: &mut TurtleWriter, statements: &[&Quad]) {
    let Some(first) = statements.first() else {
        return;
    };
    if first.graph_name == GraphName::DefaultGraph {
        return block::write_subjects(scribe, statements, "");
    }
    scribe.graph_name(&first.graph_name);
    scribe.text.push_str(" {\n");
    block::write_subjects(scribe, statements, "    ");
    scribe.text.push_str("}\n");
}
