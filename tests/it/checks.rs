//! Every folder of `tests/checks` is a mutated dossier, and exactly the findings that `check` must have of it.
//!
//! Its files are laid over `tests/cases/base`, of which nothing is to be said, as those of `tests/cases` are. It expects
//! the exit code, stdout and stderr (`expected.txt`). `arguments` holds what else is typed behind `check`, one a line.
//! A folder whose name begins with `right-` holds what is close to a mistake, and none: of it nothing may be said.
//! `UPDATE_GOLDEN=1 cargo test checks` writes what the program says now; read it before you commit it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cases::{ARGUMENTS, differing, dossier, folders_of};
use crate::dossiers::{Ran, Scratch};
use crate::program::{files_below, read, repository, updating};

const EXPECTED: &str = "expected.txt";
const NOTHING: &str = "exit 0\nchecked: 0 errors, 0 warnings\n";

fn folders() -> impl Iterator<Item = PathBuf> {
    folders_of(&repository().join("tests/checks"))
}

#[test]
fn every_mutant_gives_exactly_the_findings_that_it_expects() {
    let mut failures = String::new();
    let mut number = 0;
    for case in folders() {
        number += 1;
        let title = case.file_name().unwrap().to_string_lossy();
        let given = told(&checked(&case));
        if title.starts_with("right-") && given != NOTHING {
            writeln!(failures, "\n=== {title} is not right:\n{given}").unwrap();
        }
        let expected = case.join(EXPECTED);
        if updating() {
            fs::write(expected, given).unwrap();
            continue;
        }
        let expected = fs::read_to_string(expected).unwrap_or_default();
        if let Err(difference) = differing(EXPECTED, &expected, &given) {
            writeln!(failures, "\n=== {title}\n{difference}").unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(number >= 60, "only {number} mutants");
}

#[test]
fn nothing_is_to_be_said_of_what_the_mutants_are_made_of() {
    let told = Scratch::base().run(&["check"]).quietly();
    assert!(told.contains(": 0 errors, 0 warnings, "), "{told}");
}

#[test]
fn every_rule_is_shown_by_a_mutant() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for case in folders() {
        let expected = fs::read_to_string(case.join(EXPECTED)).unwrap();
        let codes = expected.lines().filter_map(|line| {
            let (_, rest) = line.split_once('[')?;
            Some(rest.split_once("]: ")?.0.to_owned())
        });
        seen.extend(codes);
    }
    for rule in files_below("queries/checks") {
        if let Some(code) = rule.strip_suffix(".rq") {
            assert!(seen.contains(code), "no mutant shows {code}");
        }
    }
}

#[test]
fn every_code_has_its_section_on_the_page() {
    let dossier = bilateral::dossier::built_in().unwrap();
    let codes = bilateral::check::codes(&[dossier]);
    let page = bilateral::export::findings::page(&codes);
    let path = "queries/checks/README.md";
    if updating() {
        fs::write(repository().join(path), &page).unwrap();
    }
    assert!(
        read(path) == page,
        "{path} is not what the codes say; UPDATE_GOLDEN=1 writes it anew"
    );
    let names: Vec<&str> = codes.iter().map(|code| code.name.as_str()).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted, "two codes of one name");
}

fn checked(case: &Path) -> Ran {
    let typed = fs::read_to_string(case.join(ARGUMENTS)).unwrap_or_default();
    let arguments: Vec<&str> = ["check"].into_iter().chain(typed.lines()).collect();
    dossier(case).run(&arguments)
}

/// What a run says, without what changes with each rule that is added: how many there are, and their notes.
fn told(ran: &Ran) -> String {
    let stderr = if ran.stderr.is_empty() {
        String::new()
    } else {
        format!("--- stderr\n{}", ran.stderr)
    };
    let (findings, summary) = ran
        .stdout
        .rsplit_once("checked ")
        .unwrap_or((&ran.stdout, ""));
    let lines = summary
        .lines()
        .take_while(|line| !line.starts_with("not listed"));
    let summary: Vec<&str> = lines.collect();
    let counts = summary
        .first()
        .and_then(|line| Some(line.split_once(": ")?.1));
    let counts = counts.and_then(|counts| counts.rsplit_once(", "));
    let (counts, _) = counts.unwrap_or_default();
    let mut told = format!("exit {}\n{findings}checked: {counts}\n", ran.code);
    for line in summary.iter().skip(1) {
        told.push_str(line);
        told.push('\n');
    }
    told + &stderr
}
