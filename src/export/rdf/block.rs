//! The statements about one subject, laid out for reading and for git.

use oxigraph::model::Quad;

use super::terms::TurtleWriter;

/// Objects stay on the line of their predicate up to this length, in characters.
const LINE_WIDTH: usize = 100;

/// Writes sorted statements of one graph, one block for each subject, with a blank line between blocks.
pub fn write_subjects(scribe: &mut TurtleWriter, statements: &[&Quad], indent: &str) {
    let mut separator = "";
    for block in statements.chunk_by(|a, b| a.subject == b.subject) {
        scribe.text.push_str(separator);
        write_subject(scribe, block, indent);
        separator = "\n";
    }
}

fn write_subject(scribe: &mut TurtleWriter, block: &[&Quad], indent: &str) {
    let Some(first) = block.first() else { return };
    let mut line_start = scribe.text.len();
    scribe.text.push_str(indent);
    scribe.subject(&first.subject);
    scribe.text.push(' ');
    for (index, statements) in block
        .chunk_by(|a, b| a.predicate == b.predicate)
        .enumerate()
    {
        if index > 0 {
            scribe.text.push_str(" ;\n");
            line_start = scribe.text.len();
            push_all(scribe, &[indent, "    "]);
        }
        write_predicate(scribe, statements, line_start, indent);
    }
    scribe.text.push_str(" .\n");
}

/// Writes a predicate with its objects: on its line if they fit, otherwise one on each line.
fn write_predicate(
    scribe: &mut TurtleWriter,
    statements: &[&Quad],
    line_start: usize,
    indent: &str,
) {
    let Some(first) = statements.first() else {
        return;
    };
    scribe.predicate(first.predicate.as_ref());
    let after_predicate = scribe.text.len();
    write_objects(scribe, statements, &[" "]);
    let line = scribe.text.get(line_start..).unwrap_or_default();
    if statements.len() > 1 && line.chars().count() > LINE_WIDTH {
        scribe.text.truncate(after_predicate);
        write_objects(scribe, statements, &["\n", indent, "        "]);
    }
}

fn write_objects(scribe: &mut TurtleWriter, statements: &[&Quad], lead: &[&str]) {
    for (index, statement) in statements.iter().enumerate() {
        if index > 0 {
            scribe.text.push(',');
        }
        push_all(scribe, lead);
        scribe.object(statement.object.as_ref());
    }
}

fn push_all(scribe: &mut TurtleWriter, pieces: &[&str]) {
    scribe.text.extend(pieces.iter().copied());
}
