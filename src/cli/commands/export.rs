//! `bilateral export`.

use std::collections::HashSet;
use std::io::Write;
use std::path::Path;

use oxigraph::model::{GraphName, Quad};

use crate::cli::context::Context;
use crate::cli::error::{CliError, Doing};
use crate::cli::format::{self, Named};
use crate::cli::options::OutputArgs;
use crate::cli::output::Output;
use crate::cli::terminal::Terminal;
use crate::export::rdf::{self, RdfFormat};
use crate::load::GraphNames;
use crate::model::sha256;
use clap::Args;

/// Write the graph as RDF
///
/// The same graph always gives the same bytes. Turtle and TriG are easy to read. TriG, N-Quads and JSON-LD keep the
/// named graph of each statement; N-Triples, Turtle and RDF/XML merge all graphs.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral export\n  bilateral export -o dossier.trig\n  bilateral export --graph 2017-11-13-minsk --format nt\n  bilateral export --format application/ld+json\n  bilateral export --asserted-only -o dossier.rdf\n  bilateral export --canonical -o dossier.nq"
)]
pub struct Export {
    /// Output format: ttl, trig, nt, nq, rdf, jsonld or a MIME type [default: by file extension, else ttl]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Only this graph: ontology, reference, or the name of a readout; may be repeated
    #[arg(long = "graph", value_name = "NAME")]
    pub graphs: Vec<String>,
    /// Add derived statements: outcomes, broader kinds and sectors, wholes, numbers of days and years
    #[arg(long)]
    pub derived: bool,
    /// Write canonical N-Quads (RDFC-1.0), and print their SHA-256 on stderr
    ///
    /// Equal graphs give the same bytes, even if their blank nodes have different labels.
    #[arg(long)]
    pub canonical: bool,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// The beginning of every error of an export.
const FAILED: &str = "cannot export the graph";

impl Export {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = format(self, path)?;
        let mut loaded = context.load()?;
        let quads = if self.derived {
            loaded.graph.take_quads()
        } else {
            loaded.graph.quads
        };
        let quads = chosen(quads, &self.graphs)?;
        if self.canonical {
            return canonical(&quads, path);
        }
        tell_what_is_left_out(&quads, format);
        let mut output = Output::open(path)?;
        rdf::write(&quads, format, &mut output).doing(FAILED)?;
        output.finish()
    }
}

fn canonical(quads: &[Quad], path: Option<&Path>) -> Result<(), CliError> {
    let text = rdf::canonical(quads).doing(FAILED)?;
    let mut output = Output::open(path)?;
    output.write_all(text.as_bytes()).doing(FAILED)?;
    output.finish()?;
    Terminal::note(&format!("SHA-256 {}", sha256(&text)));
    Ok(())
}

/// The statements of the named graphs, or of all graphs.
fn chosen(mut quads: Vec<Quad>, names: &[String]) -> Result<Vec<Quad>, CliError> {
    if names.is_empty() {
        return Ok(quads);
    }
    let known = GraphNames::of(&quads);
    let chosen: HashSet<GraphName> = names
        .iter()
        .map(|name| known.resolve(name).map(GraphName::from))
        .collect::<Result<_, _>>()
        .map_err(|error| CliError::usage(format!("--graph: {error}")))?;
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
            "note: {} has no named graphs, so the readout of each statement is lost; {} keep it",
            format.name(),
            extensions(keep).join(", "),
        ));
    }
}

/// The format that was typed or that the file extension names; the canonical form exists only for N-Quads.
fn format(arguments: &Export, path: Option<&Path>) -> Result<RdfFormat, CliError> {
    let formats: Vec<Named<RdfFormat>> = RdfFormat::ALL
        .iter()
        .map(|format| (*format, format.names()))
        .collect();
    let typed = arguments.format.as_deref();
    match format::find(typed, path, &formats)? {
        Some(format) if arguments.canonical && format != RdfFormat::NQuads => Err(CliError::usage(
            format!("--canonical writes N-Quads, not {}", format.name()),
        )),
        format => Ok(format.unwrap_or(RdfFormat::Turtle)),
    }
}

fn extensions<'a>(formats: impl Iterator<Item = &'a RdfFormat>) -> Vec<&'static str> {
    formats.map(|format| format.extension()).collect()
}
