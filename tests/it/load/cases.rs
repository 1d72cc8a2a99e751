//! Every folder of `tests/cases` is a case: files of a dossier, and the graph or the messages that loading them returns.
//!
//! A case expects either messages (`expected.txt`: the exit code, then stderr) or a graph (`expected.nq`: all but what
//! the ontology and the actors of the base say). With a graph it may also expect the rest of it with `--asserted-only`
//! (`expected.asserted.nq`). `UPDATE_GOLDEN=1 cargo test cases` rewrites them; read them before you commit.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use bilateral::export::rdf::{RdfFormat, write};
use bilateral::model::InferencePolicy;
use bilateral::{dossier as dossiers, load};

use crate::support::cases::{ASSERTED, GRAPH, MESSAGES, difference, dossier, folders};
use crate::support::program::updating;
use crate::support::scratch::{HERE, Ran, Scratch};

const ONTOLOGY: &str = " <https://w3id.org/bilateral/ontology> .";
const FOLDER: &str = "tests/cases";

#[test]
fn every_case_matches_its_expected_output() {
    let (actors, nothing) = (actors(), HashSet::new());
    let mut failures = String::new();
    let mut number = 0;
    for case in folders(FOLDER) {
        number += 1;
        let scratch = dossier(&case);
        let ran = scratch.run(&["export", "--format", "nq"]);
        let known = if has(&case, "actors.ttl") {
            &nothing
        } else {
            &actors
        };
        let mut results = vec![outcome(&ran, known)];
        if has(&case, ASSERTED) {
            let ran = scratch.run(&["export", "--format", "nq", "--asserted-only"]);
            results.push((ASSERTED, outcome(&ran, known).1));
        }
        for (name, actual) in results {
            if updating() {
                rewrite(&case, name, &actual);
            } else if let Some(difference) = compare(&case, name, &actual) {
                let title = case.file_name().unwrap().to_string_lossy();
                writeln!(failures, "\n=== {title}\n{difference}").unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(number > 50, "only {number} cases");
}

#[test]
fn asserted_only_removes_all_inferences() {
    for case in cases_with_a_graph() {
        let scratch = dossier(&case);
        let all = exports(&scratch, InferencePolicy::All, &[RdfFormat::NQuads]).concat();
        let all: HashSet<&str> = all.lines().collect();
        let asserted = exports(&scratch, InferencePolicy::Asserted, &[RdfFormat::NQuads]);
        for line in asserted.concat().lines() {
            let is_inference = line.contains("#Inference> ") && !line.ends_with(ONTOLOGY);
            assert!(!is_inference && !line.contains(".inferred-"), "{line}");
            // Only a label may be shorter than before.
            assert!(all.contains(line) || line.contains("#label> "), "{line}");
        }
    }
}

#[test]
fn every_format_is_deterministic() {
    for case in cases_with_a_graph() {
        let scratch = dossier(&case);
        let formats = &[
            RdfFormat::NQuads,
            RdfFormat::Turtle,
            RdfFormat::TriG,
            RdfFormat::NTriples,
            RdfFormat::RdfXml,
            RdfFormat::JsonLd,
        ];
        let export = || exports(&scratch, InferencePolicy::All, formats);
        assert_eq!(export(), export(), "{case:?}");
    }
}

fn cases_with_a_graph() -> impl Iterator<Item = PathBuf> {
    folders(FOLDER).filter(|case| has(case, GRAPH))
}

fn has(case: &Path, file: &str) -> bool {
    case.join(file).exists()
}

/// A dossier, loaded once by the library and written in some formats.
fn exports(scratch: &Scratch, policy: InferencePolicy, formats: &[RdfFormat]) -> Vec<String> {
    let dossiers = dossiers::open(&scratch.path("")).unwrap();
    let graph = load::load(&dossiers, policy).unwrap();
    let text = |format: &RdfFormat| {
        let mut bytes = Vec::new();
        write(&graph.quads, *format, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    formats.iter().map(text).collect()
}

/// The file that should hold the result of a run, and its content; `known` lines are left out of a graph.
fn outcome(ran: &Ran, known: &HashSet<String>) -> (&'static str, String) {
    if ran.code != 0 {
        assert_eq!(ran.stdout, "", "data of a run that failed");
        return (MESSAGES, format!("exit {}\n{}", ran.code, ran.stderr));
    }
    assert_eq!(ran.stderr, "", "messages of a run that succeeded");
    let lines = data_lines(&ran.stdout).filter(|line| !known.contains(*line));
    let graph = lines.fold(String::new(), |graph, line| graph + line + "\n");
    (GRAPH, graph)
}

/// The lines of an export that are not the ontology's.
fn data_lines(export: &str) -> impl Iterator<Item = &str> {
    export.lines().filter(|line| !line.ends_with(ONTOLOGY))
}

/// The lines of an export about the actors of the base.
fn actors() -> HashSet<String> {
    let scratch = Scratch::base();
    fs::remove_dir_all(scratch.path(HERE)).unwrap();
    let export = scratch.run(&["export", "--format", "nq"]).quietly();
    data_lines(&export).map(str::to_owned).collect()
}

fn rewrite(case: &Path, name: &str, actual: &str) {
    let other = if name == MESSAGES { GRAPH } else { MESSAGES };
    if has(case, other) {
        fs::remove_file(case.join(other)).unwrap();
    }
    fs::write(case.join(name), actual).unwrap();
}

fn compare(case: &Path, name: &str, actual: &str) -> Option<String> {
    if has(case, MESSAGES) && has(case, GRAPH) {
        return Some("it expects both messages and a graph".to_owned());
    }
    match fs::read_to_string(case.join(name)) {
        Ok(expected) => difference(name, &expected, actual),
        Err(_) => Some(format!("{name} is missing; the program prints:\n{actual}")),
    }
}
