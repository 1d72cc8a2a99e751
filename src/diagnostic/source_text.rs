//! A text with the name of its file, in which byte offsets become lines and columns.

use std::ops::Range;
use std::sync::OnceLock;

/// A place for people: both numbers start at 1, columns count Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in code points, from 1.
    pub column: usize,
}

/// The text of one input file and the name under which the user knows it.
#[derive(Debug, Clone)]
pub struct SourceText {
    name: String,
    text: String,
    /// Where each line begins; found when the first place is asked for, since most texts are without mistakes.
    lines: OnceLock<Vec<usize>>,
}

/// Two texts are the same if their names and words are, whether or not a place in them was looked up.
impl PartialEq for SourceText {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.text) == (&other.name, &other.text)
    }
}

impl Eq for SourceText {}

impl SourceText {
    /// Joins a file's name, as shown in messages, and its text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            lines: OnceLock::new(),
        }
    }

    /// The file's name, as shown in messages.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte offset; for an offset beyond the end, those of the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.floor_boundary(offset);
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let before = self.slice(self.start_of(line)..offset);
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The byte range of a line, counted from 1, without its line end; the last line if the text has fewer.
    #[must_use]
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.start_of(line.clamp(1, self.line_starts().len()));
        let (_, rest) = self.text.split_at(start);
        start..start + rest.lines().next().map_or(0, str::len)
    }

    /// Where a line begins, counted from 1.
    #[expect(clippy::expect_used, reason = "only called with lines of the text")]
    fn start_of(&self, line: usize) -> usize {
        let starts = self.line_starts();
        *starts.get(line - 1).expect("a line of the text")
    }

    fn line_starts(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.text.as_bytes());
            [0].into_iter().chain(ends.map(|end| end + 1)).collect()
        })
    }

    /// The lines of a range: the number of the first, from 1, and their bytes without the last line end.
    #[must_use]
    pub fn lines_of(&self, range: &Range<usize>) -> (usize, Range<usize>) {
        let start = self.floor_boundary(range.start);
        let end = self.floor_boundary(range.end.max(range.start));
        let (before, _) = self.text.split_at(start);
        let (_, after) = self.text.split_at(end);
        let first = before.rfind('\n').map_or(0, |newline| newline + 1);
        let last = end + after.find('\n').unwrap_or(after.len());
        let lines = self.slice(first..last).trim_end_matches('\r');
        (self.position(start).line, first..first + lines.len())
    }

    /// A part of the text.
    #[expect(clippy::expect_used, reason = "ranges come from the text itself")]
    pub(crate) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).expect("a range of the text")
    }

    /// The nearest character boundary at or before a byte offset.
    pub(crate) fn floor_boundary(&self, offset: usize) -> usize {
        let mut boundary = offset.min(self.text.len());
        while !self.text.is_char_boundary(boundary) {
            boundary -= 1;
        }
        boundary
    }
}
