//! From files to quads: RDF files as they are, sheets made into triples.
//!
//! *Takes* dossiers. *Gives* a [`Graph`]: the quads, which are the truth, and the names in them; or a [`LoadReport`], which
//! holds what could be read of them beside every mistake.
//! *Never* puts a triple into two graphs: SPARQL over a union of graphs would count it twice.

mod asserted;
mod contradictions;
mod entities;
mod graph_names;
mod kinds;
mod language;
mod names;
mod nesting;
mod node;
mod origins;
mod parse;
mod sentence;
mod size_budget;
mod survey;
mod to_rdf;
mod wording;
mod xml;

use oxigraph::model::{GraphName, Quad};

pub use self::graph_names::{GraphNames, UnknownGraph};
pub use self::node::node;
pub use self::origins::Origins;
pub use self::survey::LoadReport;
use crate::diagnostic::Finding;
use crate::dossier::Dossier;
pub use crate::model::InferencePolicy;
use crate::model::{Manifest, NameIndex};

/// All that some dossiers say.
#[derive(Debug)]
pub struct Graph {
    /// Every statement, with the graph in which it stands: `doc:<slug>` for what one readout says, one graph
    /// for all about actors, events and places, one for the ontology, and those that RDF files name themselves.
    pub quads: Vec<Quad>,
    /// What follows from them, in the graph [`DERIVED`](crate::vocab::graph::DERIVED). Queries need it next to `quads`.
    pub derived: Vec<Quad>,
    /// Every name that occurs.
    pub name_index: NameIndex,
    /// Of each dossier what it says of itself.
    pub manifests: Vec<Manifest>,
}

impl Graph {
    /// All statements, those of the derived graph included: what [`Source::local`](crate::source::Source::local) needs
    /// to answer the shipped queries.
    pub fn into_quads(self) -> impl Iterator<Item = Quad> {
        self.quads.into_iter().chain(self.derived)
    }
}

/// Reads dossiers into one graph, with all that they say or only with what is asserted.
///
/// A value that somebody inferred is left out together with what follows from it: the first and last day of a date,
/// a label that tells it, the guests of a host, the date of an act that has that of its event. It stays where another
/// readout or RDF file asserts the same. All mistakes are told in either case.
///
/// # Errors
/// Every mistake in every file, in the order of files and places. Where a file cannot even be parsed,
/// names that are unknown are not told, since they might be those that it defines.
pub fn load(dossiers: &[Dossier], policy: InferencePolicy) -> Result<Graph, Vec<Finding>> {
    LoadReport::of(dossiers, policy).into_graph()
}

/// The name of the graph for what stands in no graph of its own.
fn home(name: GraphName, default: &GraphName) -> GraphName {
    if name.is_default_graph() {
        default.clone()
    } else {
        name
    }
}
