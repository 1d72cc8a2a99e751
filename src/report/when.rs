//! When something was, for people.

use crate::model::PartialDate;
use crate::source::Row;

/// A date or an interval, as recorded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The first day that it may mean, as `YYYY-MM-DD`: by it everything is sorted.
    pub(crate) first: String,
    /// The last day that it may mean.
    pub(crate) last: String,
    /// `13 November 2017`, `November 2017`, `1994 to 1996`.
    pub(crate) words: String,
}

impl When {
    /// Out of the columns `said` and `said_until`: the days of the event at which something was said.
    pub(crate) fn said(row: &Row) -> Option<Self> {
        let first = row.text("said")?;
        Some(Self {
            first: first.to_owned(),
            last: row.text("said_until").unwrap_or(first).to_owned(),
            words: in_words(first),
        })
    }

    /// Out of the columns `date`, `end`, `from` and `to`; `None` where nothing is dated.
    pub(crate) fn of(row: &Row) -> Option<Self> {
        let date = row.text("date")?;
        let words = match row.text("end") {
            Some(end) => format!("{} to {}", in_words(date), in_words(end)),
            None => in_words(date),
        };
        Some(Self {
            first: row.text("from").unwrap_or(date).to_owned(),
            last: row.text("to").unwrap_or(date).to_owned(),
            words,
        })
    }
}

/// A recorded date as people write it; what is no date of ours stays as it is.
pub fn in_words(date: &str) -> String {
    date.parse::<PartialDate>()
        .map_or_else(|_| date.to_owned(), PartialDate::in_words)
}
