//! A file that lies in no dossier.

use std::path::Path;

use super::open::Reader;
use super::{Dossier, DossierError, files, open};

/// Reads an RDF file, or a fact sheet with the readout beside it, that lies in no dossier: as a dossier that holds
/// nothing else, with the embedded ontology and queries.
///
/// # Errors
/// [`DossierError::Io`] where there is no such file.
pub fn alone(file: &Path) -> Result<Dossier, DossierError> {
    let found = files::beside(file)?;
    let mut reader = Reader::default();
    let mut dossier = Dossier {
        readouts: reader.readouts(&found),
        reference: reader.rdf(&found),
        ..open::embedded(&mut reader)?
    };
    reader.finish(&mut dossier);
    Ok(dossier)
}
