//! `bilateral export`.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use oxigraph::model::{GraphName, NamedNode, Quad};

use crate::check::no_statements;
use crate::cli::context::{Context, Loaded};
use crate::cli::error::{CliError, Doing};
use crate::cli::findings;
use crate::cli::format::{self, Named};
use crate::cli::options::{BaseArgs, OutputArgs};
use crate::cli::output::{self, Output};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{self, LoadError};
use crate::dossier;
use crate::export::rdf::{self, RdfFormat};
use crate::export::xlsx;
use crate::load::GraphNames;
use crate::model::sha256;
use crate::rdf::parse_alone;
use crate::report;
use crate::text::counted;

/// Write the graph as RDF, or its records as a workbook
///
/// The same graph always produces the same bytes. Turtle and TriG are easy to read. TriG, N-Quads and JSON-LD keep the
/// named graph of each statement; N-Triples, Turtle and RDF/XML merge all graphs. A workbook (xlsx) has a sheet each
/// for acts, meetings, people and posts, figures, sources and codes.
///
/// With files, no dossier is read: their statements alone are converted, without the ontology.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral export\n  bilateral export -o dossier.trig\n  bilateral export -o dossier.xlsx\n  bilateral export --graph 2017-11-13-minsk --format nt\n  bilateral export --format application/ld+json\n  bilateral export --asserted-only -o dossier.rdf\n  bilateral export --canonical -o dossier.nq\n  bilateral export foreign.rdf --format ttl         convert an RDF file, without any dossier\n  bilateral export foreign.ttl --canonical          the same bytes for equal files"
)]
pub struct Export {
    /// RDF files to convert instead of a dossier
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Output format: ttl, trig, nt, nq, rdf, jsonld, xlsx or a MIME type [default: by file extension, else ttl]
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
    /// Equal graphs produce the same bytes, even if their blank nodes have different labels.
    #[arg(long)]
    pub canonical: bool,

    #[command(flatten)]
    pub base: BaseArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// The beginning of every error of an export.
const FAILED: &str = "cannot export the graph";

impl Export {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = format(self, path)?;
        if !self.files.is_empty() {
            let format = self.format_of_files(format, context)?;
            let quads = statements(&self.files, self.base.base.as_ref())?;
            return self.write(quads, format, "graph");
        }
        if self.base.base.is_some() {
            let message = "--base is for RDF files: name them, as in `bilateral export foreign.ttl --base IRI`";
            return Err(CliError::usage(message));
        }
        let mut loaded = context.load()?;
        let Format::Rdf(format) = format else {
            return workbook(&loaded, path);
        };
        let quads = if self.derived {
            loaded.graph.take_quads()
        } else {
            loaded.graph.quads
        };
        self.write(quads, format, "readout")
    }

    /// Writes the statements of the chosen graphs; `graph` is what a format without named graphs loses.
    fn write(&self, quads: Vec<Quad>, format: RdfFormat, graph: &str) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let quads = chosen(quads, &self.graphs)?;
        if self.canonical {
            return canonical(&quads, path);
        }
        note_lost_graphs(&quads, format, graph);
        let mut output = Output::open(path)?;
        rdf::write(&quads, format, &mut output).doing(FAILED)?;
        output.finish()
    }

    /// The syntax for named files; an error for what needs a dossier.
    fn format_of_files(
        &self,
        format: Format,
        context: &Context<'_>,
    ) -> Result<RdfFormat, CliError> {
        let refused = |what: &str, why: &str| {
            let message =
                format!("{what} needs a dossier: {why}; remove it, or the names of the files");
            Err(CliError::usage(message))
        };
        let globals = context.globals;
        match format {
            Format::Workbook => refused("xlsx", "a workbook lists the acts and events of one"),
            Format::Rdf(_) if self.derived => refused(
                "--derived",
                "derived statements follow from its acts and the ontology",
            ),
            Format::Rdf(_) if globals.asserted_only => {
                refused("--asserted-only", "only its sheets mark what is inferred")
            }
            Format::Rdf(_) if !globals.dossiers.is_empty() => Err(CliError::usage(
                "`export FILE` reads no dossier: remove -C, or the names of the files",
            )),
            Format::Rdf(format) => Ok(format),
        }
    }
}

