//! Files that would be passed over, or taken for something else, because of where they lie or how they are called.

use std::collections::BTreeSet;
use std::path::Path;

use super::files::{Found, READOUT, SHEET};
use crate::diagnostic::{Code, Finding, Place};
use crate::text::nearest;

/// Where a dossier says what it is.
pub const MANIFEST: &str = "data/dossier.toml";
/// A sheet in no folder of its own.
pub const MISPLACED_SHEET: &str = "data/facts.toml";
/// A readout in no folder of its own.
const MISPLACED_READOUT: &str = "data/readout.txt";

/// Notes what lies where it would be read as something else, or not at all.
pub fn files(data: &[Found]) -> Vec<Finding> {
    let misplaced = |file: &Found| {
        let message = match file.path.as_str() {
            MANIFEST => return None,
            MISPLACED_SHEET => {
                "a fact sheet lies in a folder of its own, whose name is the readout's: data/<readout>/facts.toml"
            }
            MISPLACED_READOUT => {
                "a readout lies in a folder of its own, whose name it has: data/<readout>/readout.txt"
            }
            path if path.ends_with("/dossier.toml") => {
                "a dossier lies within another: move it out, and name both with -C"
            }
            _ => return None,
        };
        Some(Finding::new(
            Code::FileMisplaced,
            Place::file(&file.name),
            message,
        ))
    };
    data.iter().filter_map(misplaced).collect()
}

/// Notes each folder with a readout, or with something called much like a fact sheet, but without a fact sheet.
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
            // Alone it may be anything else that is called much like one.
            None => name.eq_ignore_ascii_case(SHEET),
        };
        let similar = here().find(|file| is_like(split(file).1));
        let Some(file) = similar.or(readout) else {
            continue;
        };
        let message = match readout {
            Some(_) => "a readout lies here, but no facts.toml beside it",
            None => "there is no facts.toml here, but a file that is called almost so",
        };
        let hint = match similar {
            Some(similar) => format!("rename `{}` to `{SHEET}`", split(similar).1),
            None => "record what it says in facts.toml, or move it out of `data`".to_owned(),
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
