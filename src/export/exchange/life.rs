//! The time spans of an edge, in calendar days.

use crate::model::PartialDate;

/// Days in ascending order: the first and the last of a span.
pub type Span = [PartialDate; 2];

/// The time spans of some acts, each as its first and last day, in order of time; adjacent spans are merged.
///
/// A date without a day or month covers every day that it may mean. Programs silently drop a span that begins and ends
/// on the same day, so a span of one day ends on the next.
pub fn spans<'a>(dates: impl Iterator<Item = [Option<&'a str>; 2]>) -> Vec<Span> {
    let mut spans: Vec<Span> = dates.filter_map(span).collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::new();
    for [first, last] in spans {
        match apart.last_mut() {
            Some([_, end]) if first <= *end => *end = last.max(*end),
            _ => apart.push([first, last]),
        }
    }
    apart
}

/// An unreadable date is ignored.
fn span([first, last]: [Option<&str>; 2]) -> Option<Span> {
    let first: PartialDate = first?.parse().ok()?;
    let last = last.and_then(|last| last.parse::<PartialDate>().ok());
    let days = [first, last.unwrap_or(first)];
    let begins = days.map(PartialDate::first_day).into_iter().min()?;
    let ends = days.map(PartialDate::last_day).into_iter().max()?;
    if begins < ends {
        return Some([begins, ends]);
    }
    match ends.next_day() {
        Some(next) => Some([begins, next]),
        None => Some([begins.previous_day()?, ends]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(dates: &[[&str; 2]]) -> String {
        let dates = dates.iter().map(|dates| dates.map(Some));
        let spans = spans(dates).into_iter();
        let spans = spans.map(|[first, last]| format!("{first}..{last}"));
        spans.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_date_is_every_day_that_it_may_mean() {
        assert_eq!(told(&[["2017", "2017"]]), "2017-01-01..2017-12-31");
        assert_eq!(told(&[["2016-02", "2016-02"]]), "2016-02-01..2016-02-29");
        assert_eq!(told(&[["1994", "1996-03"]]), "1994-01-01..1996-03-31");
        assert_eq!(told(&[["2017-11", "2017"]]), "2017-01-01..2017-12-31");
    }

    #[test]
    fn no_span_begins_and_ends_at_once() {
        assert_eq!(told(&[["2017-11-13"; 2]]), "2017-11-13..2017-11-14");
        assert_eq!(told(&[["2017-12-31"; 2]]), "2017-12-31..2018-01-01");
        assert_eq!(told(&[["2020-02-29"; 2]]), "2020-02-29..2020-03-01");
        assert_eq!(told(&[["9999-12-31"; 2]]), "9999-12-30..9999-12-31");
        assert_eq!(told(&[["0001-01-01"; 2]]), "0001-01-01..0001-01-02");
    }

    #[test]
    fn spans_that_touch_are_one_and_others_stand_in_the_order_of_time() {
        let dates = [
            ["2019-05-02"; 2],
            ["2017-11-14"; 2],
            ["2017-11-13"; 2],
            ["2017", "2017"],
            ["sometime", "sometime"],
        ];
        assert_eq!(
            told(&dates),
            "2017-01-01..2017-12-31 2019-05-02..2019-05-03"
        );
        assert_eq!(told(&dates[1..3]), "2017-11-13..2017-11-15");
        assert_eq!(told(&[]), "");
        assert!(spans([[None, None]].into_iter()).is_empty());
    }
}
