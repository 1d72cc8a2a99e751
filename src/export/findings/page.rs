//! The page that explains all codes; each finding links to it.

use std::fmt::Write as _;

use crate::diagnostic::Explanation;

/// A code with its problem, an example and the fix, in Markdown that reads well as plain text.
#[must_use]
pub fn explained(code: &Explanation) -> String {
    let mut text = format!("## {}\n\n", code.name);
    // Writing to a string cannot fail.
    writeln!(text, "{}: {}.\n", code.severity.word(), code.problem).ok();
    if !code.example.is_empty() {
        for line in code.example.lines() {
            writeln!(text, "    {line}").ok();
        }
        text.push('\n');
    }
    writeln!(text, "To do: {}.", code.help).ok();
    text
}

/// All codes on one page, each under a heading with its own anchor.
#[must_use]
pub fn page(codes: &[Explanation]) -> String {
    let mut text = String::from(INTRODUCTION);
    for code in codes {
        text.push('\n');
        text.push_str(&explained(code));
    }
    text
}

const INTRODUCTION: &str = "\
# The findings of `check`

Every finding of `bilateral check` has a code, and this page has a section for each code: what is wrong, an example, and
what to do. `bilateral check --explain CODE` prints the same. An error must be fixed; a warning (`warn`) should be looked at;
a note (`info`) is good to know. Findings in the graph come from the rules next to this page, one per file: a `SELECT` that
must return no row. A dossier can add its own rules in `queries/checks/`. Words between ‹ › are filled in.
";
