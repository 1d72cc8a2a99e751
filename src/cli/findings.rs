//! Findings for people: the list, the numbers of all, and the codes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::error::CliError;
use crate::check::{RdfFileContent, Report};
use crate::diagnostic::{self, Code, Explanation, Finding, Severity};
use crate::text::{counted, did_you_mean, visible};

/// A note in fewer files than this is listed for each of them.
const MANY_FILES: usize = 10;

/// The findings, then their numbers. A note that most sheets have is one line, unless it was asked for.
pub fn text(report: &Report, is_asked_for: bool, colour: bool) -> String {
    let repeated = if is_asked_for {
        BTreeSet::new()
    } else {
        repeated(report)
    };
    let findings = report.findings.iter();
    let findings = findings.filter(|finding| !repeated.contains(&finding.code));
    let findings: Vec<Finding> = findings.cloned().collect();
    let mut text = diagnostic::render(&findings, colour) + &summary(report);
    if !repeated.is_empty() {
        text += "most sheets have these notes (--only CODE lists each):\n";
        text += &lines(report, |_, code| repeated.contains(code));
    }
    text
}

/// The codes of notes that at least half of the sheets have.
fn repeated(report: &Report) -> BTreeSet<Code> {
    let mut files: BTreeMap<&Code, BTreeSet<&str>> = BTreeMap::new();
    let notes = report.findings.iter();
    for note in notes.filter(|finding| finding.severity == Severity::Info) {
        files.entry(&note.code).or_default().extend(note.file());
    }
    let is_repeated =
        |files: &BTreeSet<&str>| files.len() >= MANY_FILES && files.len() * 2 >= report.seen.sheets;
    let files = files.into_iter().filter(|(_, files)| is_repeated(files));
    files.map(|(code, _)| code.clone()).collect()
}

/// What was checked, the number of findings of each severity, and what is not listed.
pub fn summary(report: &Report) -> String {
    let seen = &report.seen;
    let words = [
        (Severity::Error, "error", "errors"),
        (Severity::Warn, "warning", "warnings"),
        (Severity::Info, "note", "notes"),
    ];
    let counts =
        words.map(|(severity, one, several)| counted(report.count_of(severity), one, several));
    let second = match seen.second_reports {
        0 => String::new(),
        second => format!(
            " ({} of the same act)",
            counted(second, "second report", "second reports")
        ),
    };
    let mut text: String = report.files.iter().map(content).collect();
    writeln!(
        text,
        "checked {}, {}{second}, {} and {} by {}: {}",
        counted(seen.sheets, "sheet", "sheets"),
        counted(seen.acts, "act", "acts"),
        counted(seen.passages, "passage", "passages"),
        counted(seen.statements, "statement", "statements"),
        counted(seen.rules, "rule", "rules"),
        counts.join(", ")
    )
    .ok();
    if report.rules_left_out {
        text += "a file could not be parsed, so the graph as a whole was not checked\n";
    }
    let unlisted = report.unlisted();
    if unlisted > 0 {
        writeln!(
            text,
            "{unlisted} more findings of these codes are not listed"
        )
        .ok();
    }
    let hidden = lines(report, |severity, _| severity > report.shown());
    if !hidden.is_empty() {
        text += "not listed (--show info lists them):\n";
        text += &hidden;
    }
    text
}

/// What an RDF file holds: `foreign.ttl: 8 statements, 2 blank nodes; none of the bilateral vocabulary`.
fn content(file: &RdfFileContent) -> String {
    let name = visible(&file.name);
    let vocabulary = match file.of_vocabulary {
        0 => "none".to_owned(),
        some => some.to_string(),
    };
    let mut text = format!(
        "{name}: {}, {}; {vocabulary} of the bilateral vocabulary\n",
        counted(file.statements, "statement", "statements"),
        counted(file.blank_nodes, "blank node", "blank nodes"),
    );
    if let Some(base) = &file.assumed_base {
        writeln!(text, "{}", assumed_base(&file.name, base)).ok();
    }
    text
}

/// The note on a file whose relative IRIs are resolved against its own IRI.
pub fn assumed_base(name: &str, base: &str) -> String {
    let name = visible(name);
    format!("{name}: relative IRIs are resolved against {base}; --base IRI changes that")
}

/// The number of findings of each of some codes.
fn lines(report: &Report, is_shown: impl Fn(Severity, &Code) -> bool) -> String {
    let mut text = String::new();
    for ((severity, code), count) in &report.counts {
        if is_shown(*severity, code) {
            writeln!(text, "  {:5} {count:5} {code}", severity.word()).ok();
        }
    }
    text
}

/// One line for each code.
pub fn listed(codes: &[Explanation]) -> String {
    let width = codes.iter().map(|code| code.name.len()).max().unwrap_or(0);
    let line = |code: &Explanation| {
        format!(
            "{:width$}  {:5}  {}\n",
            code.name,
            code.severity.word(),
            code.problem
        )
    };
    codes.iter().map(line).collect()
}

/// The code with a name, or with this former name.
pub fn code<'a>(name: &str, codes: &'a [Explanation]) -> Result<&'a Explanation, CliError> {
    let named = codes.iter().find(|code| code.name == name);
    let former = || {
        codes
            .iter()
            .find(|code| code.formerly.as_deref() == Some(name))
    };
    named.or_else(former).ok_or_else(|| {
        let hint = did_you_mean(name, codes.iter().map(|code| code.name.as_str()))
            .unwrap_or_else(|| "--list shows all codes".to_owned());
        CliError::usage(format!("unknown code `{name}`; {hint}"))
    })
}
