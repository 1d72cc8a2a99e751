//! Why a dossier could not be read at all.

use std::io;
use std::path::PathBuf;

/// A dossier that could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DossierError {
    /// There is no `data/dossier.toml` in the folder, nor in a folder directly below it.
    #[error(
        "no dossier in `{0}`: there is no data/dossier.toml in it; point -C at the folder that holds `data`"
    )]
    Missing(PathBuf),
    /// The folder is no dossier, but lies in one.
    #[error(
        "no dossier in `{folder}`, but it lies in one: point -C at `{dossier}`, which holds data/dossier.toml"
    )]
    Within {
        /// The folder that was named.
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
