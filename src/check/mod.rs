//! Whether a dossier holds: every mistake in its files, and everything in its graph that a rule complains of.
//!
//! *Takes* dossiers, and others whose readouts and names they may rely on. *Gives* a [`Report`] of findings, each with
//! its code, its place and what to do. *Never* mends anything, and never knows how a finding is written.
//!
//! What a file says is looked at first, statement by statement: `literals` have the form of their datatype, our own
//! terms and names are defined (`references`), and evidence is the slice of the readout that it says it is
//! (`evidence`). What only the graph as a whole can tell, the [`Rule`]s of `queries/checks` ask in SPARQL: each row of
//! an answer is a finding.

mod code;
mod codes;
mod evidence;
mod literals;
mod passage;
mod references;
mod report;
mod rule;
mod rules;
mod sources;
mod suspect;
mod text;
mod wording;

use oxigraph::model::Term;

pub use self::code::{Code, codes};
pub use self::report::{Options, Report, Seen};
pub use self::rule::{Rule, Scope};
use self::sources::Sources;
use self::suspect::Suspect;
use crate::dossier::Dossier;
use crate::rdf::{InferencePolicy, LoadReport};
use crate::source::SourceError;

/// Checks dossiers.
///
/// `context` are dossiers that are not checked themselves, but whose readouts and names count as known: a file of
/// triples that somebody was handed is held against the readouts from which it was made.
///
/// # Errors
/// [`SourceError`] where the graph cannot be indexed, or where the check is cancelled.
pub fn check(
    dossiers: &[Dossier],
    context: &[Dossier],
    options: &Options,
) -> Result<Report, SourceError> {
    let mut survey = LoadReport::of(dossiers, InferencePolicy::All);
    let (rules, mut mistakes) = rule::all(dossiers);
    mistakes.extend_from_slice(survey.mistakes());

    let mut suspects = literals::check(&survey);
    // What is around is needed for its names alone, and would take as much memory as what is checked.
    let (unknown, undefined) =
        references::check(&survey, &LoadReport::of(context, InferencePolicy::All));
    suspects.extend(unknown);
    let texts = text::Texts::of(dossiers.iter().chain(context));
    let (passages, differing) = evidence::check(&survey, &texts);
    suspects.extend(differing);

    let mut report = Report::new(options, Seen::of(&survey, rules.len(), passages));
    if survey.is_whole() {
        let sources = Sources::of(&mut survey, &options.cancel)?;
        report.seen.statements = sources.statements;
        let (found, wrong) = rules::run(&rules, &sources)?;
        // Whatever leads to what there is not leads to the wrong thing, and that was told.
        let leads_somewhere = |suspect: &Suspect| match &suspect.value {
            Some(Term::NamedNode(value)) => !undefined.contains(value),
            _ => true,
        };
        suspects.extend(found.into_iter().filter(leads_somewhere));
        mistakes.extend(wrong);
    } else {
        report.leave_out_rules();
    }
    report.mistakes(mistakes);
    report.suspects(suspects, &survey);
    Ok(report.sorted())
}
