//! What a dossier says of itself.

use oxigraph::model::NamedNode;

/// `dossier.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// What the dossier is about.
    pub title: String,
    /// The two sides of the relationship; also the default sides of a meeting.
    pub sides: Vec<NamedNode>,
    /// The languages of the readouts; the first is the default.
    pub languages: Vec<String>,
}
