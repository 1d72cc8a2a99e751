//! The four formats of the W3C, through Oxigraph's own writers.

use std::io::{self, Write};

use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use super::{ResultFormat, ResultsError};
use crate::source::Solutions;

/// The format as Oxigraph knows it; `None` for those that are for people.
pub(super) const fn syntax(format: ResultFormat) -> Option<QueryResultsFormat> {
    match format {
        ResultFormat::Csv => Some(QueryResultsFormat::Csv),
        ResultFormat::Tsv => Some(QueryResultsFormat::Tsv),
        ResultFormat::Json => Some(QueryResultsFormat::Json),
        ResultFormat::Xml => Some(QueryResultsFormat::Xml),
        ResultFormat::Table
        | ResultFormat::Plain
        | ResultFormat::Markdown
        | ResultFormat::Spreadsheet => None,
    }
}

pub(super) fn boolean(
    answer: bool,
    syntax: QueryResultsFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let out =
        QueryResultsSerializer::from_format(syntax).serialize_boolean_to_writer(out, answer)?;
    writeln!(out)
}

pub(super) fn rows(
    solutions: Solutions,
    syntax: QueryResultsFormat,
    out: &mut dyn Write,
) -> Result<usize, ResultsError> {
    let variables = solutions.variables().to_vec();
    let mut writer = QueryResultsSerializer::from_format(syntax)
        .serialize_solutions_to_writer(out, variables)?;
    let mut written = 0;
    for row in solutions {
        writer.serialize(row?.bindings())?;
        written += 1;
    }
    let out = writer.finish()?;
    if matches!(syntax, QueryResultsFormat::Json | QueryResultsFormat::Xml) {
        // The other two end their last line themselves.
        writeln!(out)?;
    }
    Ok(written)
}
