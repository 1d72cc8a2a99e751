//! From dossiers to one graph: the steps up to the quads are in this file.
//!
//! *Input:* [`Dossier`]s. *Output:* a [`Graph`]: the quads, which are the truth, and the names in them; or a
//! [`LoadReport`], which holds what could be read next to every mistake.
//!
//! ```text
//! sheets ──► parse ─────────────────────────────► resolve ──► to_rdf ──┐
//! RDF files ──► parse ──► contradictions ──► names ──┘  └──────────────┴──► quads ──► asserted ──► deduplicate ──► derive
//! ```

mod asserted;
mod contradictions;
mod duplicates;
mod graph;
mod graph_names;
mod kinds;
mod names;
mod report;

pub use self::graph::{Graph, is_of_ontology};
pub use self::graph_names::{GraphNames, UnknownGraph};
pub use self::report::LoadReport;
use crate::derive::is_derived;
use crate::diagnostic::{self, Code, Finding, LoadError, Place};
use crate::dossier::Dossier;
use crate::model::InferencePolicy;
use crate::rdf::{self, ParsedFile};
use crate::sheet;

/// A file could not be read at all: the names that it defines are unknown.
const UNREAD: [Code; 2] = [Code::TomlSyntax, Code::RdfSyntax];
/// These may be mere consequences of that.
const CONSEQUENCES: [Code; 4] = [
    Code::UnknownName,
    Code::UnknownKind,
    Code::UnknownAct,
    Code::WrongSort,
];

/// Reads dossiers into one graph, with everything in them or only with what is asserted.
///
/// An inferred value is left out together with what follows from it: the first and last day of a date, a label that
/// mentions it, the guests of a host, the date of an act that has that of its event. It stays where another readout or RDF
/// file asserts the same. All mistakes are reported in either case.
///
/// # Errors
/// Every mistake in every file, in the order of files and places. Where a file cannot even be parsed, unknown names are
/// not reported, since that file may define them.
pub fn load(dossiers: &[Dossier], policy: InferencePolicy) -> Result<Graph, LoadError> {
    report(dossiers, policy).into_graph()
}

/// Reads dossiers as [`load`] does, but continues after mistakes.
#[must_use]
pub fn report(dossiers: &[Dossier], policy: InferencePolicy) -> LoadReport<'_> {
    // Parse.
    let (sheets, mut findings) = sheet::parse(dossiers);
    let mut parsed = rdf::parse(dossiers, is_derived, &mut findings);
    findings.extend(parsed.files.iter().filter_map(not_loaded));
    contradictions::find(&parsed, &mut findings);
    let is_complete = dossiers.iter().all(|dossier| !dossier.lacks_names)
        && findings.iter().all(|found| !UNREAD.contains(&found.code));
    let unusable = dossiers.iter().flat_map(|dossier| &dossier.unusable);
    findings.extend(unusable.cloned());

    // Names: a name counts even where a fact about it is inferred.
    let names = names::name_index(&parsed.quads);
    if is_complete {
        kinds::check(&parsed, &names, &mut findings);
    }

    // Resolve.
    let (resolved, mistakes) = sheet::resolve(sheets, names, policy);
    let is_certain = |found: &Finding| is_complete || !CONSEQUENCES.contains(&found.code);
    findings.extend(mistakes.into_iter().filter(is_certain));

    // Quads.
    rdf::to_rdf(&resolved, policy, &mut parsed.quads);

    diagnostic::sort(&mut findings);
    LoadReport {
        quads: parsed.quads,
        files: parsed.files,
        resolved,
        findings,
        is_complete,
        policy,
    }
}

/// A note on the derived statements of a file, which are computed anew.
fn not_loaded(file: &ParsedFile<'_>) -> Option<Finding> {
    let message = format!(
        "derived statements not loaded: {}; they are computed from all others",
        file.excluded
    );
    let note = || Finding::new(Code::DerivedStatement, Place::file(file.name()), message);
    (file.excluded > 0).then(note)
}
