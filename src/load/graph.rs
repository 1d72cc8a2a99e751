//! The graph of some dossiers.

use std::sync::OnceLock;

use oxigraph::model::{GraphNameRef, Quad};

use super::duplicates;
use super::names;
use crate::derive::{derive, is_derived};
use crate::model::{Manifest, NameIndex};
use crate::vocab::graph;

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
    derived: OnceLock<Vec<Quad>>,
}

/// Whether a statement is part of the ontology.
#[must_use]
pub fn is_of_ontology(quad: &Quad) -> bool {
    quad.graph_name.as_ref() == GraphNameRef::from(graph::ONTOLOGY)
}

impl Graph {
    /// A graph of quads from elsewhere, which should include the ontology; its names are those that the quads define.
    /// Derived statements among them are computed anew.
    #[must_use]
    pub fn from_quads(mut quads: Vec<Quad>) -> Self {
        quads.retain(|quad| !is_derived(quad));
        let name_index = names::name_index(&quads);
        Self::new(duplicates::drop_repeated(quads), name_index, Vec::new())
    }

    /// A graph of quads without repetitions.
    pub(crate) fn new(quads: Vec<Quad>, name_index: NameIndex, manifests: Vec<Manifest>) -> Self {
        Self {
            quads,
            name_index,
            manifests,
            derived: OnceLock::new(),
        }
    }

    /// What follows from `quads`, in the graph [`DERIVED`](crate::vocab::graph::DERIVED); computed at the first call, since
    /// a plain export needs none of it.
    pub fn derived(&self) -> &[Quad] {
        self.derived.get_or_init(|| derive(&self.quads))
    }

    /// Takes out all statements, those of the derived graph included: what
    /// [`Source::local`](crate::source::Source::local) needs to answer the shipped queries. The names remain.
    #[must_use]
    pub fn take_quads(&mut self) -> Vec<Quad> {
        let derived = self.derived.take();
        let derived = derived.unwrap_or_else(|| derive(&self.quads));
        let mut quads = std::mem::take(&mut self.quads);
        quads.extend(derived);
        quads
    }
}
