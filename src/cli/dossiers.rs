//! Which dossiers are meant, read into one graph.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use oxigraph::model::{NamedNode, Quad};

use super::args::Cli;
use super::terminal::Terminal;
use crate::diagnostic::{LoadError, SourceText};
use crate::dossier::{self, Dossier, ReadoutFiles};
use crate::load;
use crate::model::{InferencePolicy, Manifest, NameIndex};
use crate::query::Catalogue;
use crate::source::Source;

/// Everything that commands work on.
pub struct Loaded {
    pub(crate) quads: Vec<Quad>,
    pub(crate) name_index: NameIndex,
    pub(crate) manifests: Vec<Manifest>,
    dossiers: Vec<Dossier>,
}

/// Reads the dossiers that the user named, else the one here, else the built-in example.
pub fn load(cli: &Cli) -> anyhow::Result<Loaded> {
    let dossiers = open(cli)?;
    let keep = if cli.asserted_only {
        InferencePolicy::Asserted
    } else {
        InferencePolicy::All
    };
    let graph = load::load(&dossiers, keep)?;
    if cli.verbose {
        let readouts: usize = dossiers.iter().map(|dossier| dossier.readouts.len()).sum();
        Terminal::note(&format!(
            "read {} dossier(s), {readouts} readout(s), {} statements",
            dossiers.len(),
            graph.quads.len()
        ));
    }
    Ok(Loaded {
        quads: graph.quads,
        name_index: graph.name_index,
        manifests: graph.manifests,
        dossiers,
    })
}

/// Opens the dossiers that are meant, without looking into what they say.
pub fn open(cli: &Cli) -> anyhow::Result<Vec<Dossier>> {
    let here = Path::new(".");
    if cli.dossiers.is_empty() {
        if dossier::is_dossier(here) {
            return Ok(dossier::open(here)?);
        }
        Terminal::note("no dossier here: reading the built-in example");
        return Ok(vec![dossier::built_in()?]);
    }
    Ok(dossier::open_all(&cli.dossiers)?)
}

impl Loaded {
    /// The readouts of all dossiers.
    pub(crate) fn readouts(&self) -> impl Iterator<Item = &ReadoutFiles> {
        self.dossiers.iter().flat_map(|dossier| &dossier.readouts)
    }

    /// The sides of the relationship; where several dossiers are read, of the first.
    pub(crate) fn sides(&self) -> Vec<NamedNode> {
        let first = self.manifests.first();
        first.map_or_else(Vec::new, |manifest| manifest.sides.clone())
    }

    /// Indexes the statements for SPARQL.
    pub(crate) fn source(&mut self) -> anyhow::Result<Source> {
        let quads = std::mem::take(&mut self.quads);
        Terminal::waiting("indexing", quads.len(), "statements");
        Source::local(quads).context("the graph could not be indexed")
    }

    /// The named questions of all dossiers.
    pub(crate) fn answers(&self) -> anyhow::Result<Catalogue> {
        catalogue("query", &self.dossiers, |dossier| &dossier.answers)
    }

    /// The views of all dossiers.
    pub(crate) fn views(&self) -> anyhow::Result<Catalogue> {
        catalogue("view", &self.dossiers, |dossier| &dossier.views)
    }
}

fn catalogue(
    noun: &'static str,
    dossiers: &[Dossier],
    files: impl Fn(&Dossier) -> &Vec<Arc<SourceText>>,
) -> anyhow::Result<Catalogue> {
    let texts = dossiers.iter().flat_map(files);
    let (catalogue, mistakes) = Catalogue::new(noun, texts.map(Arc::clone));
    if mistakes.is_empty() {
        Ok(catalogue)
    } else {
        Err(LoadError(mistakes).into())
    }
}
