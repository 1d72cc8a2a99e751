//! Dates as they are recorded: to the day, the month or the year, alone or as an interval.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use oxigraph::model::{Literal, NamedNodeRef};

use crate::vocab::w3c::xsd;

/// A date of the proleptic Gregorian calendar, known to the day, the month or the year; years `1..=9999`.
///
/// Becomes `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

const MONTHS: &str =
    "January February March April May June July August September October November December";

/// A text that is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// The form is wrong.
    #[error("`{0}` is not a date; write YYYY-MM-DD, YYYY-MM or YYYY")]
    Form(String),
    /// The form is wrong where an interval is possible, too.
    #[error("`{0}` is not a date; write YYYY-MM-DD, YYYY-MM, YYYY, or two of them as from/to")]
    PeriodForm(String),
    /// The form is right, but the calendar has no such day.
    #[error("the calendar has no {0}")]
    Calendar(String),
    /// An interval that ends before it begins.
    #[error("the interval `{0}` ends before it begins")]
    Backwards(String),
}

impl PartialDate {
    /// Makes a date of its parts; `None` if the calendar has no such day.
    #[must_use]
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let month_fits = month.is_none_or(|month| (1..=12).contains(&month));
        let day_fits = match (month, day) {
            (Some(month), Some(day)) => (1..=days_in(year, month)).contains(&day),
            (None, Some(_)) => false,
            (_, None) => true,
        };
        ((1..=9999).contains(&year) && month_fits && day_fits).then_some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1, if it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// Whether it is known to the day.
    #[must_use]
    pub const fn is_day(self) -> bool {
        self.day.is_some()
    }

    /// The same date some years before, or the day before it where that year has no such day; `None` before the year 1.
    #[must_use]
    pub fn years_before(self, years: u16) -> Option<Self> {
        let year = self.year.checked_sub(years)?;
        let day_before = || Self::new(year, self.month, self.day.map(|day| day - 1));
        Self::new(year, self.month, self.day).or_else(day_before)
    }

    /// The first day that the date may mean.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self {
            year: self.year,
            month: Some(self.month.unwrap_or(1)),
            day: Some(self.day.unwrap_or(1)),
        }
    }

    /// The last day that the date may mean.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        Self {
            year: self.year,
            month: Some(month),
            day: Some(self.day.unwrap_or_else(|| days_in(self.year, month))),
        }
    }

    /// The day after the [last](Self::last_day); `None` after the year 9999.
    #[must_use]
    pub fn next_day(self) -> Option<Self> {
        let Self { year, month, day } = self.last_day();
        let (month, day) = (month?, day?);
        Self::new(year, Some(month), Some(day + 1))
            .or_else(|| Self::new(year, Some(month + 1), Some(1)))
            .or_else(|| Self::new(year + 1, Some(1), Some(1)))
    }

    /// The day before the [first](Self::first_day); `None` before the year 1.
    #[must_use]
    pub fn previous_day(self) -> Option<Self> {
        let Self { year, month, day } = self.first_day();
        let (month, day) = (month?, day?);
        Self::new(year, Some(month), Some(day - 1))
            .or_else(|| Self::new(year, Some(month - 1), None).map(Self::last_day))
            .or_else(|| Self::new(year - 1, None, None).map(Self::last_day))
    }

    /// The beginning of the [first day](Self::first_day) in years: that of 2 July 2017 is about 2017.5.
    #[must_use]
    pub fn in_years(self) -> f64 {
        let months = |months: Range<u8>| -> u16 {
            let days = months.map(|month| u16::from(days_in(self.year, month)));
            days.sum()
        };
        let first = self.first_day();
        let day = months(1..first.month.unwrap_or(1)) + u16::from(first.day.unwrap_or(1)) - 1;
        f64::from(self.year) + f64::from(day) / f64::from(months(1..13))
    }

    /// The literal with the datatype of its precision.
    #[must_use]
    pub fn literal(self) -> Literal {
        Literal::new_typed_literal(self.to_string(), self.datatype())
    }

    /// As people write it: `13 November 2017`, `November 2017`, `2017`.
    #[must_use]
    pub fn in_words(self) -> String {
        let month = self.month.map(usize::from);
        let month = month.and_then(|month| MONTHS.split(' ').nth(month - 1));
        match (month, self.day) {
            (Some(month), Some(day)) => format!("{day} {month} {}", self.year),
            (Some(month), None) => format!("{month} {}", self.year),
            (None, _) => self.year.to_string(),
        }
    }

    fn datatype(self) -> NamedNodeRef<'static> {
        match (self.month, self.day) {
            (None, _) => xsd::G_YEAR,
            (Some(_), None) => xsd::G_YEAR_MONTH,
            (Some(_), Some(_)) => xsd::DATE,
        }
    }
}

