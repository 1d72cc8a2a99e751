//! The shape of the house: rooms in one direction, files of a size to read, words that are defined.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bilateral::vocab::bil;

use crate::imports::{cycles, imports};

/// Each room may use only those behind it.
const ROOMS: [&str; 19] = [
    "cli",
    "report",
    "export",
    "check",
    "network",
    "records",
    "query",
    "source",
    "load",
    "derive",
    "rdf",
    "sheet",
    "dossier",
    "model",
    "vocab",
    "diagnostic",
    "document",
    "text",
    "",
];
/// Lines of a file, its tests not counted.
const LONGEST_FILE: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, with its text.
fn rust_files(folder: &str) -> Vec<(PathBuf, String)> {
    let mut open = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    files.sort();
    files
}

/// The room in which a file lies; `None` for `main.rs` and `lib.rs`.
fn room(path: &Path) -> Option<String> {
    let mut parts = path.components().skip(1);
    let room = parts.next()?.as_os_str().to_str()?.to_owned();
    parts.next().map(|_| room)
}

/// The code of a file without comments and without its tests.
fn code(text: &str) -> String {
    let own = text.split("#[cfg(test)]").next().unwrap();
    let lines = own
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The rooms that a text names as `crate::room`, and inside braces as `use crate::{room, …}` would.
fn used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        assert!(
            !rest.starts_with('{'),
            "imports from several rooms stand on lines of their own"
        );
        let name: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        used.insert(name);
    }
    used
}

#[test]
fn a_room_uses_only_the_rooms_behind_it() {
    let place = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut rooms = BTreeSet::new();
    for (path, text) in rust_files("src") {
        let Some(own) = room(&path) else { continue };
        let from =
            place(&own).unwrap_or_else(|| panic!("the room `{own}` has no place in the order"));
        for other in used(&code(&text)) {
            let to = place(&other)
                .unwrap_or_else(|| panic!("{}: what is `crate::{other}`?", path.display()));
            assert!(
                to >= from,
                "{}: `{own}` may not use `{other}`",
                path.display()
            );
        }
        rooms.insert(own);
    }
    assert_eq!(
        rooms.len(),
        ROOMS.len() - 1,
        "a room of the order is gone: {rooms:?}"
    );
}

#[test]
fn no_two_files_import_each_other() {
    let files = rust_files("src").into_iter().map(|(path, text)| {
        let below = path.strip_prefix("src").unwrap();
        (below.to_str().unwrap().to_owned(), text)
    });
    let imports = imports(&files.collect::<Vec<_>>());
    let cycles = cycles(&imports);
    if let Some(cycle) = cycles.first() {
        let edges = cycle.iter().flat_map(|file| {
            let targets = imports[*file].iter();
            let targets = targets.filter(|(target, _)| cycle.contains(&target.as_str()));
            targets.map(move |(target, paths)| format!("{file} imports {target}: {paths:?}"))
        });
        let edges: Vec<String> = edges.collect();
        panic!("these files import each other:\n{}", edges.join("\n"));
    }
}

#[test]
fn what_a_room_alone_may_know_no_other_room_mentions() {
    let secrets = [
        ("petgraph", "network"),
        ("oxigraph::store", "source"),
        ("oxigraph::sparql::SparqlEvaluator", "source"),
        ("rio_turtle", "export"),
        ("anyhow", "cli"),
        ("clap", "cli"),
        ("std::io::stdout", "cli"),
        ("toml::de", "sheet"),
        ("annotate_snippets", "diagnostic"),
    ];
    for (path, text) in rust_files("src") {
        let code = code(&text);
        for (secret, keeper) in secrets {
            let known = code.contains(secret) && room(&path).as_deref() != Some(keeper);
            assert!(
                !known,
                "{} mentions {secret}, which is for `{keeper}` alone",
                path.display()
            );
        }
    }
}

#[test]
fn only_dossier_and_the_command_line_open_files() {
    for (path, text) in rust_files("src") {
        let opens = ["std::fs", "File::open", "read_dir"]
            .iter()
            .any(|call| code(&text).contains(call));
        let may = matches!(room(&path).as_deref(), Some("dossier" | "cli"));
        assert!(!opens || may, "{} opens files", path.display());
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    for (path, text) in rust_files("src") {
        let lines = text.split("#[cfg(test)]").next().unwrap().lines().count();
        assert!(
            lines <= LONGEST_FILE,
            "{} has {lines} lines",
            path.display()
        );
    }
}

#[test]
fn nothing_is_left_unfinished() {
    // Put together here, so that this file does not hold them.
    let forbidden =
        [["to", "do"], ["fix", "me"], ["x", "xx"], ["dbg", "!"]].map(|parts| parts.concat());
    for (path, text) in rust_files("src").into_iter().chain(rust_files("tests")) {
        let words = text.to_lowercase();
        let words: Vec<&str> = words
            .split(|c: char| !c.is_alphanumeric() && c != '!')
            .collect();
        for word in &forbidden {
            assert!(
                !words.contains(&word.as_str()),
                "{} says {word}",
                path.display()
            );
        }
    }
}

#[test]
fn every_file_of_a_room_says_what_it_is() {
    for (path, text) in rust_files("src") {
        let says = text.starts_with("//!") || text.starts_with("#![doc");
        assert!(says, "{} does not begin with what it is", path.display());
    }
}

#[test]
fn no_source_file_lies_beside_the_crate() {
    for (path, _) in rust_files("src") {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if matches!(stem.as_str(), "main" | "lib") {
            continue;
        }
        let folder = root().join(path.parent().unwrap());
        let (door, name) = if stem == "mod" {
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            (folder.parent().unwrap().to_owned(), name)
        } else {
            (folder, stem)
        };
        let text = fs::read_to_string(door.join("mod.rs"))
            .or_else(|_| fs::read_to_string(door.join("lib.rs")))
            .unwrap();
        assert!(
            text.contains(&format!("mod {name};")),
            "{} is not declared",
            path.display()
        );
    }
}

#[test]
fn every_test_file_is_declared() {
    let declared = fs::read_to_string(root().join("tests/it/main.rs")).unwrap();
    for (path, _) in rust_files("tests/it") {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let module = format!("mod {name};");
        assert!(
            name == "main" || declared.contains(&module),
            "{} is not declared",
            path.display()
        );
    }
}

#[test]
fn every_term_of_ours_that_the_code_mentions_is_defined_in_the_ontology() {
    let ontology = fs::read_to_string(root().join("ontology/bilateral.ttl")).unwrap();
    let defined: BTreeSet<&str> = ontology
        .lines()
        .filter_map(|line| line.strip_prefix("bil:"))
        .filter_map(|line| line.split(' ').next())
        .collect();
    for term in [bil::TERMS, bil::class::TERMS, bil::derived::TERMS].concat() {
        let name = bilateral::vocab::slug(term);
        assert!(defined.contains(name), "bil:{name} is not defined");
    }
}
