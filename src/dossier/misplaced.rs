//! Files that would be skipped, or read as something else, because of their folder or name.

use std::collections::BTreeSet;
use std::path::Path;

use super::files::{Found, READOUT, SHEET};
use crate::diagnostic::{Code, Finding, Place};
use crate::text::nearest;

/// The manifest of a dossier.
pub const MANIFEST: &str = "data/dossier.toml";
/// A sheet in no folder of its own.
pub const MISPLACED_SHEET: &str = "data/facts.toml";
/// A readout in no folder of its own.
const MISPLACED_READOUT: &str = "data/readout.txt";

/// Notes files in places where they would be read as something else, or not at all.
pub fn files(data: &[Found]) -> Vec<Finding> {
    let misplaced = |file: &Found| {
        let message = match file.path.as_str() {
            MANIFEST => return None,
            MISPLACED_SHEET => {
                "a fact sheet needs a folder of its own, named after its readout: data/<readout>/facts.toml"
            }
            MISPLACED_READOUT => "a readout needs a folder of its own: data/<readout>/readout.txt",
            path if path.ends_with("/dossier.toml") => {
                "a dossier inside another: move it out, and name both with -C"
            }
            _ => return None,
        };
        let place = Place::file(&file.name);
        Some(Finding::new(Code::FileMisplaced, place, message))
    };
    data.iter().filter_map(misplaced).collect()
}

/// Notes each folder with a readout, or with a file whose name resembles that of a fact sheet, but without a fact sheet.
pub fn sheetless(data: &[Found]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let folders: BTreeSet<&str> = data.iter().map(|file| split(file).0).collect();
    for folder in folders.into_iter().filter(|folder| *folder != "data") {
        let here = || data.iter().filter(|file| split(file).0 == folder);
        if here().any(|file| split(file).1 == SHEET) {
            continue;
        }
        let readout = here().find(|file| split(file).1 == READOUT);
        let is_like = |name: &str| match readout {
            Some(_) => nearest(name, [SHEET]).is_some(),
            // Without a readout, a similar name may mean anything.
            None => name.eq_ignore_ascii_case(SHEET),
        };
        let similar = here().find(|file| is_like(split(file).1));
        let Some(file) = similar.or(readout) else {
            continue;
        };
        let message = match readout {
            Some(_) => "a readout without a facts.toml",
            None => "no facts.toml, but a file with a similar name",
        };
        let hint = match similar {
            Some(similar) => format!("rename `{}` to `{SHEET}`", split(similar).1),
            None => "record its facts in facts.toml, or move it out of `data`".to_owned(),
        };
        let place = Path::new(&file.name).parent().unwrap_or(Path::new(folder));
        let place = Place::file(place.display().to_string());
        found.push(Finding::new(Code::SheetMissing, place, message).hint(hint));
    }
    found
}

/// The folder of a file and its name in it.
fn split(file: &Found) -> (&str, &str) {
    file.path.rsplit_once('/').unwrap_or(("", &file.path))
}
