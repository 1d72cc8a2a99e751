//! A rule: a `SELECT` that must return no row, and what to say of each that it does.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Finding, Place, Severity, SourceText};
use crate::dossier::Dossier;
use crate::query::{Entry, header, stem};
use crate::text::{did_you_mean, one_of};

/// The keys that the header of a rule must have, and those that it may have.
const KEYS: [&str; 5] = ["problem", "solution", "severity", "scope", "example"];
/// How many of them it must have.
const REQUIRED: usize = 3;

/// A question whose answer should be empty.
///
/// Each row names the node at fault as `?this` and may name the property as `?path` and the value as `?value`, as
/// [SHACL-SPARQL](https://www.w3.org/TR/shacl/#sparql-constraints) does; in the problem and the solution, `{?name}`
/// stands for what a variable is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The stable code of its findings: the name of its file.
    pub code: String,
    /// How much they weigh.
    pub severity: Severity,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub solution: String,
    /// Of what it asks.
    pub scope: Scope,
    /// Lines of a sheet or of Turtle of which it complains; empty where there are none.
    pub example: String,
    /// Its file.
    pub source: Arc<SourceText>,
}

/// Of what a rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Of everything.
    Graph,
    /// Of what RDF files say: in a sheet it cannot be wrong, so that nobody need look there.
    Files,
}

impl Scope {
    const WORDS: [(&'static str, Self); 2] = [("graph", Self::Graph), ("files", Self::Files)];
}

/// The rules of all dossiers; of two with one name the later stands. A rule whose header has a mistake is left out.
pub fn all<'a>(dossiers: impl IntoIterator<Item = &'a Dossier>) -> (Vec<Rule>, Vec<Finding>) {
    let mut rules = BTreeMap::new();
    let mut mistakes = Vec::new();
    for file in dossiers.into_iter().flat_map(|dossier| &dossier.checks) {
        match Rule::read(Arc::clone(file)) {
            Ok(rule) => {
                rules.insert(rule.code.clone(), rule);
            }
            Err(found) => mistakes.extend(found),
        }
    }
    (rules.into_values().collect(), mistakes)
}

impl Rule {
    /// Reads the header of a rule.
    ///
    /// # Errors
    /// A finding for each mistake in it.
    pub fn read(source: Arc<SourceText>) -> Result<Self, Vec<Finding>> {
        let (entries, mut mistakes) = header(&source, &KEYS);
        let entry = |key| entries.iter().find(|entry| entry.key == key);
        let sentence = |key| entry(key).map(|entry| entry.value.replace('\n', " "));
        let words = Severity::ALL.map(|severity| (severity.word(), severity));
        let chosen = |key| {
            entry(key).map(|entry| Choice {
                entry,
                source: &source,
            })
        };
        let severity = chosen("severity").and_then(|choice| choice.of(&words, &mut mistakes));
        let scope = chosen("scope").and_then(|choice| choice.of(&Scope::WORDS, &mut mistakes));
        for key in KEYS
            .iter()
            .take(REQUIRED)
            .filter(|key| entry(key).is_none())
        {
            let message = format!("the header of a rule needs the line `# {key}: …`");
            let place = Place::line(&source, 1);
            mistakes.push(Finding::error("query-header", place, message));
        }
        match (severity, sentence("problem"), sentence("solution")) {
            (Some(severity), Some(problem), Some(solution)) if mistakes.is_empty() => Ok(Self {
                code: stem(source.name()).to_owned(),
                severity,
                problem,
                solution,
                scope: scope.unwrap_or(Scope::Graph),
                example: entry("example").map_or_else(String::new, |entry| example(&entry.value)),
                source,
            }),
            _ => Err(mistakes),
        }
    }
}

/// An entry whose value is one of a few words.
struct Choice<'a> {
    entry: &'a Entry,
    source: &'a Arc<SourceText>,
}

impl Choice<'_> {
    /// What the word stands for; a word that is none of these is noted.
    fn of<T: Copy>(&self, words: &[(&str, T)], mistakes: &mut Vec<Finding>) -> Option<T> {
        let Entry { key, value, range } = self.entry;
        if let Some((_, meant)) = words.iter().find(|(word, _)| word == value) {
            return Some(*meant);
        }
        let known = || words.iter().map(|(word, _)| *word);
        let hint = did_you_mean(value, known()).or_else(|| one_of(known()));
        let place = Place::new(self.source, range.clone());
        let message = format!("unknown {key} `{value}`");
        mistakes.push(Finding::error("query-header", place, message).maybe_hint(hint));
        None
    }
}

/// The lines of an example without the blanks that all of them begin with.
fn example(text: &str) -> String {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let indent = lines()
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    let lines: Vec<&str> = lines()
        .map(|line| line.get(indent..).unwrap_or(line))
        .collect();
    lines.join("\n")
}
