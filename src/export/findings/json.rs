//! Findings as a JSON array, one object for each finding, each on its own line.

use std::borrow::Cow;

use serde::Serialize;

use crate::diagnostic::{Finding, Place, Severity};
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

/// The region of a finding in a file: from the first character of a passage to the one after its last, as lines and
/// columns, from 1, in Unicode code points.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl Region {
    /// The region of a place; `None` if only the file is known.
    pub fn of(place: &Place) -> Option<Self> {
        let (start, range) = (place.position()?, place.range()?);
        let end = place.source().position(range.end);
        Some(Self {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        })
    }
}
