//! Rules: a rule is a `SELECT` that must return no row, with the text of the finding for each row that it returns.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Explanation, Finding, LoadError, Place, Severity, SourceText};
use crate::dossier::Dossier;
use crate::query::{Entry, header, stem};
use crate::text::{did_you_mean, one_of};

/// The keys that the header of a rule must have.
const REQUIRED: [&str; 3] = ["problem", "help", "severity"];
/// All keys of a header.
const KEYS: [&str; 7] = [
    "problem", "help", OLD_HELP, "severity", "scope", "example", FORMERLY,
];
/// The key for the former name of a rule, which options still accept.
const FORMERLY: &str = "formerly";
/// The former name of `help`.
const OLD_HELP: &str = "solution";

/// A question whose answer should be empty.
///
/// Each row names the node at fault as `?this` and may name the property as `?path` and the value as `?value`, as
/// [SHACL-SPARQL](https://www.w3.org/TR/shacl/#sparql-constraints) does; in the problem and the help, `{?name}` is
/// replaced by the value of a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The stable code of its findings: the name of its file.
    pub code: Code,
    /// The severity of its findings.
    pub severity: Severity,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub help: String,
    /// The part of the graph on which it is run.
    pub scope: RuleScope,
    /// Lines of a sheet or of Turtle that it reports; may be empty.
    pub example: String,
    /// Its former code, which is still accepted; a rule of a dossier with this name replaces it.
    pub formerly: Option<String>,
    /// Its file.
    pub source: Arc<SourceText>,
}

/// The part of the graph on which a rule is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleScope {
    /// Everything.
    Graph,
    /// The statements of RDF files: a sheet cannot violate the rule.
    Files,
}

impl RuleScope {
    const WORDS: [(&'static str, Self); 2] = [("graph", Self::Graph), ("files", Self::Files)];
}

/// The rules of all dossiers; of two with one name the later counts, even if that is the former name. A rule whose header
/// has a mistake is left out.
pub fn all<'a>(dossiers: impl IntoIterator<Item = &'a Dossier>) -> (Vec<Rule>, Vec<Finding>) {
    let mut rules = BTreeMap::new();
    let mut mistakes = Vec::new();
    for file in dossiers.into_iter().flat_map(|dossier| &dossier.checks) {
        match Rule::read(Arc::clone(file)) {
            Ok(rule) => {
                rules.insert(rule.code.clone(), rule);
            }
            Err(LoadError(found)) => mistakes.extend(found),
        }
    }
    let names: BTreeSet<Code> = rules.keys().cloned().collect();
    let is_replaced = |rule: &Rule| {
        let formerly = rule.formerly.as_deref();
        formerly.is_some_and(|name| names.contains(&Code::Rule(name.into())))
    };
    let rules = rules.into_values().filter(|rule| !is_replaced(rule));
    (rules.collect(), mistakes)
}

/// Every code, in the order of the names: the built-in ones and those of the rules.
#[must_use]
pub fn codes<'a>(dossiers: impl IntoIterator<Item = &'a Dossier>) -> Vec<Explanation> {
    let (rules, _) = all(dossiers);
    let built_in = Code::BUILT_IN.iter().filter_map(Code::explanation);
    let mut codes: Vec<Explanation> = built_in
        .chain(rules.iter().map(Rule::explanation))
        .collect();
    codes.sort_by(|a, b| a.name.cmp(&b.name));
    codes
}

impl Rule {
    /// Reads the header of a rule.
    ///
    /// # Errors
    /// A finding for each mistake in it.
    pub fn read(source: Arc<SourceText>) -> Result<Self, LoadError> {
        let (entries, mut mistakes) = header(&source, &KEYS);
        let entry = |key| {
            let is_it = |entry: &&Entry| entry.key == key || key == "help" && entry.key == OLD_HELP;
            entries.iter().find(is_it)
        };
        let sentence = |key| entry(key).map(|entry| entry.value.replace('\n', " "));
        let words = Severity::ALL.map(|severity| (severity.word(), severity));
        let severity = entry("severity");
        let severity = severity.and_then(|entry| choice(entry, &words, &source, &mut mistakes));
        let scope = entry("scope");
        let scope =
            scope.and_then(|entry| choice(entry, &RuleScope::WORDS, &source, &mut mistakes));
        for key in REQUIRED.iter().filter(|key| entry(key).is_none()) {
            let message = format!("the header of a rule needs the line `# {key}: …`");
            let place = Place::line(&source, 1);
            mistakes.push(Finding::new(Code::QueryHeader, place, message));
        }
        match (severity, sentence("problem"), sentence("help")) {
            (Some(severity), Some(problem), Some(help)) if mistakes.is_empty() => Ok(Self {
                code: Code::Rule(stem(source.name()).into()),
                severity,
                problem,
                help,
                scope: scope.unwrap_or(RuleScope::Graph),
                example: entry("example").map_or_else(String::new, |entry| example(&entry.value)),
                formerly: entry(FORMERLY).map(|entry| entry.value.clone()),
                source,
            }),
            _ => Err(LoadError(mistakes)),
        }
    }

    /// The explanation of its code.
    fn explanation(&self) -> Explanation {
        Explanation {
            name: self.code.name().to_owned(),
            severity: self.severity,
            problem: without_slots(&self.problem),
            example: self.example.clone(),
            formerly: self.formerly.clone(),
            help: without_slots(&self.help),
        }
    }
}

/// A sentence in which each slot is the name of its variable.
fn without_slots(sentence: &str) -> String {
    sentence.replace("{?", "‹").replace('}', "›")
}

/// The meaning of an entry's word; an unknown word is a mistake.
fn choice<T: Copy>(
    Entry { key, value, range }: &Entry,
    words: &[(&str, T)],
    source: &Arc<SourceText>,
    mistakes: &mut Vec<Finding>,
) -> Option<T> {
    if let Some((_, meaning)) = words.iter().find(|(word, _)| word == value) {
        return Some(*meaning);
    }
    let known = || words.iter().map(|(word, _)| *word);
    let hint = did_you_mean(value, known()).or_else(|| one_of(known()));
    let place = Place::new(source, range.clone());
    let message = format!("unknown {key} `{value}`");
    mistakes.push(Finding::new(Code::QueryHeader, place, message).maybe_hint(hint));
    None
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
