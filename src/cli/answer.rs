//! Writes the answers of queries in the requested format, and notes on stderr when an answer is empty.

use std::path::Path;

use oxigraph::model::{GraphName, Quad};

use super::error::{CliError, Doing};
use super::format::{self, Named};
use super::options::ColumnArgs;
use super::output::Output;
use super::terminal::Terminal;
use crate::export::rdf::{self, RdfFormat};
use crate::export::results::{self, ColumnChoice, Layout, ResultFormat};
use crate::source::{Answer, Triples};
use crate::text::counted;

/// The formats of rows and of graphs.
#[derive(Debug, Clone, Copy)]
pub struct Formats {
    rows: Option<ResultFormat>,
    graph: Option<RdfFormat>,
}

#[derive(Debug, Clone, Copy)]
enum Format {
    Rows(ResultFormat),
    Graph(RdfFormat),
}

/// The format of rows that was typed or that the file extension names; otherwise the one that suits stdout.
pub fn rows_format(
    typed: Option<&str>,
    path: Option<&Path>,
    terminal: Terminal,
) -> Result<ResultFormat, CliError> {
    let formats = ResultFormat::ALL.map(|format| (format, format.names()));
    let found = format::find(typed, path, &formats)?;
    Ok(found.unwrap_or_else(|| default(path, terminal)))
}

fn default(path: Option<&Path>, terminal: Terminal) -> ResultFormat {
    if path.is_none() && terminal.stdout {
        ResultFormat::Table
    } else {
        ResultFormat::Plain
    }
}

impl Formats {
    /// The format that was typed or that the file extension names; otherwise it depends on the answer.
    pub fn wanted(
        typed: Option<&str>,
        path: Option<&Path>,
        terminal: Terminal,
    ) -> Result<Self, CliError> {
        let rows = ResultFormat::ALL.map(|format| (Format::Rows(format), format.names()));
        let graphs = RdfFormat::ALL
            .iter()
            .map(|format| (Format::Graph(*format), format.names()));
        let formats: Vec<Named<Format>> = rows.into_iter().chain(graphs).collect();
        Ok(match format::find(typed, path, &formats)? {
            Some(Format::Rows(rows)) => rows.into(),
            Some(Format::Graph(graph)) => Self {
                rows: None,
                graph: Some(graph),
            },
            None => Self {
                rows: Some(default(path, terminal)),
                graph: Some(RdfFormat::Turtle),
            },
        })
    }
}

impl From<ResultFormat> for Formats {
    fn from(rows: ResultFormat) -> Self {
        Self {
            rows: Some(rows),
            graph: None,
        }
    }
}

/// The layout of tables for the reader of the output.
pub fn layout<'a>(
    path: Option<&Path>,
    terminal: Terminal,
    columns: ColumnArgs,
    important: &'a [String],
) -> Layout<'a> {
    Layout {
        width: terminal.width(path),
        colour: path.is_none() && terminal.stdout_colour,
        columns: match columns {
            ColumnArgs {
                all_columns: true, ..
            } => ColumnChoice::All,
            ColumnArgs { wide: true, .. } => ColumnChoice::WithAddresses,
            _ => ColumnChoice::Important,
        },
        important,
    }
}

/// The most names of hidden columns in a note.
const NAMED: usize = 3;

/// Prints which columns are not shown, if a person reads it.
pub fn note_hidden(names: &[String]) {
    if names.is_empty() || !Terminal::is_watched() {
        return;
    }
    let count = counted(names.len(), "more column", "more columns");
    let first = names.get(..NAMED).unwrap_or(names).join(", ");
    let more = if names.len() > NAMED { ", …" } else { "" };
    let them = if names.len() == 1 { "it" } else { "them" };
    Terminal::note(&format!(
        "{count} ({first}{more}): show {them} with --all-columns"
    ));
}

/// Folds the white space of quotes in the formats that spreadsheets read; JSON and XML keep the exact words.
pub fn with_flat_quotes(answer: Answer, formats: Formats) -> Answer {
    use ResultFormat::{Csv, Spreadsheet, Tsv};
    match (answer, formats.rows) {
        (Answer::Solutions(rows), Some(Csv | Spreadsheet | Tsv)) => {
            Answer::Solutions(rows.with_flat("quote"))
        }
        (answer, _) => answer,
    }
}

/// Writes an answer, and returns the number of its rows or statements; if it is empty, says so on stderr.
pub fn write(
    answer: Answer,
    formats: Formats,
    path: Option<&Path>,
    layout: Layout<'_>,
) -> Result<usize, CliError> {
    let written = match answer {
        Answer::Graph(triples) => {
            let format = formats.graph.ok_or_else(|| {
                let known: Vec<&str> = RdfFormat::ALL.iter().map(|it| it.extension()).collect();
                CliError::usage(format!(
                    "the answer is a graph: choose one of {}",
                    known.join(", ")
                ))
            })?;
            write_graph(triples, format, path)?
        }
        rows => {
            let format = formats.rows.ok_or_else(|| {
                let message = "the answer is a table: choose table, plain, md, csv, spreadsheet, tsv, json or xml";
                CliError::usage(message)
            })?;
            let mut output = Output::open(path)?;
            let written = results::write(rows, format, &mut output, layout)?;
            output.finish()?;
            note_hidden(&written.hidden);
            written.rows
        }
    };
    if written == 0 {
        Terminal::note("0 results");
    }
    Ok(written)
}

fn write_graph(
    triples: Triples,
    format: RdfFormat,
    path: Option<&Path>,
) -> Result<usize, CliError> {
    let quads = triples
        .map(|triple| triple.map(|triple| triple.in_graph(GraphName::DefaultGraph)))
        .collect::<Result<Vec<Quad>, _>>()?;
    let mut output = Output::open(path)?;
    rdf::write(&quads, format, &mut output).doing("cannot write the graph")?;
    output.finish()?;
    Ok(quads.len())
}
