//! The comments before a query that describe it: `# title:`, `# asks:`, `# columns:`, `# param:`.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::parameter::{Parameter, ParameterKind};
use super::slot::slots;
use crate::diagnostic::{Code, Finding, LoadError, Place, SourceText};
use crate::text::did_you_mean;

/// The keys in the header of a named query.
const KEYS: [&str; 4] = ["title", "asks", "columns", "param"];

/// An entry in the header of a query: `# key: value`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The key.
    pub key: &'static str,
    /// The value; a line that begins with two spaces or more after its `#` continues it.
    pub value: String,
    /// The bytes of its first line.
    pub range: Range<usize>,
}

impl Entry {
    /// The value on one line.
    fn sentence(&self) -> String {
        self.value.replace('\n', " ")
    }
}

/// Reads the comments before a query: the entries with these keys, in order. A comment with another key is ignored,
/// unless the key is almost one of these, which is an error.
#[must_use]
pub fn header(source: &Arc<SourceText>, keys: &[&'static str]) -> (Vec<Entry>, Vec<Finding>) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut mistakes = Vec::new();
    let mut continues = false;
    for number in 1..=leading_comments(source.text()) {
        let range = source.line_range(number);
        let line = source.text().get(range.clone()).unwrap_or_default();
        let comment = line.trim_start().trim_start_matches('#');
        if let Some(more) = comment.strip_prefix("  ").filter(|_| continues) {
            if let Some(entry) = entries.last_mut() {
                entry.value.push('\n');
                entry.value.push_str(more.trim_end());
            }
            continue;
        }
        let key = comment
            .split_once(':')
            .map(|(key, value)| (key.trim(), value.trim()));
        continues = false;
        let Some((key, value)) = key else { continue };
        if let Some(known) = keys.iter().find(|known| **known == key) {
            entries.push(Entry {
                key: known,
                value: value.to_owned(),
                range,
            });
            continues = true;
        } else if let Some(hint) = did_you_mean(key, keys.iter().copied()) {
            let message = format!("unknown key `{key}` in the header");
            mistakes.push(mistake(Place::new(source, range), message).hint(hint));
        }
    }
    (entries, mistakes)
}

/// The name of a file without its folders and its `.rq`.
#[must_use]
pub fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.strip_suffix(".rq").unwrap_or(name)
}

/// The number of lines at the beginning that are comments or empty.
fn leading_comments(text: &str) -> usize {
    text.lines()
        .map(str::trim_start)
        .take_while(|line| line.is_empty() || line.starts_with('#'))
        .count()
}

/// How to treat a slot whose parameter the header does not declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undeclared {
    /// As an error.
    Refused,
    /// Guess its kind: the one with its name, or any.
    Guessed,
}

/// The header of a named query.
pub struct Header {
    pub title: Option<String>,
    pub asks: Option<String>,
    pub columns: Vec<String>,
    pub parameters: Vec<Parameter>,
}

impl Header {
    /// Reads the header of a query, and compares its parameters with the slots in the text.
    ///
    /// # Errors
    /// A finding for each error.
    pub fn read(source: &Arc<SourceText>, undeclared: Undeclared) -> Result<Self, LoadError> {
        let (entries, mut mistakes) = header(source, &KEYS);
        let last = |key| {
            let mut entries = entries.iter().rev();
            entries.find(|entry| entry.key == key).map(Entry::sentence)
        };
        let columns = columns(source, &entries, &mut mistakes);
        let declared = declared(source, &entries, &mut mistakes);
        let slots = slots(source.text());
        let (used, unused): (Vec<_>, Vec<_>) = declared
            .into_iter()
            .partition(|(parameter, _)| slots.iter().any(|slot| slot.name == parameter.name));
        // The text of a bound query has no slots for the parameters with values.
        let unused = unused
            .into_iter()
            .filter(|_| undeclared == Undeclared::Refused);
        mistakes.extend(unused.map(|(Parameter { name, .. }, place)| {
            let message = format!("the pattern does not use parameter `{name}`");
            let help = format!("add the line `VALUES ?{name} {{ UNDEF }}` to the pattern");
            mistake(place, message).hint(help)
        }));
        let mut parameters: Vec<Parameter> =
            used.into_iter().map(|(parameter, _)| parameter).collect();
        for slot in slots {
            let name = slot.name;
            if parameters.iter().any(|parameter| parameter.name == name) {
                continue;
            }
            if undeclared == Undeclared::Refused {
                let place = Place::new(source, slot.undef);
                let message = format!("parameter `{name}` is not declared");
                let help = format!("add the line `# param: {name} (kind, meaning)` to the header");
                mistakes.push(mistake(place, message).hint(help));
            }
            parameters.push(Parameter::guessed(name));
        }
        if !mistakes.is_empty() {
            return Err(LoadError(mistakes));
        }
        Ok(Self {
            title: last("title"),
            asks: last("asks"),
            columns,
            parameters,
        })
    }
}