/// The statements of RDF files, without any dossier.
fn statements(paths: &[PathBuf], base: Option<&NamedNode>) -> Result<Vec<Quad>, CliError> {
    let (mut files, mut found) = (Vec::new(), Vec::new());
    for path in paths {
        if path.is_dir() {
            let path = path.display();
            let message =
                format!("`{path}` is a folder: export a dossier with `bilateral -C {path} export`");
            return Err(CliError::usage(message));
        }
        let file = dossier::open_file(path, base)?;
        if file.reference.is_empty() && file.unusable.is_empty() {
            let message = "cannot be exported: name RDF files (ttl, nt, nq, trig, rdf or jsonld)";
            return Err(CliError::usage(format!("`{}` {message}", path.display())));
        }
        files.extend(file.reference);
        found.extend(file.unusable);
    }
    let parsed = parse_alone(&files, &mut found);
    if !found.is_empty() {
        diagnostic::sort(&mut found);
        return Err(LoadError(found).into());
    }
    for file in &parsed.files {
        if file.quads(&parsed.quads).is_empty() {
            Terminal::note(&no_statements(file.name()).to_string());
        }
        if let Some(base) = file.assumed_base(&parsed.quads) {
            Terminal::note(&findings::assumed_base(file.name(), base));
        }
    }
    Ok(parsed.quads)
}

/// The formats of this command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Rdf(RdfFormat),
    Workbook,
}

fn workbook(loaded: &Loaded, path: Option<&Path>) -> Result<(), CliError> {
    output::refuse_terminal("a workbook", "dossier.xlsx", path)?;
    let sheets = report::workbook(&loaded.records());
    let (bytes, losses) = xlsx::workbook(&loaded.title(None), &sheets).doing(FAILED)?;
    output::write_all(path, &bytes)?;
    if losses.cut_texts > 0 {
        let texts = counted(losses.cut_texts, "text", "texts");
        Terminal::note(&format!(
            "note: Excel holds 32,767 characters in a cell: {texts} cut"
        ));
    }
    if losses.plain_addresses > 0 {
        let addresses = counted(losses.plain_addresses, "address is", "addresses are");
        Terminal::note(&format!(
            "note: Excel holds 65,530 links of up to 2,080 characters in a sheet: {addresses} no link"
        ));
    }
    Ok(())
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

/// Notes that a format without named graphs loses the graph of each statement.
fn note_lost_graphs(quads: &[Quad], format: RdfFormat, graph: &str) {
    let first = quads.first().map(|quad| &quad.graph_name);
    let are_several = quads.iter().any(|quad| Some(&quad.graph_name) != first);
    if are_several && !format.holds_named_graphs() {
        let formats = RdfFormat::ALL.iter().filter(|one| one.holds_named_graphs());
        let extensions: Vec<&str> = formats.map(|format| format.extension()).collect();
        Terminal::note(&format!(
            "note: {} has no named graphs, so the {graph} of each statement is lost; {} keep it",
            format.name(),
            extensions.join(", "),
        ));
    }
}

/// The format that was typed or that the file extension names; the canonical form exists only for N-Quads, and a
/// workbook only for whole dossiers.
fn format(arguments: &Export, path: Option<&Path>) -> Result<Format, CliError> {
    let rdf = RdfFormat::ALL
        .iter()
        .map(|format| (Format::Rdf(*format), format.names()));
    let formats: Vec<Named<Format>> = rdf.chain([(Format::Workbook, xlsx::NAMES)]).collect();
    let typed = arguments.format.as_deref();
    let found = format::find(typed, path, &formats)?;
    if let Some(Format::Rdf(format)) = found
        && arguments.canonical
        && format != RdfFormat::NQuads
    {
        let name = format.name();
        return Err(CliError::usage(format!(
            "--canonical writes N-Quads, not {name}"
        )));
    }
    let options = [
        ("--canonical", arguments.canonical),
        ("--derived", arguments.derived),
        ("--graph", !arguments.graphs.is_empty()),
    ];
    let rdf_only = options.iter().find(|(_, is_given)| *is_given);
    match (found, rdf_only) {
        (Some(Format::Workbook), Some((option, _))) => Err(CliError::usage(format!(
            "{option} is an option for RDF; a workbook has no statements"
        ))),
        _ => Ok(found.unwrap_or(Format::Rdf(RdfFormat::Turtle))),
    }
}