/// ISO 8601, as far as the date is known.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(text.to_owned());
        let mut parts = text.split('-');
        let year = number(parts.next(), 4).ok_or_else(form)?;
        let mut two_digits = || match parts.next() {
            None => Ok(None),
            part => number(part, 2).map(Some).ok_or_else(form),
        };
        let (month, day) = (two_digits()?, two_digits()?);
        if parts.next().is_some() {
            return Err(form());
        }
        let small = |part: Option<u16>| part.map(|part| u8::try_from(part).unwrap_or(u8::MAX));
        Self::new(year, small(month), small(day))
            .ok_or_else(|| DateError::Calendar(text.to_owned()))
    }
}

/// A number of exactly `digits` ASCII digits.
fn number(part: Option<&str>, digits: usize) -> Option<u16> {
    part.filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|part| part.parse().ok())
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A date, or the interval between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The date, or the beginning.
    pub start: PartialDate,
    /// The end of an interval.
    pub end: Option<PartialDate>,
}

impl Period {
    /// As people write it: `13 November 2017`, `1994 to 1996`.
    #[must_use]
    pub fn in_words(self) -> String {
        match self.end {
            Some(end) => format!("{} to {}", self.start.in_words(), end.in_words()),
            None => self.start.in_words(),
        }
    }

    /// The first day that it may mean.
    #[must_use]
    pub fn first_day(self) -> PartialDate {
        self.start.first_day()
    }

    /// The last day that it may mean.
    #[must_use]
    pub fn last_day(self) -> PartialDate {
        self.end.unwrap_or(self.start).last_day()
    }
}

impl From<PartialDate> for Period {
    fn from(start: PartialDate) -> Self {
        Self { start, end: None }
    }
}

/// `date`, or `from/to` as ISO 8601 writes intervals.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.end {
            Some(end) => write!(f, "{}/{end}", self.start),
            None => self.start.fmt(f),
        }
    }
}

impl FromStr for Period {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        // The whole text is not a date, even if only a part of it is wrong.
        let part = |part: &str| {
            part.parse::<PartialDate>().map_err(|error| match error {
                DateError::Form(_) => DateError::PeriodForm(text.to_owned()),
                other => other,
            })
        };
        let Some((from, to)) = text.split_once('/') else {
            return part(text).map(Self::from);
        };
        let (start, end) = (part(from)?, part(to)?);
        if end.last_day() < start.first_day() {
            return Err(DateError::Backwards(text.to_owned()));
        }
        Ok(Self {
            start,
            end: Some(end),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        for text in ["2017", "2017-11", "2017-11-13", "0001-01-01", "2016-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn other_texts_are_not_dates() {
        for text in [
            "",
            "17",
            "2017-1",
            "2017-11-13-1",
            "2017-11-13T10:00",
            "+2017",
            "20170",
            "2017-",
            "١٩٩٤",
        ] {
            assert!(
                matches!(text.parse::<PartialDate>(), Err(DateError::Form(_))),
                "{text}"
            );
        }
        for text in ["2017-02-30", "2017-13", "2017-00", "0000", "1900-02-29"] {
            assert!(
                matches!(text.parse::<PartialDate>(), Err(DateError::Calendar(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn a_date_in_words_says_no_more_than_is_known() {
        let words = |text: &str| text.parse::<PartialDate>().unwrap().in_words();
        assert_eq!(words("2017-11-03"), "3 November 2017");
        assert_eq!(words("2017-11"), "November 2017");
        assert_eq!(words("2017"), "2017");
    }

    #[test]
    fn an_interval_covers_the_days_of_both_ends() {
        let nineties: Period = "1994/1996".parse().unwrap();
        assert_eq!(nineties.first_day().to_string(), "1994-01-01");
        assert_eq!(nineties.last_day().to_string(), "1996-12-31");
        for text in ["2017/", "/2017", "2017/x", "2017/2018/2019", "x"] {
            let whole = DateError::PeriodForm(text.to_owned());
            assert_eq!(text.parse::<Period>(), Err(whole));
        }
        assert!(matches!(
            "1996/1994".parse::<Period>(),
            Err(DateError::Backwards(_))
        ));
    }
}
