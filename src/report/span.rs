//! The span of time of a page.

use crate::model::PartialDate;
use crate::records::When;

/// A span of time with optional limits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DateSpan {
    /// Leaves out what ended before the first day of this date.
    pub since: Option<PartialDate>,
    /// Leaves out what began after the last day of this date.
    pub until: Option<PartialDate>,
}

/// Why a page has no content: nothing is recorded, or the dates leave it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoContent {
    /// The number of meetings and acts that the dates leave out.
    pub outside: usize,
}

impl NoContent {
    /// `no act is recorded`, or `no act is in this period; outside it: 3`.
    #[must_use]
    pub fn of(self, what: &str) -> String {
        match self.outside {
            0 => format!("{what} is recorded"),
            outside => format!("{what} is in this period; outside it: {outside}"),
        }
    }
}

impl DateSpan {
    /// Whether something is at least partly within the span; something without a date is only if the span has no
    /// limits.
    pub(crate) fn contains(&self, when: Option<&When>) -> bool {
        let first = when.and_then(|when| when.first);
        let last = when.and_then(|when| when.last);
        self.since
            .is_none_or(|since| last >= Some(since.first_day()))
            && self
                .until
                .is_none_or(|until| first.is_some_and(|first| first <= until.last_day()))
    }
}
