//! `bilateral export`.

use std::collections::HashSet;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use oxigraph::model::{GraphName, Quad};

use crate::cli::args::{Cli, Export};
use crate::cli::dossiers;
use crate::cli::failure::UsageError;
use crate::cli::format;
use crate::cli::output::Output;
use crate::cli::terminal::Terminal;
use crate::export::rdf::{self, RdfFormat};
use crate::load::GraphNames;
use crate::model::sha256;

/// What every failure of an export begins with.
const FAILED: &str = "the graph could not be exported";

pub fn run(arguments: &Export, cli: &Cli) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    let format = format(arguments, path)?;
    let loaded = dossiers::load(cli)?;
    let quads = chosen(loaded.quads, &arguments.graphs)?;
    if arguments.canonical {
        return canonical(&quads, path);
    }
    tell_what_is_left_out(&quads, format);
    let mut output = Output::open(path)?;
    rdf::write(&quads, format, &mut output).context(FAILED)?;
    output.finish()
}

fn canonical(quads: &[Quad], path: Option<&Path>) -> anyhow::Result<()> {
    let text = rdf::canonical(quads).context(FAILED)?;
    let mut output = Output::open(path)?;
    output.write_all(text.as_bytes()).context(FAILED)?;
    output.finish()?;
    Terminal::note(&format!("SHA-256 {}", sha256(&text)));
    Ok(())
}

/// The statements of the graphs that were named; all where none was.
fn chosen(mut quads: Vec<Quad>, names: &[String]) -> anyhow::Result<Vec<Quad>> {
    if names.is_empty() {
        return Ok(quads);
    }
    let known = GraphNames::of(&quads);
    let chosen: HashSet<GraphName> = names
        .iter()
        .map(|name| known.resolve(name).map(GraphName::from))
        .collect::<Result<_, _>>()
        .map_err(|error| UsageError(format!("--graph: {error}")))?;
    quads.retain(|quad| chosen.contains(&quad.graph_name));
    Ok(quads)
}

fn tell_what_is_left_out(quads: &[Quad], format: RdfFormat) {
    let first = quads.first().map(|quad| &quad.graph_name);
    let are_several = quads.iter().any(|quad| Some(&quad.graph_name) != first);
    if are_several && !format.holds_named_graphs() {
        let keep = RdfFormat::ALL
            .iter()
            .filter(|format| format.holds_named_graphs());
        Terminal::note(&format!(
            "note: {} holds no named graphs: which readout says what is left out; {} keep it",
            format.name(),
            extensions(keep).join(", "),
        ));
    }
}

/// The format that was typed, or that the file's extension tells.
fn format(arguments: &Export, path: Option<&Path>) -> Result<RdfFormat, UsageError> {
    let typed = arguments.format.as_deref();
    let Some(name) = typed.or_else(|| format::extension(path)) else {
        return Ok(RdfFormat::Turtle);
    };
    let format = RdfFormat::from_name(name).ok_or_else(|| {
        let known = extensions(RdfFormat::ALL.iter()).join(", ");
        UsageError(format!("unknown RDF format `{name}`: it is one of {known}"))
    })?;
    if arguments.canonical && format != RdfFormat::NQuads {
        let message = format!(
            "--canonical gives N-Quads, but `{name}` is {}",
            format.name()
        );
        return Err(UsageError(message));
    }
    Ok(format)
}

fn extensions<'a>(formats: impl Iterator<Item = &'a RdfFormat>) -> Vec<&'static str> {
    formats.map(|format| format.extension()).collect()
}
