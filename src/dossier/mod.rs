//! Dossiers: finds them, bounds and reads their files, embedded and on disk alike.
//!
//! *Takes* a folder, or nothing for the built-in example. *Gives* a [`Dossier`]: texts and bytes with their names.
//! *Never* looks into what a sheet or an RDF file says; nothing right of here opens a file.

mod embedded;
mod error;
mod file;
mod files;
mod open;

pub use error::DossierError;
pub use file::{QueryFile, RdfFile, ReadoutFiles};
pub use open::{built_in, is_dossier, open};

use std::sync::Arc;

use crate::diagnostic::SourceText;

/// All files of one relationship.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// `data/dossier.toml`: title, sides, languages.
    pub manifest: Arc<SourceText>,
    /// Each folder of `data/` that holds a fact sheet, by name.
    pub readouts: Vec<ReadoutFiles>,
    /// The embedded `ontology/*.ttl`, and the dossier's own.
    pub ontology: Vec<RdfFile>,
    /// Every RDF file in `data/`.
    pub reference: Vec<RdfFile>,
    /// The embedded `queries/answers/*.rq`, and the dossier's own.
    pub answers: Vec<QueryFile>,
    /// The embedded `queries/views/*.rq`, and the dossier's own.
    pub views: Vec<QueryFile>,
}
