//! The shape of the crate: modules in one order, short files, terms that the ontology defines.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bilateral::vocab::bil;

use imports::{cycles, imports};

mod imports;

/// Each module may use only itself and those after it.
const MODULES: [&str; 19] = [
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

/// The module of a file; `None` for `main.rs` and `lib.rs`.
fn module(path: &Path) -> Option<String> {
    let mut parts = path.components().skip(1);
    let module = parts.next()?.as_os_str().to_str()?.to_owned();
    parts.next().map(|_| module)
}

/// The code of a file without comments and without its tests.
fn code(text: &str) -> String {
    let own = text.split("#[cfg(test)]").next().unwrap();
    let lines = own
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The modules that a text names as `crate::module`.
fn used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        assert!(
            !rest.starts_with('{'),
            "imports from several modules are on separate lines"
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
fn modules_import_only_from_modules_to_their_right() {
    let place = |module: &str| MODULES.iter().position(|known| *known == module);
    let mut modules = BTreeSet::new();
    for (path, text) in rust_files("src") {
        let Some(own) = module(&path) else { continue };
        let from =
            place(&own).unwrap_or_else(|| panic!("the module `{own}` is missing in the order"));
        for other in used(&code(&text)) {
            let to = place(&other)
                .unwrap_or_else(|| panic!("{}: what is `crate::{other}`?", path.display()));
            assert!(
                to >= from,
                "{}: `{own}` may not use `{other}`",
                path.display()
            );
        }
        modules.insert(own);
    }
    assert_eq!(
        modules.len(),
        MODULES.len() - 1,
        "a module of the order is missing: {modules:?}"
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
fn dependencies_of_one_module_appear_in_no_other() {
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
            let known = code.contains(secret) && module(&path).as_deref() != Some(keeper);
            assert!(
                !known,
                "{} mentions {secret}, which only `{keeper}` may use",
                path.display()
            );
        }
    }
}

#[test]
fn only_dossier_and_cli_open_files() {
    for (path, text) in rust_files("src") {
        let opens = ["std::fs", "File::open", "read_dir"]
            .iter()
            .any(|call| code(&text).contains(call));
        let may = matches!(module(&path).as_deref(), Some("dossier" | "cli"));
        assert!(!opens || may, "{} opens files", path.display());
    }
}

#[test]
fn files_are_short() {
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
fn every_file_has_module_docs() {
    for (path, text) in rust_files("src") {
        let says = text.starts_with("//!") || text.starts_with("#![doc");
        assert!(says, "{} has no module documentation", path.display());
    }
}

#[test]
fn every_source_file_is_declared() {
    for (path, _) in rust_files("src").into_iter().chain(rust_files("tests/it")) {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if matches!(stem.as_str(), "main" | "lib") {
            continue;
        }
        let folder = root().join(path.parent().unwrap());
        let (parent, name) = if stem == "mod" {
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            (folder.parent().unwrap().to_owned(), name)
        } else {
            (folder, stem)
        };
        let declarations = ["mod.rs", "lib.rs", "main.rs"]
            .iter()
            .find_map(|file| fs::read_to_string(parent.join(file)).ok());
        assert!(
            declarations.unwrap().contains(&format!("mod {name};")),
            "{} is not declared",
            path.display()
        );
    }
}

#[test]
fn every_term_in_the_code_is_in_the_ontology() {
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
