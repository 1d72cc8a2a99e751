//! Findings as a JSON array, one object for each finding, each on its own line.

use std::borrow::Cow;

use serde::Serialize;

use super::region::Region;
use crate::diagnostic::{Finding, Severity};
use crate::text::shortened;

/// One finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonFinding<'a> {
    severity: Severity,
    code: &'a str,
    message: Cow<'a, str>,
    hints: Vec<Cow<'a, str>>,
    file: Option<&'a str>,
    #[serde(flatten)]
    region: Option<Region>,
}

/// Writes findings in their order: `severity`, `code`, `message`, `hints`, and if known `file`, `startLine`,
/// `startColumn`, `endLine`, `endColumn`.
///
/// # Errors
/// None is known: JSON can express every finding.
pub fn to_json(findings: &[Finding]) -> serde_json::Result<String> {
    let lines = findings.iter().map(|finding| {
        let place = finding.place.as_ref();
        serde_json::to_string(&JsonFinding {
            severity: finding.severity,
            code: finding.code.name(),
            message: shortened(&finding.message),
            hints: finding.hints.iter().map(|hint| shortened(hint)).collect(),
            file: place.map(|place| place.source().name()),
            region: place.and_then(Region::of),
        })
    });
    let lines: Vec<String> = lines.collect::<Result<_, _>>()?;
    if lines.is_empty() {
        return Ok("[]\n".to_owned());
    }
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}
