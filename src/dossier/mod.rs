//! Dossiers: finds them, bounds and reads their files, embedded and on disk alike.
//!
//! *Input:* a folder, or nothing for the built-in example. *Output:* a [`Dossier`]: texts and bytes with their names.
//! *Never* parses a sheet or an RDF file. Besides this module, only `cli` opens files.

mod files;
mod misplaced;
mod open;
mod read;

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use oxigraph::model::NamedNode;

pub use self::files::display_path;
pub use self::open::{
    built_in, find_root, is_dossier, is_within, open, open_all, open_file, root_at, shapes,
};
pub use self::read::{LARGEST_TEXT, text, utf8};
use crate::diagnostic::{Finding, SourceText};

/// All files of one relationship.
#[derive(Debug, Clone, Default)]
pub struct Dossier {
    /// `data/dossier.toml`: title, sides, languages; `None` where it cannot be used.
    pub manifest: Option<Arc<SourceText>>,
    /// Each folder of `data/` that holds a fact sheet, by name.
    pub readouts: Vec<ReadoutFiles>,
    /// The embedded `ontology/*.ttl`, and the dossier's own.
    pub ontology: Vec<RdfFile>,
    /// Every RDF file in `data/`.
    pub reference: Vec<RdfFile>,
    /// The embedded `queries/answers/*.rq`, and the dossier's own.
    pub answers: Vec<Arc<SourceText>>,
    /// The embedded `queries/views/*.rq`, and the dossier's own.
    pub views: Vec<Arc<SourceText>>,
    /// The embedded `queries/checks/*.rq`, and the dossier's own.
    pub checks: Vec<Arc<SourceText>>,
    /// A finding for each file that cannot be used: irregular, unreadable, outside, empty, too large, not UTF-8 or in the
    /// wrong place. The other files are read all the same, so that their mistakes are reported, too.
    pub unusable: Vec<Finding>,
    /// Whether a fact sheet or an RDF file is among those: then the names that it defines are unknown.
    pub lacks_names: bool,
}

impl Dossier {
    /// The names of all files that were read, or could not be.
    pub fn file_names(&self) -> impl Iterator<Item = &str> {
        let readouts = self.readouts.iter();
        let texts = readouts.flat_map(|readout| [Some(&readout.facts), readout.text.as_ref()]);
        let texts = texts.flatten().chain(&self.manifest);
        let queries = [&self.answers, &self.views, &self.checks];
        let texts = texts.chain(queries.into_iter().flatten());
        let rdf = self.ontology.iter().chain(&self.reference);
        let unusable = self.unusable.iter().filter_map(Finding::file);
        texts
            .map(|text| text.name())
            .chain(rdf.map(|file| file.name.as_str()))
            .chain(unusable)
    }
}

/// A readout's folder.
#[derive(Debug, Clone)]
pub struct ReadoutFiles {
    /// The folder's name, which is the readout's slug.
    pub slug: String,
    /// `facts.toml`.
    pub facts: Arc<SourceText>,
    /// `readout.txt`, unedited; `None` where the words may not be stored, empty where the file cannot be used.
    pub text: Option<Arc<SourceText>>,
}

/// A file of triples or quads.
#[derive(Debug, Clone)]
pub struct RdfFile {
    /// The name shown in messages.
    pub name: String,
    /// The part of its name after the last dot, in lower case.
    pub extension: String,
    /// The IRI that resolves its relative ones; without it, they are errors unless the file declares a base.
    pub base: Option<NamedNode>,
    /// Its bytes as they are.
    pub bytes: Cow<'static, [u8]>,
}

impl RdfFile {
    /// The text, in which places are counted; a byte that is not UTF-8 becomes U+FFFD.
    pub(crate) fn source(&self) -> Arc<SourceText> {
        let text = String::from_utf8_lossy(&self.bytes);
        Arc::new(SourceText::new(&self.name, text))
    }
}

/// A dossier that could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DossierError {
    /// Neither the folder nor a folder directly below it has a `data/dossier.toml`.
    #[error(
        "no dossier in `{0}`: it has no data/dossier.toml; point -C at the folder that contains `data`"
    )]
    Missing(PathBuf),
    /// The path is a file outside of dossiers.
    #[error(
        "`{0}` is a file, not a dossier: `bilateral check {0}` checks it, and `bilateral export {0}` converts an RDF file"
    )]
    File(PathBuf),
    /// The folder is not a dossier, but is inside one.
    #[error(
        "no dossier in `{folder}`, but it is inside one: point -C at `{dossier}`, which has data/dossier.toml"
    )]
    Within {
        /// The folder that the user named.
        folder: PathBuf,
        /// The dossier around it.
        dossier: PathBuf,
    },
    /// The operating system refused a file or a folder.
    #[error("cannot read `{path}`")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}
