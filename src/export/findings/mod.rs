//! The findings of a check: as JSON, as SARIF for code hosts, and the page that explains all codes.

mod json;
mod sarif;

use crate::diagnostic::Explanation;

pub use json::to_json;
pub use sarif::to_sarif;

const INTRODUCTION: &str = "\
# The findings of `check`

Every finding of `bilateral check` has a code, and this page has a section for each code: what is wrong, an example, and
what to do. `bilateral check --explain CODE` prints the same. An error must be fixed; a warning (`warn`) should be looked at;
a note (`info`) is good to know. Findings in the graph come from the rules next to this page, one per file: a `SELECT` that
must return no row. A dossier can add its own rules in `queries/checks/`. Words between ‹ › are filled in.
";

/// A code with its problem, an example and the fix, in Markdown that reads well as plain text.
#[must_use]
pub fn explained(code: &Explanation) -> String {
    let indented = |line| format!("    {line}\n");
    let mut example: String = code.example.lines().map(indented).collect();
    if !example.is_empty() {
        example.push('\n');
    }
    let Explanation {
        name,
        problem,
        help,
        ..
    } = code;
    let severity = code.severity.word();
    let formerly = code.formerly.as_ref();
    let formerly = formerly.map_or_else(String::new, |name| {
        format!("\nThe former name `{name}` is still accepted.\n")
    });
    format!("## {name}\n\n{severity}: {problem}.\n\n{example}To do: {help}.\n{formerly}")
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
