//! From files to quads: RDF files as they are, sheets made into triples.
//!
//! *Takes* dossiers. *Gives* a [`Graph`]: the quads, which are the truth, and the names in them.
//! *Never* puts a triple into two graphs: SPARQL over a union of graphs would count it twice.

mod asserted;
mod contradictions;
mod defined;
mod entities;
mod graph_names;
mod kinds;
mod language;
mod lower;
mod names;
mod parse;
mod sentence;
mod wording;
mod xml;

use std::collections::HashSet;

use oxigraph::model::{GraphName, GraphNameRef, Quad, TripleRef};

pub use self::graph_names::{GraphNames, UnknownGraph};
use crate::diagnostic::{self, Diagnostic};
use crate::dossier::Dossier;
pub use crate::model::Keep;
use crate::model::{Gazetteer, Manifest};
use crate::sheet::{self, Reading};
use crate::vocab::graph;

/// All that some dossiers say.
#[derive(Debug)]
pub struct Graph {
    /// Every statement, with the graph in which it stands: `doc:<slug>` for what one readout says, one graph
    /// for all about actors, events and places, one for the ontology, and those that RDF files name themselves.
    pub quads: Vec<Quad>,
    /// Every name that occurs.
    pub gazetteer: Gazetteer,
    /// Of each dossier what it says of itself.
    pub manifests: Vec<Manifest>,
}

/// Findings that say that a file could not be read at all: what it would have named is unknown to the others.
const UNREAD: [&str; 2] = ["toml-syntax", "rdf-syntax"];
/// Findings that may be only an echo of that.
const ECHOES: [&str; 4] = ["unknown-name", "unknown-kind", "unknown-act", "wrong-sort"];

/// Reads dossiers into one graph, with all that they say or only with what is asserted.
///
/// A value that somebody inferred is left out together with what follows from it: the first and last day of a date,
/// a label that tells it, the guests of a host, the date of an act that has that of its event. It stays where another
/// readout or RDF file asserts the same. All mistakes are told in either case.
///
/// # Errors
/// Every mistake in every file, in the order of files and places. Where a file cannot even be parsed,
/// names that are unknown are not told, since they might be those that it defines.
pub fn load(dossiers: &[Dossier], keep: Keep) -> Result<Graph, Vec<Diagnostic>> {
    let (written, mut found) = sheet::parse(dossiers);
    let parsed = parse::all(dossiers, &mut found);
    let is_whole = dossiers.iter().all(|dossier| !dossier.lacks_names)
        && found.iter().all(|finding| !UNREAD.contains(&finding.code));
    found.extend(dossiers.iter().flat_map(|dossier| dossier.unusable.clone()));

    // A name is a name, whoever inferred what it stands for.
    let names = names::gazetteer(&parsed.quads);
    if is_whole {
        kinds::check(&parsed.quads, &names, dossiers, &mut found);
    }
    let reading = sheet::resolve(&written, names, keep).unwrap_or_else(|mistakes| {
        let told = |finding: &Diagnostic| is_whole || !ECHOES.contains(&finding.code);
        found.extend(mistakes.into_iter().filter(told));
        Reading::default()
    });
    if !found.is_empty() {
        diagnostic::sort(&mut found);
        return Err(found);
    }
    let mut quads = match keep {
        Keep::All => parsed.quads,
        Keep::Asserted => {
            let files = parsed.ranges();
            asserted::only(parsed.quads, &files)
        }
    };
    lower::all(&reading, keep, &mut quads);
    Ok(Graph {
        quads: one_home(quads),
        gazetteer: reading.gazetteer,
        manifests: reading.manifests,
    })
}

/// Drops what is said twice: a quad, or a triple of the ontology again in the reference graph.
///
/// What other graphs hold carries the readout in its IRIs, or was put there by a file that names its graphs.
fn one_home(quads: Vec<Quad>) -> Vec<Quad> {
    let shared = [graph::ONTOLOGY, graph::REFERENCE].map(GraphNameRef::from);
    let mut seen: HashSet<(TripleRef<'_>, GraphNameRef<'_>)> = HashSet::new();
    let first: Vec<bool> = quads
        .iter()
        .map(|quad| {
            let name = quad.graph_name.as_ref();
            let home = if shared.contains(&name) {
                GraphNameRef::DefaultGraph
            } else {
                name
            };
            seen.insert((quad.as_ref().into(), home))
        })
        .collect();
    drop(seen);
    let kept = quads.into_iter().zip(first);
    kept.filter_map(|(quad, first)| first.then_some(quad))
        .collect()
}

/// The name of the graph for what stands in no graph of its own.
fn home(name: GraphName, default: &GraphName) -> GraphName {
    if name.is_default_graph() {
        default.clone()
    } else {
        name
    }
}
