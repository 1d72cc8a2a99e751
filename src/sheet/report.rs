//! Collects the mistakes of one file.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Finding, Place, SourceText};

/// A value and the bytes of the file where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    pub(crate) value: T,
    pub(crate) range: Range<usize>,
}

/// The mistakes found in one file so far.
#[derive(Debug)]
pub struct Report {
    file: Arc<SourceText>,
    pub(crate) found: Vec<Finding>,
}

impl Report {
    pub(crate) fn new(file: &Arc<SourceText>) -> Self {
        Self {
            file: Arc::clone(file),
            found: Vec::new(),
        }
    }

    pub(crate) fn place(&self, range: Range<usize>) -> Place {
        Place::new(&self.file, range)
    }

    /// Notes a mistake.
    pub(crate) fn error(&mut self, code: Code, range: Range<usize>, message: impl Into<String>) {
        self.hinted(code, range, message, None);
    }

    /// Notes a mistake, with a hint where there is one.
    pub(crate) fn hinted(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: impl Into<String>,
        hint: Option<String>,
    ) {
        let place = self.place(range);
        self.found
            .push(Finding::new(code, place, message).maybe_hint(hint));
    }
}
