//! Findings as [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which lets code hosts
//! show them at their lines.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::json::Region;
use crate::diagnostic::{Explanation, Finding, Place, Severity};
use crate::text::{capitalised, shortened};

/// The IRI of the page that explains the codes.
const REFERENCE: &str = "https://w3id.org/bilateral/findings";
/// Characters that a path allows and an IRI does not.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b':');

/// Writes findings as one run of one tool, with the meaning of each code that occurs.
///
/// # Errors
/// None is known: JSON can express every finding.
pub fn to_sarif(findings: &[Finding], codes: &[Explanation]) -> serde_json::Result<String> {
    let occurring: BTreeSet<&str> = findings.iter().map(|finding| finding.code.name()).collect();
    let codes = codes.iter();
    let codes: Vec<&Explanation> = codes
        .filter(|code| occurring.contains(code.name.as_str()))
        .collect();
    let results = findings.iter().map(|finding| result(finding, &codes));
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bilateral",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": "https://w3id.org/bilateral",
                "rules": codes.iter().map(|code| rule(code)).collect::<Vec<Value>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<Value>>(),
        }],
    });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

/// The meaning of a code.
fn rule(code: &Explanation) -> Value {
    let help = sentence(&code.help);
    let markdown = match code.example.as_str() {
        "" => help.clone(),
        example => format!("{help}\n\n```\n{example}\n```"),
    };
    let mut rule = json!({
        "id": code.name,
        "shortDescription": { "text": sentence(&code.problem) },
        "help": { "text": help, "markdown": markdown },
        "helpUri": format!("{REFERENCE}#{}", code.name),
        "defaultConfiguration": { "level": level(code.severity) },
    });
    // A baseline with the former name still matches.
    if let (Some(formerly), Some(rule)) = (&code.formerly, rule.as_object_mut()) {
        rule.insert("deprecatedIds".to_owned(), json!([formerly]));
    }
    rule
}

fn result(finding: &Finding, codes: &[&Explanation]) -> Value {
    let hints = finding.hints.iter().map(AsRef::as_ref);
    let sentences = [finding.message.as_str()]
        .into_iter()
        .chain(hints)
        .map(|text| sentence(&shortened(text)));
    let text = sentences.collect::<Vec<String>>().join(" ");
    let mut result = json!({
        "ruleId": finding.code.name(),
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": finding.place.iter().map(location).collect::<Vec<Value>>(),
    });
    let mut names = codes.iter().map(|code| code.name.as_str());
    let number = names.position(|name| name == finding.code.name());
    if let (Some(number), Some(result)) = (number, result.as_object_mut()) {
        result.insert("ruleIndex".to_owned(), json!(number));
    }
    result
}

fn location(place: &Place) -> Value {
    let path = place.source().name().replace('\\', "/");
    let mut physical = json!({
        "artifactLocation": { "uri": utf8_percent_encode(&path, NOT_IN_PATHS).to_string() },
    });
    if let (Some(region), Some(physical)) = (Region::of(place), physical.as_object_mut()) {
        physical.insert("region".to_owned(), json!(region));
    }
    json!({ "physicalLocation": physical })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warn => "warning",
        Severity::Info => "note",
    }
}

/// A sentence with a capital first letter and a final period, unless it ends with another mark.
fn sentence(text: &str) -> String {
    let mut sentence = capitalised(text);
    if !sentence.ends_with(['.', '?', '!']) {
        sentence.push('.');
    }
    sentence
}
