//! Findings, and the error that holds all of them.

use std::borrow::Cow;
use std::fmt;

use super::code::{Code, Severity};
use super::place::Place;

/// One problem, or one note, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// How serious it is.
    pub severity: Severity,
    /// The kind of problem.
    pub code: Code,
    /// Where it is; `None` if no file is wrong.
    pub place: Option<Place>,
    /// What is wrong: lower case, no final period.
    pub message: String,
    /// What to do about it, or what may have been meant.
    pub hints: Vec<Cow<'static, str>>,
}

impl Finding {
    /// A finding at a place, with the severity of its code.
    #[must_use]
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            place: Some(place),
            ..Self::unplaced(code, message)
        }
    }

    /// A finding whose place is not known, or not yet.
    #[must_use]
    pub fn unplaced(code: Code, message: impl Into<String>) -> Self {
        Self {
            severity: code.severity(),
            code,
            place: None,
            message: message.into(),
            hints: Vec::new(),
        }
    }

    /// Adds a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds a hint, if any.
    #[must_use]
    pub fn maybe_hint(self, hint: Option<String>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    /// Whether the facts of its file are incomplete or wrong without a correction.
    ///
    /// An act without a target is recorded as it is written: its dossier can be read while the target is looked up.
    pub(crate) fn prevents_loading(&self) -> bool {
        self.severity == Severity::Error && self.code != Code::TargetMissing
    }

    /// The name of the file in which it is.
    pub(crate) fn file(&self) -> Option<&str> {
        self.place.as_ref().map(|place| place.source().name())
    }

    /// What findings are sorted by: file, place in it, code, message.
    fn order(&self) -> (Option<(&str, usize, usize)>, &Code, &str) {
        let place = self.place.as_ref().map(Place::order);
        (place, &self.code, &self.message)
    }

    /// What a reader sees of it: two findings that look the same are one.
    fn visible(&self) -> (Option<(&str, usize)>, &Code, &str) {
        let (place, code, message) = self.order();
        (place.map(|(file, start, _)| (file, start)), code, message)
    }
}

/// On one line: `data/x/facts.toml:7:9: error[quote-cut]: the quote begins inside a word; hint`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        write!(
            f,
            "{}[{}]: {}",
            self.severity.word(),
            self.code,
            self.message
        )?;
        self.hints.iter().try_for_each(|hint| write!(f, "; {hint}"))
    }
}

/// Sorts findings by file and place, and drops those that look like another.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings.dedup_by(|a, b| a.visible() == b.visible());
}

/// Files could not be loaded: every mistake in them, in the order of files and places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError(pub Vec<Finding>);

impl std::error::Error for LoadError {}

impl From<Finding> for LoadError {
    fn from(finding: Finding) -> Self {
        Self(vec![finding])
    }
}

/// A line for each finding.
impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, finding) in self.0.iter().enumerate() {
            let line_end = if number == 0 { "" } else { "\n" };
            write!(f, "{line_end}{finding}")?;
        }
        Ok(())
    }
}
