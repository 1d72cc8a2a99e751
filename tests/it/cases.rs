//! Every folder of `tests/cases` is a case: files of a dossier, and what the program makes of them.
//!
//! A case holds any of `facts.toml`, `readout.txt`, `second/facts.toml`, `second/readout.txt`, `dossier.toml`,
//! RDF files, and whole folders such as `data/…`, `ontology/…` and `queries/…`. What it does not bring is taken from
//! `tests/cases/base`. It expects either mistakes (`expected.txt`: the exit code, then stderr) or a graph
//! (`expected.nq`: what the ontology and the actors of the base do not say already). With a graph it may also expect
//! what is left of it with `--asserted-only` (`expected.asserted.nq`).
//! `UPDATE_GOLDEN=1 cargo test cases` writes what the program says now; read it before you commit it.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::dossiers::{HERE, Ran, Scratch, THERE, cases};
use crate::program::{files_below, repository, updating};

const ONTOLOGY: &str = " <https://w3id.org/bilateral/ontology> .";
const MISTAKES: &str = "expected.txt";
const GRAPH: &str = "expected.nq";
const ASSERTED: &str = "expected.asserted.nq";
/// What a case of `tests/checks` is run with.
pub(crate) const ARGUMENTS: &str = "arguments";

#[test]
fn every_case_gives_what_it_expects() {
    let (actors, nothing) = (actors(), HashSet::new());
    let mut failures = String::new();
    let mut number = 0;
    for case in folders() {
        number += 1;
        let scratch = dossier(&case);
        let ran = scratch.run(&["export", "--format", "nq"]);
        let known = if brings(&case, "actors.ttl") {
            &nothing
        } else {
            &actors
        };
        let (name, given) = told(&ran, known);
        let mut results = vec![(name, given)];
        if brings(&case, ASSERTED) {
            let ran = scratch.run(&["export", "--format", "nq", "--asserted-only"]);
            results.push((ASSERTED, told(&ran, known).1));
        }
        for (name, given) in results {
            if updating() {
                rewrite(&case, name, &given);
            } else if let Err(difference) = compare(&case, name, &given) {
                let title = case.file_name().unwrap().to_string_lossy();
                writeln!(failures, "\n=== {title}\n{difference}").unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(number > 50, "where are the cases?");
}

#[test]
fn of_no_case_does_an_inference_stay_with_asserted_only() {
    for case in folders().filter(|case| case.join(GRAPH).exists()) {
        let scratch = dossier(&case);
        let all = scratch.run(&["export", "--format", "nq"]).quietly();
        let all: HashSet<&str> = all.lines().collect();
        let asserted = scratch.run(&["export", "--format", "nq", "--asserted-only"]);
        for line in asserted.quietly().lines() {
            let is_inference = line.contains("#Inference> ") && !line.ends_with(ONTOLOGY);
            assert!(!is_inference && !line.contains(".inferred-"), "{line}");
            // Only a label may say less than before.
            assert!(all.contains(line) || line.contains("#label> "), "{line}");
        }
    }
}

#[test]
fn every_case_that_succeeds_says_the_same_again() {
    for case in folders().filter(|case| case.join(GRAPH).exists()) {
        let scratch = dossier(&case);
        for format in ["nq", "ttl", "trig", "nt", "rdf", "jsonld"] {
            let export = ["export", "--format", format];
            let ran = scratch.run(&export);
            assert_eq!(ran.code, 0, "{case:?}: {}", ran.stderr);
            assert_eq!(ran, scratch.run(&export), "{case:?}");
        }
    }
}

fn folders() -> impl Iterator<Item = PathBuf> {
    folders_of(&cases())
}

/// The cases in a folder, in the order of their names.
pub(crate) fn folders_of(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !path.ends_with("base"))
        .collect();
    folders.sort();
    folders.into_iter()
}

fn brings(case: &Path, file: &str) -> bool {
    case.join(file).exists()
}

/// The case's files laid over those of the base.
pub(crate) fn dossier(case: &Path) -> Scratch {
    let scratch = Scratch::base();
    let folder = case.strip_prefix(repository()).unwrap();
    for name in files_below(folder.to_str().unwrap()) {
        if let Some(place) = place(Path::new(&name)) {
            scratch.put(place, fs::read(case.join(&name)).unwrap());
        }
    }
    scratch
}

/// Where in the dossier a file of a case lies; nowhere for an expectation.
fn place(name: &Path) -> Option<PathBuf> {
    let text = name.to_str().unwrap();
    match text.split_once('/') {
        _ if matches!(text, MISTAKES | GRAPH | ASSERTED | ARGUMENTS) => None,
        None if matches!(text, "facts.toml" | "readout.txt") => Some(Path::new(HERE).join(text)),
        None => Some(Path::new("data").join(text)),
        Some(("second", file)) => Some(Path::new(THERE).join(file)),
        Some(_) => Some(name.to_owned()),
    }
}

/// What a case says, and in which file that is expected; what is `known` is left out of a graph.
fn told(ran: &Ran, known: &HashSet<String>) -> (&'static str, String) {
    if ran.code != 0 {
        assert_eq!(ran.stdout, "", "data of a run that failed");
        return (MISTAKES, format!("exit {}\n{}", ran.code, ran.stderr));
    }
    assert_eq!(ran.stderr, "", "words of a run that succeeded");
    let lines = own_lines(&ran.stdout).filter(|line| !known.contains(*line));
    let graph = lines.fold(String::new(), |graph, line| graph + line + "\n");
    (GRAPH, graph)
}

/// The lines of an export that are not the ontology's.
fn own_lines(export: &str) -> impl Iterator<Item = &str> {
    export.lines().filter(|line| !line.ends_with(ONTOLOGY))
}

/// What the base says of actors, in the lines of an export.
fn actors() -> HashSet<String> {
    let scratch = Scratch::base();
    fs::remove_dir_all(scratch.path(HERE)).unwrap();
    let export = scratch.run(&["export", "--format", "nq"]).quietly();
    own_lines(&export).map(str::to_owned).collect()
}

fn rewrite(case: &Path, name: &str, given: &str) {
    let other = if name == MISTAKES { GRAPH } else { MISTAKES };
    if brings(case, other) {
        fs::remove_file(case.join(other)).unwrap();
    }
    fs::write(case.join(name), given).unwrap();
}

fn compare(case: &Path, name: &str, given: &str) -> Result<(), String> {
    if brings(case, MISTAKES) && brings(case, GRAPH) {
        return Err("it expects both mistakes and a graph".to_owned());
    }
    let expected = fs::read_to_string(case.join(name))
        .map_err(|_| format!("there is no {name}; the program says:\n{given}"))?;
    differing(name, &expected, given)
}

/// The lines that differ, `-` expected and `+` given.
pub(crate) fn differing(name: &str, expected: &str, given: &str) -> Result<(), String> {
    if expected == given {
        return Ok(());
    }
    let mut difference = String::new();
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), given.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same;
    let tail = old.iter().rev().zip(new.iter().rev());
    let tail = tail.take(rest).take_while(|(a, b)| a == b).count();
    for line in &old[same..old.len() - tail] {
        writeln!(difference, "- {line}").unwrap();
    }
    for line in &new[same..new.len() - tail] {
        writeln!(difference, "+ {line}").unwrap();
    }
    Err(format!("{name}, from line {}:\n{difference}", same + 1))
}
