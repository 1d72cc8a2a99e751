//! What is wrong with a query, before its line is known.

use std::ops::Range;

/// A mistake before its line is known.
#[derive(Debug)]
pub struct SyntaxFinder {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
    pub(crate) range: Range<usize>,
}

impl SyntaxFinder {
    /// A mistake of syntax.
    pub(crate) fn at(range: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code: "sparql-syntax",
            message: message.into(),
            hint: None,
            range,
        }
    }

    /// Adds what to do about it.
    pub(crate) fn hint(mut self, hint: Option<impl Into<String>>) -> Self {
        self.hint = hint.map(Into::into);
        self
    }

    pub(crate) fn code(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }
}
