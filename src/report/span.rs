//! The time that a page covers.

use crate::model::PartialDate;
use crate::records::When;

/// A span of time, each end of which may be open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Nothing that ended before the first day of this date.
    pub since: Option<PartialDate>,
    /// Nothing that began after the last day of this date.
    pub until: Option<PartialDate>,
}

impl Span {
    /// Whether something lies within at least in part; what is not dated does only where both ends are open.
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
