//! `bilateral export`.

use std::path::Path;

use anyhow::Context;

use crate::cli::args::{Cli, Export};
use crate::cli::dossiers;
use crate::cli::failure::UsageError;
use crate::cli::output::Output;
use crate::cli::terminal::Terminal;
use crate::export::rdf::{self, RdfFormat};

pub(in crate::cli) fn run(arguments: &Export, cli: &Cli) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    let format = format(arguments.format.as_deref(), path)?;
    let loaded = dossiers::load(cli)?;
    if !format.holds_named_graphs() {
        Terminal::note(
            "note: Turtle holds no named graphs: which readout says what is left out; trig and nq keep it",
        );
    }
    let mut output = Output::open(path)?;
    rdf::write(&loaded.quads, format, &mut output).context("the graph could not be exported")?;
    output.finish()
}

fn format(typed: Option<&str>, path: Option<&Path>) -> Result<RdfFormat, UsageError> {
    let extension = path
        .and_then(Path::extension)
        .and_then(|extension| extension.to_str());
    let Some(name) = typed.or(extension) else {
        return Ok(RdfFormat::Turtle);
    };
    RdfFormat::from_name(name).ok_or_else(|| {
        let known: Vec<&str> = RdfFormat::ALL
            .iter()
            .map(|format| format.extension())
            .collect();
        UsageError(format!(
            "unknown RDF format `{name}`: it is one of {}",
            known.join(", ")
        ))
    })
}
