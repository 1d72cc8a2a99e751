//! The comment lines with which a query tells what it is: `# title:`, `# asks:`, `# param:`.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::comments::{self, Entry, stem};
use super::slot::{Slot, slots};
use super::{NamedQuery, Parameter, ParameterKind};
use crate::diagnostic::{Finding, Place, SourceText};
use crate::text::did_you_mean;

/// The keys that a header may have.
const KEYS: [&str; 3] = ["title", "asks", "param"];

/// What becomes of a slot that the header does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undeclared {
    /// It is a mistake.
    Refused,
    /// It is a parameter of the kind that has its name, or of any kind.
    Guessed,
}

/// Reads the header of a query, and compares it with the slots in its text.
///
/// # Errors
/// A finding for each mistake.
pub fn read(source: Arc<SourceText>, undeclared: Undeclared) -> Result<NamedQuery, Vec<Finding>> {
    let (entries, mistakes) = comments::header(&source, &KEYS);
    let mut header = Header::new(&source, mistakes);
    for entry in entries {
        header.entry(&entry);
    }
    header.compare(&slots(source.text()), undeclared);
    if !header.mistakes.is_empty() {
        return Err(header.mistakes);
    }
    let name = stem(source.name()).to_owned();
    Ok(NamedQuery {
        title: header.title.unwrap_or_else(|| name.clone()),
        asks: header.asks.unwrap_or_default(),
        parameters: header.parameters,
        name,
        source,
    })
}

/// What was read so far.
struct Header<'a> {
    source: &'a Arc<SourceText>,
    title: Option<String>,
    asks: Option<String>,
    parameters: Vec<Parameter>,
    mistakes: Vec<Finding>,
}

impl<'a> Header<'a> {
    fn new(source: &'a Arc<SourceText>, mistakes: Vec<Finding>) -> Self {
        Self {
            source,
            title: None,
            asks: None,
            parameters: Vec::new(),
            mistakes,
        }
    }

    fn mistake(&mut self, place: Place, message: impl Into<String>, hint: Option<String>) {
        let finding = Finding::error("query-header", place, message);
        self.mistakes.push(finding.maybe_hint(hint));
    }

    fn entry(&mut self, entry: &Entry) {
        let value = entry.value.replace('\n', " ");
        match entry.key {
            "title" => self.title = Some(value),
            "asks" => self.asks = Some(value),
            _ => self.parameter(&value, Place::new(self.source, entry.range.clone())),
        }
    }

    /// Reads `NAME (kind, meaning)` or `NAME (kind, meaning, required)`.
    fn parameter(&mut self, text: &str, place: Place) {
        let Some((name, kind, meaning)) = parts(text) else {
            let hint = "write `# param: sector (sector, only this sector)`".to_owned();
            self.mistake(
                place,
                "a parameter is a name, and in brackets its kind and meaning",
                Some(hint),
            );
            return;
        };
        let Some(kind) = ParameterKind::from_word(kind) else {
            let words = ParameterKind::ALL.map(ParameterKind::word);
            let hint = did_you_mean(kind, words)
                .unwrap_or_else(|| format!("the kinds are {}", words.join(", ")));
            self.mistake(
                place,
                format!("unknown kind of parameter `{kind}`"),
                Some(hint),
            );
            return;
        };
        if self.parameters.iter().any(|known| known.name == name) {
            self.mistake(place, format!("parameter `{name}` is told twice"), None);
            return;
        }
        let optional = meaning
            .strip_suffix("required")
            .map(|rest| rest.trim_end().trim_end_matches(','));
        self.parameters.push(Parameter {
            name: name.to_owned(),
            kind,
            meaning: optional.unwrap_or(meaning).trim().to_owned(),
            required: optional.is_some(),
        });
    }

    /// Holds the parameters against the slots.
    fn compare(&mut self, slots: &[Slot], undeclared: Undeclared) {
        let found: BTreeSet<&str> = slots.iter().map(|slot| slot.name.as_str()).collect();
        let told: BTreeSet<String> = self
            .parameters
            .iter()
            .map(|parameter| parameter.name.clone())
            .collect();
        for name in told.iter().filter(|name| !found.contains(name.as_str())) {
            let hint = format!("the pattern needs the line `VALUES ?{name} {{ UNDEF }}`");
            self.mistake(
                self.told_at(name),
                format!("parameter `{name}` is nowhere in the query"),
                Some(hint),
            );
        }
        for slot in slots.iter().filter(|slot| !told.contains(&slot.name)) {
            match undeclared {
                Undeclared::Guessed => self.guess(&slot.name),
                Undeclared::Refused => {
                    let hint = format!(
                        "add the line `# param: {} (kind, meaning)` to the header",
                        slot.name
                    );
                    let place = Place::new(self.source, slot.undef.clone());
                    self.mistake(
                        place,
                        format!("the header does not tell parameter `{}`", slot.name),
                        Some(hint),
                    );
                }
            }
        }
    }

    /// The header line of a parameter.
    fn told_at(&self, name: &str) -> Place {
        let line = self.source.text().lines().position(|line| {
            let told = line
                .trim_start()
                .trim_start_matches('#')
                .trim_start()
                .strip_prefix("param:");
            told.and_then(parts)
                .is_some_and(|(found, ..)| found == name)
        });
        Place::line(self.source, line.map_or(1, |before| before + 1))
    }

    fn guess(&mut self, name: &str) {
        if self.parameters.iter().all(|known| known.name != name) {
            self.parameters.push(Parameter {
                name: name.to_owned(),
                kind: ParameterKind::from_word(name).unwrap_or(ParameterKind::Any),
                meaning: String::new(),
                required: false,
            });
        }
    }
}

/// Name, kind and meaning of `NAME (kind, meaning)`.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_once('(')?;
    let inner = rest.trim_end().strip_suffix(')')?;
    let (kind, meaning) = inner.split_once(',').unwrap_or((inner, ""));
    let name = name.trim().trim_start_matches('?');
    (!name.is_empty()).then(|| (name, kind.trim(), meaning.trim()))
}
