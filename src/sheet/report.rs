//! Collects the mistakes of one file.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, SourceText};

/// A value and the bytes of the file where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) range: Range<usize>,
}

/// The mistakes found in one file so far.
#[derive(Debug)]
pub(super) struct Report {
    file: Arc<SourceText>,
    pub(super) found: Vec<Diagnostic>,
}

impl Report {
    pub(super) fn new(file: &Arc<SourceText>) -> Self {
        Self {
            file: Arc::clone(file),
            found: Vec::new(),
        }
    }

    pub(super) fn place(&self, range: Range<usize>) -> Place {
        Place::new(&self.file, range)
    }

    /// Notes a mistake.
    pub(super) fn error(
        &mut self,
        code: &'static str,
        range: Range<usize>,
        message: impl Into<String>,
    ) {
        self.hinted(code, range, message, None);
    }

    /// Notes a mistake, with a hint where there is one.
    pub(super) fn hinted(
        &mut self,
        code: &'static str,
        range: Range<usize>,
        message: impl Into<String>,
        hint: Option<String>,
    ) {
        let place = self.place(range);
        self.found
            .push(Diagnostic::error(code, place, message).maybe_hint(hint));
    }
}
