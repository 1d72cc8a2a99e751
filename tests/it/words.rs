//! What people read is plain modern English: old-fashioned words do not come back.

use std::collections::BTreeSet;

use crate::support::program::{HELP_PAGES, files_below, read, stdout};

/// Words and phrases with a plain equivalent, in lower case.
const FORBIDDEN: [&str; 25] = [
    "told",
    "tells",
    "telling",
    "whoever",
    "whatever",
    "nobody",
    "that there is",
    "that there are",
    "of which",
    "by which",
    "the one that",
    "what it is of",
    "is to be",
    "mend",
    "mends",
    "leads back",
    "lead back",
    "at a time",
    "likewise",
    "beside",
    "hands on",
    "at most so many",
    "in the place of",
    "goes away",
    "thing",
];

/// The forbidden words of a text, each with its line; names of codes and files between backquotes do not count.
fn forbidden(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in text.lines() {
        let prose: String = line.split('`').step_by(2).collect();
        let words: Vec<String> = prose
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let prose = format!(" {} ", words.join(" "));
        for phrase in FORBIDDEN {
            if prose.contains(&format!(" {phrase} ")) {
                found.insert(format!("`{phrase}` in: {line}"));
            }
        }
    }
    found
}

#[track_caller]
fn assert_plain(what: &str, text: &str) {
    let found = forbidden(text);
    assert!(found.is_empty(), "{what}: {found:#?}");
}

#[test]
fn help_is_plain() {
    for command in HELP_PAGES {
        let arguments: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        assert_plain(command, &stdout(&arguments));
    }
}

#[test]
fn explanations_of_findings_are_plain() {
    let list = stdout(&["check", "--list"]);
    let problems = list.lines().filter_map(|line| line.split_once("  "));
    let problems: Vec<&str> = problems.map(|(_, problem)| problem).collect();
    assert_plain("check --list", &problems.join("\n"));
    let page = read("queries/checks/README.md");
    // Examples quote sheets, and headings are codes.
    let prose = page
        .lines()
        .filter(|line| !line.starts_with("    ") && !line.starts_with("## "));
    assert_plain(
        "queries/checks/README.md",
        &prose.collect::<Vec<_>>().join("\n"),
    );
}

#[test]
fn readmes_are_plain() {
    for page in [
        "README.md",
        "data/README.md",
        "queries/README.md",
        "ontology/README.md",
        "src/README.md",
        "tests/README.md",
        "benches/README.md",
        "CHANGELOG.md",
    ] {
        // Outputs are shown as they are; pages have their own test.
        let text = read(page);
        let prose: String = text.split("\n```").step_by(2).collect();
        assert_plain(page, &prose);
    }
}

#[test]
fn ontology_and_query_headers_are_plain() {
    for file in files_below("ontology") {
        if file.strip_suffix(".ttl").is_some() {
            assert_plain(&file, &read(&format!("ontology/{file}")));
        }
    }
    for file in files_below("queries") {
        if file.strip_suffix(".rq").is_some() {
            let text = read(&format!("queries/{file}"));
            let header = text.lines().take_while(|line| line.starts_with('#'));
            assert_plain(&file, &header.collect::<Vec<_>>().join("\n"));
        }
    }
}
