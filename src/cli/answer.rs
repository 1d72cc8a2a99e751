//! Answers on their way out: the format that is wanted, and a word on stderr where there is nothing.

use std::path::Path;

use anyhow::Context;
use oxigraph::model::{GraphName, Quad};

use super::failure::UsageError;
use super::format;
use super::output::Output;
use super::terminal::Terminal;
use crate::export::rdf::{self, RdfFormat};
use crate::export::results::{self, Layout, ResultFormat};
use crate::source::{Answer, Triples};

/// The formats of rows, and of graphs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Format {
    rows: Option<ResultFormat>,
    graph: Option<RdfFormat>,
}

/// What a command may answer with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// Rows alone.
    Rows,
    /// Rows or a graph: the query decides.
    RowsOrGraph,
}

impl Format {
    /// The format that was typed, or that the file's extension tells; else it is left to the answer.
    pub(crate) fn wanted(
        typed: Option<&str>,
        path: Option<&Path>,
        terminal: Terminal,
        answers: Answers,
    ) -> anyhow::Result<Self> {
        let extension = format::extension(path);
        let known = |name: &str| Self {
            rows: ResultFormat::from_name(name),
            graph: RdfFormat::from_name(name).filter(|_| answers == Answers::RowsOrGraph),
        };
        if let Some(name) = typed {
            let format = known(name);
            if format.rows.is_none() && format.graph.is_none() {
                return Err(unknown(name, answers).into());
            }
            return Ok(format);
        }
        let by_extension = extension.map(known).unwrap_or_default();
        if let Some(extension) = extension
            && by_extension.rows.is_none()
            && by_extension.graph.is_none()
        {
            return Err(unknown(extension, answers).into());
        }
        let to_terminal = path.is_none() && terminal.stdout;
        let default = if to_terminal {
            ResultFormat::Table
        } else {
            ResultFormat::Plain
        };
        Ok(Self {
            rows: by_extension
                .rows
                .or(by_extension.graph.is_none().then_some(default)),
            graph: by_extension
                .graph
                .or(by_extension.rows.is_none().then_some(RdfFormat::Turtle)),
        })
    }

    /// The format of rows.
    pub(crate) const fn rows(self) -> Option<ResultFormat> {
        self.rows
    }
}

fn unknown(name: &str, answers: Answers) -> UsageError {
    let rows = ResultFormat::ALL.map(ResultFormat::name).join(", ");
    let graphs: Vec<&str> = RdfFormat::ALL
        .iter()
        .map(|format| format.extension())
        .collect();
    let graphs = graphs.join(", ");
    UsageError(match answers {
        Answers::Rows => format!("unknown format `{name}`: it is one of {rows}"),
        Answers::RowsOrGraph => format!(
            "unknown format `{name}`: it is one of {rows}; for CONSTRUCT and DESCRIBE, {graphs}"
        ),
    })
}

/// Writes an answer, and says so on stderr where it is empty.
pub fn write(
    answer: Answer,
    format: Format,
    path: Option<&Path>,
    terminal: Terminal,
) -> anyhow::Result<()> {
    let written = match answer {
        Answer::Graph(triples) => {
            let format = format.graph.ok_or_else(|| {
                let known = RdfFormat::ALL.iter().map(|format| format.extension());
                let known: Vec<&str> = known.collect();
                UsageError(format!(
                    "the answer is a graph: choose one of {}",
                    known.join(", ")
                ))
            })?;
            write_graph(triples, format, path)?
        }
        rows => {
            let format = format.rows.ok_or_else(|| {
                UsageError(
                    "the answer is a table: choose table, plain, md, csv, spreadsheet, tsv, json or xml"
                        .to_owned(),
                )
            })?;
            let layout = Layout {
                width: terminal.width(path),
                colour: path.is_none() && terminal.stdout_colour,
            };
            let mut output = Output::open(path)?;
            let written = results::write(rows, format, &mut output, layout)?;
            output.finish()?;
            written
        }
    };
    if written == 0 {
        Terminal::note("0 results");
    }
    Ok(())
}

fn write_graph(triples: Triples, format: RdfFormat, path: Option<&Path>) -> anyhow::Result<usize> {
    let quads = triples
        .map(|triple| triple.map(|triple| triple.in_graph(GraphName::DefaultGraph)))
        .collect::<Result<Vec<Quad>, _>>()?;
    let mut output = Output::open(path)?;
    rdf::write(&quads, format, &mut output).context("the graph could not be written")?;
    output.finish()?;
    Ok(quads.len())
}
