//! Dates: a date or an interval as recorded, and the days that it may mean.

use std::fmt;
use std::sync::Arc;

use super::statements::Statements;
use super::terms::Id;
use crate::model::{PartialDate, Period};
use crate::vocab::bil;
use crate::vocab::w3c::sem;

/// A date or an interval. They are ordered by first day, then last day; unreadable dates are first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct When {
    /// The first possible day; `None` if the recorded text is not a date.
    pub first: Option<PartialDate>,
    /// The last possible day.
    pub last: Option<PartialDate>,
    /// The date or the beginning, as recorded.
    pub start: Arc<str>,
    /// The end of an interval, as recorded.
    pub end: Option<Arc<str>>,
}

impl When {
    /// The date of a node; `None` if it has none.
    pub(super) fn read(node: Id, statements: &Statements) -> Option<Self> {
        let start = statements.text(node, bil::DATE)?;
        let own = Self::new(start, statements.text(node, bil::END_DATE));
        let [first, last] = stamps(node, statements);
        Some(Self {
            first: first.or(own.first),
            last: last.or(own.last),
            ..own
        })
    }

    /// A date or interval from its recorded parts.
    pub(super) fn new(start: Arc<str>, end: Option<Arc<str>>) -> Self {
        let last = end.as_ref().unwrap_or(&start);
        Self {
            first: date(&start).map(PartialDate::first_day),
            last: date(last).map(PartialDate::last_day),
            start,
            end,
        }
    }

    /// A date, or an interval in ISO 8601: `2016/2017`.
    pub(super) fn parse(text: &Arc<str>) -> Self {
        match text.split_once('/') {
            Some((start, end)) if date(start).is_some() && date(end).is_some() => {
                Self::new(start.into(), Some(end.into()))
            }
            _ => Self::new(Arc::clone(text), None),
        }
    }

    /// The date or interval, if all its parts are valid dates.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        let end = self.end.as_deref().map(str::parse).transpose().ok()?;
        let start = self.start.parse().ok()?;
        Some(Period { start, end })
    }

    /// The date for people: `13 November 2017`, `1994 to 1996`; unreadable dates stay as recorded.
    #[must_use]
    pub fn words(&self) -> String {
        match &self.end {
            Some(end) => format!("{} to {}", in_words(&self.start), in_words(end)),
            None => in_words(&self.start),
        }
    }

    /// Whether it shares a day with another; an unreadable date shares none.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first.is_some_and(|first| Some(first) <= other.last)
            && other.first.is_some_and(|first| Some(first) <= self.last)
    }
}

/// `2017-11-13`, or `1994/1996`, as recorded.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.start)?;
        match &self.end {
            Some(end) => write!(f, "/{end}"),
            None => Ok(()),
        }
    }
}

/// The first and the last day in the graph for a node.
pub fn stamps(node: Id, statements: &Statements) -> [Option<PartialDate>; 2] {
    let day = |property| date(&statements.text(node, property)?);
    [
        day(sem::HAS_EARLIEST_BEGIN_TIME_STAMP),
        day(sem::HAS_LATEST_END_TIME_STAMP),
    ]
}

/// A date; for a time or a date with a time zone, its day.
fn date(text: &str) -> Option<PartialDate> {
    text.parse().ok().or_else(|| {
        let (day, rest) = text.split_at_checked("YYYY-MM-DD".len())?;
        let is_time = rest.starts_with(['T', 'Z', '+', '-']);
        day.parse().ok().filter(|_| is_time)
    })
}

/// A recorded date for people; an unreadable date stays as it is.
#[must_use]
pub fn in_words(text: &str) -> String {
    text.parse::<PartialDate>()
        .map_or_else(|_| text.to_owned(), PartialDate::in_words)
}
