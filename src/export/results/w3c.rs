//! The four W3C formats, with Oxigraph's writers.

use std::io::{self, Write};

use oxigraph::model::Term;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use crate::export::error::ResultsError;
use crate::source::{Row, Solutions};
use crate::text::xml::{self, Forbidden};

pub fn boolean(answer: bool, syntax: QueryResultsFormat, out: &mut dyn Write) -> io::Result<()> {
    let out =
        QueryResultsSerializer::from_format(syntax).serialize_boolean_to_writer(out, answer)?;
    writeln!(out)
}

pub fn rows(
    solutions: Solutions,
    syntax: QueryResultsFormat,
    out: &mut dyn Write,
) -> Result<usize, ResultsError> {
    let variables = solutions.variables().to_vec();
    let mut writer = QueryResultsSerializer::from_format(syntax)
        .serialize_solutions_to_writer(out, variables)?;
    let mut written = 0;
    for row in solutions {
        let row = row?;
        written += 1;
        if syntax == QueryResultsFormat::Xml {
            hold_to_xml(&row, written)?;
        }
        writer.serialize(row.bindings())?;
    }
    let out = writer.finish()?;
    if matches!(syntax, QueryResultsFormat::Json | QueryResultsFormat::Xml) {
        // The other two end their last line themselves.
        writeln!(out)?;
    }
    Ok(written)
}

/// Refuses a row with a character that XML forbids, which the writer would not notice.
fn hold_to_xml(row: &Row, number: usize) -> Result<(), ResultsError> {
    for (variable, term) in row.bindings() {
        let text = match term {
            Term::NamedNode(iri) => iri.as_str(),
            Term::BlankNode(node) => node.as_str(),
            Term::Literal(literal) => literal.value(),
        };
        if let Some(Forbidden(character)) = xml::forbidden(text) {
            return Err(ResultsError::NotXml {
                column: variable.as_str().to_owned(),
                row: number,
                character,
            });
        }
    }
    Ok(())
}
