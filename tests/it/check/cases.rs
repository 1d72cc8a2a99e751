//! Every folder of `tests/checks` is a dossier with the findings that `check` must report, and no others.
//!
//! Its files replace or extend `tests/cases/base`, which has no findings. It expects the exit code, stdout and stderr
//! (`expected.txt`); `arguments` holds further arguments of `check`, one per line. A folder `valid-…` looks like a mistake
//! but is correct, so it must have no finding. `UPDATE_GOLDEN=1 cargo test check::cases` rewrites the expectations; read them
//! before you commit.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::support::cases::{ARGUMENTS, MESSAGES, difference, dossier, folders};
use crate::support::program::{files_below, read, repository, updating};
use crate::support::scratch::{Ran, Scratch};

const FOLDER: &str = "tests/checks";
const NO_FINDING: &str = "exit 0\nchecked: 0 errors, 0 warnings\n";

#[test]
fn every_case_has_exactly_its_expected_findings() {
    let mut failures = String::new();
    let mut number = 0;
    for case in folders(FOLDER) {
        number += 1;
        let title = case.file_name().unwrap().to_string_lossy();
        let given = printed(&checked(&case));
        if title.starts_with("valid-") && given != NO_FINDING {
            writeln!(failures, "\n=== {title} has findings:\n{given}").unwrap();
        }
        let expected = case.join(MESSAGES);
        if updating() {
            fs::write(expected, given).unwrap();
            continue;
        }
        let expected = fs::read_to_string(expected).unwrap_or_default();
        if let Some(difference) = difference(MESSAGES, &expected, &given) {
            writeln!(failures, "\n=== {title}\n{difference}").unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(number >= 60, "only {number} cases");
}

#[test]
fn base_of_the_cases_has_no_findings() {
    let printed = Scratch::base().run(&["check"]).quietly();
    assert!(printed.contains(": 0 errors, 0 warnings, "), "{printed}");
}

#[test]
fn every_rule_has_a_case() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for case in folders(FOLDER) {
        let expected = fs::read_to_string(case.join(MESSAGES)).unwrap();
        let codes = expected.lines().filter_map(|line| {
            let (_, rest) = line.split_once('[')?;
            Some(rest.split_once("]: ")?.0.to_owned())
        });
        seen.extend(codes);
    }
    for rule in files_below("queries/checks") {
        if let Some(code) = rule.strip_suffix(".rq") {
            assert!(seen.contains(code), "no case shows {code}");
        }
    }
}

#[test]
fn page_of_codes_is_current() {
    let dossier = bilateral::dossier::built_in().unwrap();
    let codes = bilateral::check::codes(&[dossier]);
    let page = bilateral::export::findings::page(&codes);
    let path = "queries/checks/README.md";
    if updating() {
        fs::write(repository().join(path), &page).unwrap();
    }
    assert!(
        read(path) == page,
        "{path} is outdated; UPDATE_GOLDEN=1 rewrites it"
    );
    let names: Vec<&str> = codes.iter().map(|code| code.name.as_str()).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted, "two codes with one name");
}

fn checked(case: &Path) -> Ran {
    let typed = fs::read_to_string(case.join(ARGUMENTS)).unwrap_or_default();
    let arguments: Vec<&str> = ["check"].into_iter().chain(typed.lines()).collect();
    dossier(case).run(&arguments)
}

/// The result of a run, without the number of rules and the notes on them, which change with each new rule.
fn printed(ran: &Ran) -> String {
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
    let mut printed = format!("exit {}\n{findings}checked: {counts}\n", ran.code);
    for line in summary.iter().skip(1) {
        printed.push_str(line);
        printed.push('\n');
    }
    printed + &stderr
}
