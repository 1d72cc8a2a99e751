//! From when to when a page tells.

use super::when::When;
use crate::model::PartialDate;

/// A span of time, each end of which may be open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Nothing that ended before the first day of this date.
    pub since: Option<PartialDate>,
    /// Nothing that began after the last day of this date.
    pub until: Option<PartialDate>,
}

impl Span {
    /// Whether something of a time lies within; what is not dated does only where both ends are open.
    pub(crate) fn holds(&self, when: Option<&When>) -> bool {
        let since = self.since.map(|date| date.first_day().to_string());
        let until = self.until.map(|date| date.last_day().to_string());
        match when {
            // Days of four digits a year compare as their texts do.
            Some(when) => {
                since.is_none_or(|since| when.last >= since)
                    && until.is_none_or(|until| when.first <= until)
            }
            None => since.is_none() && until.is_none(),
        }
    }
}
