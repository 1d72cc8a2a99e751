//! The codes of findings: what each is about, whether Rust finds it or a rule.

use super::codes::CODES;
use super::{Rule, rule};
use crate::diagnostic::Severity;
use crate::dossier::Dossier;

/// What a code says, for whoever looks it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The stable name.
    pub name: String,
    /// How much such a finding weighs.
    pub severity: Severity,
    /// What is wrong.
    pub problem: String,
    /// Lines of a file of which it is told; empty where a line cannot show it.
    pub example: String,
    /// What to do about it.
    pub mend: String,
}

/// Every code, in the order of the names: those of files and those of the rules.
#[must_use]
pub fn codes<'a>(dossiers: impl IntoIterator<Item = &'a Dossier>) -> Vec<Code> {
    let (rules, _) = rule::all(dossiers);
    let fixed = CODES.iter().map(|[name, problem, example, mend]| Code {
        name: (*name).to_owned(),
        severity: severity(name),
        problem: (*problem).to_owned(),
        example: (*example).to_owned(),
        mend: (*mend).to_owned(),
    });
    let mut codes: Vec<Code> = fixed.chain(rules.into_iter().map(Code::from)).collect();
    codes.sort_by(|a, b| a.name.cmp(&b.name));
    codes
}

/// All that Rust finds is an error, other than evidence without its readout and statements that need no loading.
fn severity(name: &str) -> Severity {
    match name {
        "derived-statement" | "evidence-unverifiable" => Severity::Info,
        _ => Severity::Error,
    }
}

impl From<Rule> for Code {
    fn from(rule: Rule) -> Self {
        Self {
            name: rule.code,
            severity: rule.severity,
            problem: without_slots(&rule.problem),
            example: rule.example,
            mend: without_slots(&rule.solution),
        }
    }
}

/// A sentence in which each slot is told by the name of its variable.
fn without_slots(sentence: &str) -> String {
    sentence.replace("{?", "‹").replace('}', "›")
}
