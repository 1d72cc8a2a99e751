//! Folders of `tests/cases`, `tests/checks` and `tests/transcripts` as dossiers.
//!
//! A case holds any of `facts.toml`, `readout.txt`, `second/facts.toml`, `second/readout.txt`, `dossier.toml`, RDF files,
//! and whole folders such as `data/…`, `ontology/…` and `queries/…`. They replace or extend the files of
//! `tests/cases/base`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::program::{files_below, repository};
use super::scratch::{HERE, Scratch, THERE};

/// The exit code and the messages that a case expects.
pub const MESSAGES: &str = "expected.txt";
/// The graph that a case expects.
pub const GRAPH: &str = "expected.nq";
/// The graph that a case expects with `--asserted-only`.
pub const ASSERTED: &str = "expected.asserted.nq";
/// Further arguments of a case of `check`, one per line.
pub const ARGUMENTS: &str = "arguments";
/// The commands of a case of `transcripts`, each with what it prints.
pub const TRANSCRIPT: &str = "transcript.txt";

/// The cases in a folder of this repository, sorted by name.
pub fn folders(folder: &str) -> impl Iterator<Item = PathBuf> + use<> {
    let mut folders: Vec<PathBuf> = fs::read_dir(repository().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !path.ends_with("base"))
        .collect();
    folders.sort();
    folders.into_iter()
}

/// The dossier of a case: its files over those of the base.
pub fn dossier(case: &Path) -> Scratch {
    let scratch = Scratch::base();
    let folder = case.strip_prefix(repository()).unwrap();
    for name in files_below(folder.to_str().unwrap()) {
        if let Some(place) = place(Path::new(&name)) {
            scratch.put(place, fs::read(case.join(&name)).unwrap());
        }
    }
    scratch
}

/// The path of a file of a case in the dossier; `None` for what is not part of the dossier.
fn place(name: &Path) -> Option<PathBuf> {
    let text = name.to_str().unwrap();
    match text.split_once('/') {
        _ if matches!(text, MESSAGES | GRAPH | ASSERTED | ARGUMENTS | TRANSCRIPT) => None,
        None if matches!(text, "facts.toml" | "readout.txt") => Some(Path::new(HERE).join(text)),
        None => Some(Path::new("data").join(text)),
        Some(("second", file)) => Some(Path::new(THERE).join(file)),
        Some(_) => Some(name.to_owned()),
    }
}

/// The lines that differ, `-` expected and `+` actual; `None` if none does.
pub fn difference(name: &str, expected: &str, actual: &str) -> Option<String> {
    if expected == actual {
        return None;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same;
    let tail = old.iter().rev().zip(new.iter().rev());
    let tail = tail.take(rest).take_while(|(a, b)| a == b).count();
    let mut difference = format!("{name}, from line {}:\n", same + 1);
    for line in &old[same..old.len() - tail] {
        writeln!(difference, "- {line}").unwrap();
    }
    for line in &new[same..new.len() - tail] {
        writeln!(difference, "+ {line}").unwrap();
    }
    Some(difference)
}
