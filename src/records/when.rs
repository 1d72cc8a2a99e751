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

    /// The date of an act or an event for people: `13 November 2017`, `14–16 August 2005`. Between months or years the
    /// exact day is unknown: `between October and December 2018`. Unreadable dates stay as recorded.
    #[must_use]
    pub fn words(&self) -> String {
        match &self.end {
            Some(end) if self.period().is_some() && !self.is_to_the_day() => {
                let (from, to) = self.ends(end);
                format!("between {from} and {to}")
            }
            _ => self.range(),
        }
    }

    /// The whole span for people, as in a period, a term of office or a column: `2018`, `January–September 2018`,
    /// `May 2024 – January 2025`.
    #[must_use]
    pub fn range(&self) -> String {
        let Some(end) = &self.end else {
            return in_words(&self.start);
        };
        let (from, to) = self.ends(end);
        if from.contains(' ') || (self.start.len() != end.len()) {
            format!("{from} – {to}")
        } else {
            format!("{from}–{to}")
        }
    }

    /// The words of both ends of an interval, the first without the month and the year of the second.
    fn ends(&self, end: &str) -> (String, String) {
        let (from, to) = (in_words(&self.start), in_words(end));
        let words: Vec<&str> = from.split(' ').collect();
        let mut pairs = words.iter().rev().zip(to.split(' ').rev());
        let shared = pairs.position(|(a, b)| *a != b).unwrap_or(0);
        let own = words.len().saturating_sub(shared);
        let is_same_form = self.start.len() == end.len();
        let own = words.get(..own).filter(|_| is_same_form);
        (own.unwrap_or(&words).join(" "), to)
    }

    /// Whether all its recorded parts are days.
    #[must_use]
    pub fn is_to_the_day(&self) -> bool {
        let period = self.period();
        period.is_some_and(|period| {
            period.start.is_day() && period.end.is_none_or(PartialDate::is_day)
        })
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

#[cfg(test)]
mod tests {
    use super::When;

    fn when(start: &str, end: Option<&str>) -> When {
        When::new(start.into(), end.map(Into::into))
    }

    #[test]
    fn an_interval_of_days_is_a_span_and_one_of_months_or_years_a_bound() {
        for (start, end, words, range) in [
            ("2017-11-13", None, "13 November 2017", "13 November 2017"),
            ("2009-05", None, "May 2009", "May 2009"),
            (
                "2005-08-14",
                Some("2005-08-16"),
                "14–16 August 2005",
                "14–16 August 2005",
            ),
            (
                "2005-08-30",
                Some("2005-09-02"),
                "30 August – 2 September 2005",
                "30 August – 2 September 2005",
            ),
            (
                "2018-10",
                Some("2018-12"),
                "between October and December 2018",
                "October–December 2018",
            ),
            (
                "2024-05",
                Some("2025-01"),
                "between May 2024 and January 2025",
                "May 2024 – January 2025",
            ),
            ("1994", Some("1996"), "between 1994 and 1996", "1994–1996"),
            (
                "2018",
                Some("2019-03"),
                "between 2018 and March 2019",
                "2018 – March 2019",
            ),
            ("soon", Some("later"), "soon – later", "soon – later"),
        ] {
            let when = when(start, end);
            assert_eq!((&*when.words(), &*when.range()), (words, range));
        }
    }
}
