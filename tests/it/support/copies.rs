//! Copies of the dossier norland-kestrel in which every name differs, for tests and benchmarks with many dossiers.

#![expect(
    clippy::unwrap_used,
    reason = "a failure should fail the test or the benchmark at once"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The words that are names, in its texts, sheets and slugs. Other words stay the same.
const NAMES: [&str; 28] = [
    "alder", "brandt", "courier", "edda", "elin", "ferry", "hale", "harbour", "heron", "holt",
    "ida", "jonas", "karl", "kestrel", "lantern", "league", "marrow", "marsh", "mira", "nordland",
    "norland", "olaf", "quillan", "reed", "stern", "sundra", "tomas", "voss",
];
/// The folders of a copy: the names in its data differ, the ontology is the same.
const RENAMED: &str = "data";
const SHARED: &str = "ontology";

/// The folder of the original.
pub fn original() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers/norland-kestrel")
}

/// Writes copies into subfolders; no two of them share a readout or an actor.
pub fn write(folder: &Path, copies: usize) {
    for number in 0..copies {
        let copy = folder.join(format!("copy-{number:03}"));
        fill(&original().join(RENAMED), &copy.join(RENAMED), &|text| {
            renamed(text, number)
        });
        fill(&original().join(SHARED), &copy.join(SHARED), &str::to_owned);
    }
}

/// A text of the dossier, or of its outputs, with the names of one copy.
pub fn renamed(text: &str, number: usize) -> String {
    let mark = mark(number);
    let mut copy = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while !rest.is_empty() {
        let escaped = if rest.starts_with('%') {
            rest.len().min(3)
        } else {
            0
        };
        let is_letter = |c: char| c.is_ascii_alphabetic();
        let letters = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        let other = rest
            .find(|c| is_letter(c) || c == '%')
            .unwrap_or(rest.len());
        let (part, behind) = rest.split_at(escaped.max(letters).max(other));
        copy.push_str(part);
        if NAMES.iter().any(|name| part.eq_ignore_ascii_case(name)) {
            copy.push_str(&mark);
        }
        rest = behind;
    }
    copy
}

/// Three letters that no other copy has.
fn mark(number: usize) -> String {
    [number / 676, number / 26, number]
        .into_iter()
        .filter_map(|digit| ('a'..='z').nth(digit % 26))
        .collect()
}

/// Copies a folder with changed names and texts, without the hashes of the texts, which differ.
fn fill(from: &Path, to: &Path, change: &dyn Fn(&str) -> String) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = change(path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            fill(&path, &to.join(name), change);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let kept = text.split_inclusive('\n');
        let kept: String = kept.filter(|line| !line.starts_with("sha256")).collect();
        fs::write(to.join(name), change(&kept)).unwrap();
    }
}
