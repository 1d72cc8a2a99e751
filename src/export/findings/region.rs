//! The region of a finding in a file, as lines and columns, from 1, in Unicode code points.

use serde::Serialize;

use crate::diagnostic::Place;

/// From the first character of a passage to the one after its last.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub(crate) start_line: usize,
    pub(crate) start_column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

impl Region {
    /// The region of a place; `None` if only the file is known.
    pub(crate) fn of(place: &Place) -> Option<Self> {
        let (start, range) = (place.position()?, place.range()?);
        let end = place.source().position(range.end);
        Some(Self {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        })
    }
}
