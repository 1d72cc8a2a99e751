//! What every command works with: the global options, and the dossiers that they name.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use oxigraph::model::NamedNode;

use super::error::{CliError, Doing};
use super::terminal::{Terminal, When};
use crate::diagnostic::{LoadError, SourceText};
use crate::dossier::{self, Dossier, ReadoutFiles};
use crate::load::{self, Graph};
use crate::model::InferencePolicy;
use crate::query::{Catalogue, NamedQuery};
use crate::records::Records;
use crate::source::Source;

/// The heading of the options of every command.
const GLOBAL: &str = "Options of every command";

/// The options of every command.
#[derive(Debug, Args)]
pub struct GlobalArgs {
    /// Read the dossier in this folder, or every dossier in its subfolders; may be repeated
    ///
    /// By default, read the current folder if it is a dossier, and otherwise the built-in example.
    #[arg(short = 'C', long = "dossier", value_name = "DIR", global = true, help_heading = GLOBAL)]
    pub dossiers: Vec<PathBuf>,

    /// Leave out inferred values and what follows from them
    ///
    /// Read only what a readout or an RDF file asserts: no inferred date, place, actor or speaker, unless another
    /// readout or RDF file asserts the same.
    #[arg(long, global = true, help_heading = GLOBAL)]
    pub asserted_only: bool,

    /// Print on stderr what is read
    #[arg(short, long, global = true, help_heading = GLOBAL)]
    pub verbose: bool,

    /// When to use colour
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", help_heading = GLOBAL)]
    pub color: When,
}

/// What every command works with.
pub struct Context<'a> {
    pub globals: &'a GlobalArgs,
    pub terminal: Terminal,
    /// The whole command line, for completions.
    pub program: fn() -> clap::Command,
}

/// Dossiers read into one graph.
pub struct Loaded {
    pub graph: Graph,
    dossiers: Vec<Dossier>,
}

impl Context<'_> {
    /// Opens the dossiers that the user named; by default, the current folder or the built-in example.
    pub fn open(&self) -> Result<Vec<Dossier>, CliError> {
        let here = Path::new(".");
        if !self.globals.dossiers.is_empty() {
            return Ok(dossier::open_all(&self.globals.dossiers)?);
        }
        if dossier::is_dossier(here) {
            return Ok(dossier::open(here)?);
        }
        Terminal::note("no dossier in the current folder: reading the built-in example");
        Ok(vec![dossier::built_in()?])
    }

    /// Opens the dossiers and reads them into one graph.
    pub fn load(&self) -> Result<Loaded, CliError> {
        let dossiers = self.open()?;
        let policy = if self.globals.asserted_only {
            InferencePolicy::Asserted
        } else {
            InferencePolicy::All
        };
        let graph = load::load(&dossiers, policy)?;
        if self.globals.verbose {
            let readouts: usize = dossiers.iter().map(|dossier| dossier.readouts.len()).sum();
            Terminal::note(&format!(
                "read {} dossier(s), {readouts} readout(s), {} statements",
                dossiers.len(),
                graph.quads.len()
            ));
        }
        Ok(Loaded { graph, dossiers })
    }
}

impl Loaded {
    /// The readouts of all dossiers.
    pub fn readouts(&self) -> impl Iterator<Item = &ReadoutFiles> {
        self.dossiers.iter().flat_map(|dossier| &dossier.readouts)
    }

    /// The sides of the relationship; of the first dossier if there are several.
    pub fn sides(&self) -> Vec<NamedNode> {
        let first = self.graph.manifests.first();
        first.map_or_else(Vec::new, |manifest| manifest.sides.clone())
    }

    /// The statements as records, with the outcomes of acts.
    pub fn records(&self) -> Records {
        Records::from_quads(self.graph.quads.iter().chain(self.graph.derived()))
    }

    /// Indexes the statements and the derived graph for SPARQL.
    pub fn source(&mut self) -> Result<Source, CliError> {
        let quads = self.graph.take_quads();
        Terminal::waiting("indexing", quads.len(), "statements");
        Source::local(quads).doing("cannot index the graph")
    }

    /// The named queries of all dossiers.
    pub fn answers(&self) -> Result<Catalogue, CliError> {
        catalogue("query", &self.dossiers, |dossier| &dossier.answers)
    }

    /// The views of all dossiers.
    pub fn views(&self) -> Result<Catalogue, CliError> {
        catalogue("view", &self.dossiers, |dossier| &dossier.views)
    }

    /// `Belarus and Kaliningrad Oblast: who does what toward whom`; without a view, the titles of the dossiers.
    pub fn title(&self, view: Option<&NamedQuery>) -> String {
        let titles = self.graph.manifests.iter();
        let titles: Vec<&str> = titles.map(|manifest| &*manifest.title).collect();
        let titles = titles.join("; ");
        let Some(view) = view else { return titles };
        let mut letters = view.title.chars();
        let first = letters.next().map(char::to_lowercase);
        let question: String = first.into_iter().flatten().chain(letters).collect();
        format!("{titles}: {question}")
    }
}

fn catalogue(
    noun: &'static str,
    dossiers: &[Dossier],
    files: impl Fn(&Dossier) -> &Vec<Arc<SourceText>>,
) -> Result<Catalogue, CliError> {
    let texts = dossiers.iter().flat_map(files);
    let (catalogue, mistakes) = Catalogue::new(noun, texts.map(Arc::clone));
    if mistakes.is_empty() {
        Ok(catalogue)
    } else {
        Err(LoadError(mistakes).into())
    }
}
