//! The graph of some dossiers.

use oxigraph::model::Quad;

use super::duplicates;
use super::names;
use crate::model::{Manifest, NameIndex};

/// All that some dossiers say.
#[derive(Debug)]
#[non_exhaustive]
pub struct Graph {
    /// Every statement, in its graph: `doc:<slug>` for what one readout says, one graph for all about actors, events and
    /// places, one for the ontology, and those that RDF files name themselves.
    pub quads: Vec<Quad>,
    /// Every name that occurs.
    pub name_index: NameIndex,
    /// What each dossier says about itself.
    pub manifests: Vec<Manifest>,
}

impl Graph {
    /// A graph of quads from elsewhere, which should include the ontology; its names are those that the quads define.
    #[must_use]
    pub fn from_quads(quads: Vec<Quad>) -> Self {
        Self {
            name_index: names::name_index(&quads),
            quads: duplicates::drop_repeated(quads),
            manifests: Vec::new(),
        }
    }
}
