//! What is wrong with a query, before its line is known.

use std::ops::Range;

/// A mistake before its line is known.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) hint: Option<String>,
    pub(super) range: Range<usize>,
}

impl Finding {
    /// A mistake of syntax.
    pub(super) fn at(range: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code: "sparql-syntax",
            message: message.into(),
            hint: None,
            range,
        }
    }

    /// Adds what to do about it.
    pub(super) fn hint(mut self, hint: Option<impl Into<String>>) -> Self {
        self.hint = hint.map(Into::into);
        self
    }

    pub(super) fn code(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }
}