/// The columns to show first, which must be variables of the query.
fn columns(
    source: &Arc<SourceText>,
    entries: &[Entry],
    mistakes: &mut Vec<Finding>,
) -> Vec<String> {
    let mut columns = Vec::new();
    for entry in entries.iter().filter(|entry| entry.key == "columns") {
        for name in entry.value.split([',', '\n']).map(str::trim) {
            if variables(source.text()).any(|variable| variable == name) {
                columns.push(name.to_owned());
                continue;
            }
            let place = Place::new(source, entry.range.clone());
            let finding = mistake(place, format!("the query has no column `{name}`"));
            mistakes.push(match did_you_mean(name, variables(source.text())) {
                Some(hint) => finding.hint(hint),
                None => finding,
            });
        }
    }
    columns
}

/// The names of the variables in a query, each as often as it occurs.
fn variables(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split('?').skip(1);
    names.map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    })
}

/// The parameters in the header, each with its place.
fn declared(
    source: &Arc<SourceText>,
    entries: &[Entry],
    mistakes: &mut Vec<Finding>,
) -> Vec<(Parameter, Place)> {
    let mut declared: Vec<(Parameter, Place)> = Vec::new();
    let mut names = BTreeSet::new();
    for entry in entries.iter().filter(|entry| entry.key == "param") {
        let place = Place::new(source, entry.range.clone());
        match parameter(&entry.sentence(), place.clone()) {
            Ok(parameter) if names.insert(parameter.name.clone()) => {
                declared.push((parameter, place));
            }
            Ok(Parameter { name, .. }) => {
                mistakes.push(mistake(
                    place,
                    format!("parameter `{name}` is declared twice"),
                ));
            }
            Err(finding) => mistakes.push(finding),
        }
    }
    declared
}

/// Reads `NAME (kind, meaning)`, `NAME (kind, meaning, required)` or `NAME (kind, meaning, advised)`.
fn parameter(text: &str, place: Place) -> Result<Parameter, Finding> {
    let Some((name, kind, meaning)) = parts(text) else {
        let message = "a parameter is a name, and in brackets its kind and meaning";
        let help = "write `# param: sector (sector, only this sector)`";
        return Err(mistake(place, message).hint(help));
    };
    let Some(kind) = ParameterKind::from_word(kind) else {
        let words = ParameterKind::ALL.map(ParameterKind::word);
        let help = did_you_mean(kind, words)
            .unwrap_or_else(|| format!("the kinds are {}", words.join(", ")));
        return Err(mistake(place, format!("unknown kind of parameter `{kind}`")).hint(help));
    };
    let marked = |mark: &str| {
        let rest = meaning.strip_suffix(mark)?.trim_end();
        rest.strip_suffix(',').or(rest.is_empty().then_some(rest))
    };
    let (required, advised) = (marked("required"), marked("advised"));
    Ok(Parameter {
        name: name.to_owned(),
        kind,
        meaning: required.or(advised).unwrap_or(meaning).trim().to_owned(),
        required: required.is_some(),
        advised: advised.is_some(),
    })
}

/// Name, kind and meaning of `NAME (kind, meaning)`.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_once('(')?;
    let inner = rest.trim_end().strip_suffix(')')?;
    let (kind, meaning) = inner.split_once(',').unwrap_or((inner, ""));
    let name = name.trim().trim_start_matches('?');
    (!name.is_empty()).then(|| (name, kind.trim(), meaning.trim()))
}

fn mistake(place: Place, message: impl Into<String>) -> Finding {
    Finding::new(Code::QueryHeader, place, message)
}
