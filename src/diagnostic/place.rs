//! A range of bytes in a source text.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::source_text::{Position, SourceText};

/// Where a finding is: a file, and in it a range of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    source: Arc<SourceText>,
    /// Empty where only the file as a whole is known.
    range: Range<usize>,
    whole_file: bool,
}

impl Place {
    /// The place of a range of bytes.
    #[must_use]
    pub fn new(source: &Arc<SourceText>, range: Range<usize>) -> Self {
        Self {
            source: Arc::clone(source),
            range,
            whole_file: false,
        }
    }

    /// A whole line, counted from 1: the most that some parsers report.
    #[must_use]
    pub fn line(source: &Arc<SourceText>, line: usize) -> Self {
        Self::new(source, source.line_range(line))
    }

    /// A file as a whole, whose text may be unknown.
    #[must_use]
    pub fn file(name: impl Into<String>) -> Self {
        Self {
            source: Arc::new(SourceText::new(name, "")),
            range: 0..0,
            whole_file: true,
        }
    }

    /// The text in which the place is.
    #[must_use]
    pub fn source(&self) -> &SourceText {
        &self.source
    }

    /// The range in bytes; `None` where only the file is known.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        (!self.whole_file).then(|| self.range.clone())
    }

    /// Line and column of the beginning; `None` where only the file is known.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        (!self.whole_file).then(|| self.source.position(self.range.start))
    }

    pub(crate) fn order(&self) -> (&str, usize, usize) {
        (self.source.name(), self.range.start, self.range.end)
    }
}

/// `file`, or `file:line:column`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.source.name())?;
        match self.position() {
            Some(Position { line, column }) => write!(f, ":{line}:{column}"),
            None => Ok(()),
        }
    }
}
