//! Mistakes in input files, each with its place, so that all of them can be told at once.
//!
//! *Takes* texts and byte ranges. *Gives* [`Finding`]s and their rendering as text.
//! *Never* prints, and never stands for a failure of the program itself: those are errors of a room.

mod place;
mod render;
mod source_text;

use std::borrow::Cow;

use serde::Serialize;

pub use place::Place;
pub use render::render;
pub use source_text::{Position, SourceText};

/// How much a finding weighs; what weighs more comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The input is wrong, or cannot be used as it is.
    Error,
    /// The input is used, but somebody should look at it.
    Warn,
    /// Nothing is wrong, but it is good to know.
    Info,
}

impl Severity {
    /// All of them, the weightiest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warn, Self::Info];

    /// The word for it, in headers of rules, options and answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
        }
    }
}

/// One mistake in an input file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// A stable short name such as `quote-not-found`; a rule has that of its file.
    pub code: Cow<'static, str>,
    /// Where it stands; `None` where no file is at fault.
    pub place: Option<Place>,
    /// What is wrong: lower case, no final period.
    pub message: String,
    /// What to do about it, or what may have been meant.
    pub hints: Vec<Cow<'static, str>>,
}

impl Finding {
    /// Makes an error that points at a place.
    #[must_use]
    pub fn error(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code: Cow::Borrowed(code),
            place: Some(place),
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

    /// Adds a hint where there is one.
    #[must_use]
    pub fn maybe_hint(self, hint: Option<String>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    /// What findings are sorted by: file, place in it, code, message.
    fn order(&self) -> (Option<(&str, usize, usize)>, &str, &str) {
        (
            self.place.as_ref().map(Place::order),
            &self.code,
            &self.message,
        )
    }

    /// What a reader sees of it: two findings that look the same are one.
    fn told_at(&self) -> (Option<(&str, usize)>, &str, &str) {
        let (place, code, message) = self.order();
        (place.map(|(file, start, _)| (file, start)), code, message)
    }
}

/// Sorts findings by file and place, and drops what is told twice.
pub fn sort(diagnostics: &mut Vec<Finding>) {
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup_by(|a, b| a.told_at() == b.told_at());
}
