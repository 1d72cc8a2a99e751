//! [Turtle](https://www.w3.org/TR/turtle/) and [TriG](https://www.w3.org/TR/trig/), laid out for reading and for git.
//!
//! TriG is Turtle with a block for each graph, so that removing a readout removes its block.

use std::io::Write;

use oxigraph::model::{GraphName, Quad};

use super::order::{Graphs, in_reading_order};
use super::read_back;
use super::terms::TurtleWriter;
use crate::export::ExportError;

/// Objects stay on the line of their predicate up to this length, in characters.
const LINE_WIDTH: usize = 100;

/// Writes Turtle if graphs are merged, otherwise TriG with the default graph first, after reading the text back.
///
/// # Errors
/// As [`super::write`].
pub fn write(quads: &[Quad], graphs: Graphs, output: &mut dyn Write) -> Result<(), ExportError> {
    let statements = in_reading_order(quads, graphs);
    let mut writer = TurtleWriter::default();
    match graphs {
        Graphs::Merged => write_subjects(&mut writer, &statements, ""),
        Graphs::Apart => {
            for graph in statements.chunk_by(|a, b| a.graph_name == b.graph_name) {
                write_graph(&mut writer, graph);
            }
        }
    }
    let pieces = writer.into_pieces();
    read_back::turtle(&pieces, &statements, graphs)?;
    for piece in pieces {
        output.write_all(piece.as_bytes())?;
    }
    Ok(())
}

/// The default graph is written without braces, as in Turtle; every other in braces after its name.
fn write_graph(writer: &mut TurtleWriter, statements: &[&Quad]) {
    let Some(first) = statements.first() else {
        return;
    };
    if !writer.text.is_empty() {
        writer.text.push('\n');
    }
    match &first.graph_name {
        GraphName::DefaultGraph => return write_subjects(writer, statements, ""),
        GraphName::NamedNode(node) => writer.term(node.into()),
        GraphName::BlankNode(node) => writer.term(node.into()),
    }
    writer.text.push_str(" {\n");
    write_subjects(writer, statements, "    ");
    writer.text.push_str("}\n");
}

/// Writes sorted statements of one graph, one block for each subject, with a blank line between blocks.
fn write_subjects(writer: &mut TurtleWriter, statements: &[&Quad], indent: &str) {
    let mut separator = "";
    for block in statements.chunk_by(|a, b| a.subject == b.subject) {
        writer.text.push_str(separator);
        write_subject(writer, block, indent);
        separator = "\n";
    }
}

fn write_subject(writer: &mut TurtleWriter, block: &[&Quad], indent: &str) {
    let Some(first) = block.first() else { return };
    let mut line_start = writer.text.len();
    writer.text.push_str(indent);
    writer.term((&first.subject).into());
    writer.text.push(' ');
    let predicates = block.chunk_by(|a, b| a.predicate == b.predicate);
    for (index, statements) in predicates.enumerate() {
        if index > 0 {
            writer.text.push_str(" ;\n");
            line_start = writer.text.len();
            writer.text.extend([indent, "    "]);
        }
        write_predicate(writer, statements, line_start, indent);
    }
    writer.text.push_str(" .\n");
}

/// Writes a predicate with its objects: on its line if they fit, otherwise one on each line.
fn write_predicate(
    writer: &mut TurtleWriter,
    statements: &[&Quad],
    line_start: usize,
    indent: &str,
) {
    let Some(first) = statements.first() else {
        return;
    };
    writer.predicate(first.predicate.as_ref());
    let after_predicate = writer.text.len();
    write_objects(writer, statements, &[" "]);
    let (_, line) = writer.text.split_at(line_start);
    if statements.len() > 1 && line.chars().count() > LINE_WIDTH {
        writer.text.truncate(after_predicate);
        write_objects(writer, statements, &["\n", indent, "        "]);
    }
}

fn write_objects(writer: &mut TurtleWriter, statements: &[&Quad], lead: &[&str]) {
    for (index, statement) in statements.iter().enumerate() {
        if index > 0 {
            writer.text.push(',');
        }
        writer.text.extend(lead.iter().copied());
        writer.term(statement.object.as_ref());
    }
}
