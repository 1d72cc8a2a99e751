//! Whether a dossier is correct: every mistake in its files, and everything in its graph that breaks a rule.
//!
//! *Input:* dossiers, and others whose readouts and names they may rely on. *Output:* a [`Report`] of findings, each with
//! its code, its place and what to do. *Never* changes a file, and never knows how a finding is written.
//!
//! Files are checked first, statement by statement: `literals` have the form of their datatype, our own terms and names
//! are defined (`references`), and evidence is the slice of the readout that it claims to be (`evidence`). What only the
//! graph as a whole can show, the [`Rule`]s of `queries/checks` ask in SPARQL: each row of an answer is a finding.

mod evidence;
mod graph_finding;
mod literals;
mod markup;
mod passage;
mod rdf_file;
mod references;
mod report;
mod rule;
mod rules;
mod text;
mod wording;

use oxigraph::model::Term;

use self::graph_finding::GraphFinding;
pub use self::rdf_file::{RdfFileContent, no_statements};
pub use self::report::{Options, Report, Seen};
pub use self::rule::{Rule, RuleScope, codes};
use self::rules::Sources;
use crate::dossier::Dossier;
use crate::load;
use crate::model::InferencePolicy;
use crate::source::SourceError;

/// Checks dossiers.
///
/// `context` are dossiers that are not checked themselves, but whose readouts and names count as known: a file of
/// triples from elsewhere is compared with the readouts from which it was made.
///
/// # Errors
/// [`SourceError`] where the graph cannot be indexed, or where the check is cancelled.
pub fn check(
    dossiers: &[Dossier],
    context: &[Dossier],
    options: &Options,
) -> Result<Report, SourceError> {
    let mut loaded = load::report(dossiers, InferencePolicy::All);
    let (rules, mut mistakes) = rule::all(dossiers);
    mistakes.extend_from_slice(&loaded.findings);
    mistakes.extend(markup::check(dossiers));
    mistakes.extend(rdf_file::empty(&loaded));

    let mut found = literals::check(&loaded);
    // The context is needed for its names alone, and would take as much memory as what is checked.
    let (unknown, undefined) =
        references::check(&loaded, &load::report(context, InferencePolicy::All));
    found.extend(unknown);
    let texts = text::Texts::of(dossiers.iter().chain(context));
    let (passages, differing) = evidence::check(&loaded, &texts);
    found.extend(differing);

    let mut report = Report::new(options, Seen::of(&loaded, rules.len(), passages));
    report.add_files(rdf_file::contents(dossiers, &loaded));
    if loaded.is_complete {
        let sources = Sources::of(&mut loaded, &options.cancel)?;
        report.seen.statements = sources.statements;
        report.seen.second_reports = sources.second_reports;
        let (of_rules, mistakes_in_rules) = rules::run(&rules, &sources)?;
        // A link to an undefined name is wrong in any case, and the name is reported.
        let is_defined = |found: &GraphFinding| match &found.value {
            Some(Term::NamedNode(value)) => !undefined.contains(value),
            _ => true,
        };
        found.extend(of_rules.into_iter().filter(is_defined));
        mistakes.extend(mistakes_in_rules);
    } else {
        report.leave_out_rules();
    }
    report.add_all(mistakes);
    report.add_placed(found, &loaded);
    Ok(report.sorted())
}
