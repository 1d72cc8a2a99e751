//! Days and years as numbers, so that queries need no date functions.

use std::str::FromStr;

use foldhash::HashSet;
use oxigraph::model::LiteralRef;
use oxsdatatypes::Date;

use super::statements::{DerivedGraph, Statements};
use crate::vocab::bil::derived;
use crate::vocab::w3c::{sem, xsd};

/// Writes the number and the year of the first and last day of everything with a date.
pub fn write(statements: &Statements<'_>, graph: &mut DerivedGraph) {
    let dates = [
        (
            sem::HAS_EARLIEST_BEGIN_TIME_STAMP,
            derived::BEGIN_DAY,
            derived::BEGIN_YEAR,
        ),
        (
            sem::HAS_LATEST_END_TIME_STAMP,
            derived::END_DAY,
            derived::END_YEAR,
        ),
    ];
    for (stamp, day, year) in dates {
        let mut written = HashSet::default();
        for (dated, literal) in statements.literals(stamp) {
            let Some(date) = date(literal) else { continue };
            for (property, number) in [(day, number(date)), (year, date.year())] {
                if written.insert((dated, property, number)) {
                    graph.add_number(dated, property, number);
                }
            }
        }
    }
}

fn date(literal: LiteralRef<'_>) -> Option<Date> {
    let is_date = literal.datatype() == xsd::DATE;
    is_date.then(|| Date::from_str(literal.value()).ok())?
}

/// The days since 1 January 1970.
///
/// The year begins in March, so that the leap day is its last.
fn number(date: Date) -> i64 {
    let month = i64::from(date.month());
    let (year, month) = if month < 3 {
        (date.year() - 1, month + 9)
    } else {
        (date.year(), month - 3)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let of_months = (153 * month + 2) / 5;
    365 * year + leap_days + of_months + i64::from(date.day()) - 719_469
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_the_first_of_1970() {
        let number = |text| number(Date::from_str(text).unwrap());
        assert_eq!(number("1970-01-01"), 0);
        assert_eq!(number("1969-12-31"), -1);
        assert_eq!(number("2000-02-29"), 11_016);
        assert_eq!(number("2000-03-01"), 11_017);
        assert_eq!(number("2017-11-13"), 17_483);
        assert_eq!(number("1900-03-01") - number("1900-02-28"), 1);
    }
}
