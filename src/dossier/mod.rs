//! Dossiers: finds them, bounds and reads their files, embedded and on disk alike.
//!
//! *Takes* a folder, or nothing for the built-in example. *Gives* a [`Dossier`]: texts and bytes with their names.
//! *Never* looks into what a sheet or an RDF file says; nothing right of here opens a file.

mod alone;
mod embedded;
mod error;
mod file;
mod files;
mod misplaced;
mod open;
mod text;

pub use alone::alone;
pub use error::DossierError;
pub use file::{RdfFile, ReadoutFiles};
pub use files::shown;
pub use open::{around, built_in, is_dossier, is_within, open, open_all};
pub use text::{LARGEST_TEXT, text};

use std::sync::Arc;

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
    /// Every file that is none, cannot be read, lies elsewhere, is empty, too large, not UTF-8 or in the wrong place.
    /// What lies beside it is here all the same, so that its mistakes can be told, too.
    pub unusable: Vec<Finding>,
    /// Whether a fact sheet or an RDF file is among those: then the names that it defines are not known.
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
        let unusable = self
            .unusable
            .iter()
            .filter_map(|found| found.place.as_ref());
        texts
            .map(|text| text.name())
            .chain(rdf.map(|file| file.name.as_str()))
            .chain(unusable.map(|place| place.source().name()))
    }
}
