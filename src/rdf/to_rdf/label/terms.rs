//! What follows the clause of a label in parentheses: amount, place, occasion, deadline, validity and condition, in this
//! order. Outside of them, "agreed on transport by May" would say when the two agreed.

use crate::model::{Amount, Decimal, NameIndex, PartialDate, SheetAct, SheetFigure};
use crate::text::{flat, framed};

/// How many figures a label shows.
const FIGURES: usize = 2;

/// ` (USD 45 million; due by the end of 2021; condition: “If you need help”)`; `place` may be empty.
pub fn terms(act: &SheetAct, place: String, name_index: &NameIndex) -> String {
    let items = act.items.iter();
    let items: Vec<&str> = items.map(|item| name_index.label(item)).collect();
    let mut terms = amounts(&act.figures, &items);
    terms.push(place);
    if let Some(occasion) = &act.occasion {
        terms.push(format!("for {}", name_index.in_text(&occasion.value)));
    }
    if let Some(due) = &act.due {
        terms.push(format!("due by {}", deadline(due.value)));
    }
    if let Some(until) = &act.until {
        terms.push(format!("until {}", until.value.in_words()));
    }
    if let Some(condition) = &act.condition {
        terms.push(format!("condition: “{}”", flat(condition)));
    }
    terms.retain(|term| !term.is_empty());
    framed(" (", &terms.join("; "), ")")
}

/// A day as it is; a month or year ends, since "by 2021" reads as "before 2021".
fn deadline(date: PartialDate) -> String {
    let words = date.in_words();
    if date.first_day() == date.last_day() {
        words
    } else {
        format!("the end of {words}")
    }
}

fn amounts(figures: &[SheetFigure], items: &[&str]) -> Vec<String> {
    let more = figures.len().saturating_sub(FIGURES);
    let more = (more > 0).then(|| format!("and {more} more figures"));
    let shown = figures.iter().take(FIGURES).map(|one| figure(one, items));
    shown.chain(more).collect()
}

/// `trade turnover: at least USD 463 million, 2016`; without the name where that is one of the items.
fn figure(figure: &SheetFigure, items: &[&str]) -> String {
    let number = |decimal: &Decimal| grouped(decimal.as_str());
    let (qualifier, number) = match &figure.amount {
        Amount::Value(value) => ("", number(value)),
        Amount::Range(Some(min), Some(max)) => ("", format!("{} to {}", number(min), number(max))),
        Amount::Range(Some(min), None) => ("at least ", number(min)),
        Amount::Range(None, Some(max)) => ("at most ", number(max)),
        Amount::Range(None, None) => ("", String::new()),
    };
    let exactness = framed("", figure.qualifier.as_deref().unwrap_or_default(), " ");
    let unit = figure.unit.as_deref().unwrap_or_default();
    let amount = with_unit(&number, without_name(unit, &figure.of));
    let period = figure
        .period
        .map(|period| format!(", {}", period.in_words()));
    let period = period.unwrap_or_default();
    let is_named = items.contains(&figure.of.as_str());
    let name = if is_named { "" } else { &figure.of };
    let name = framed("", name, ": ");
    format!("{name}{exactness}{qualifier}{amount}{period}")
}

/// The unit without its last word if the name of the figure has it: `doses given: 2 million`, not `2 million doses`.
fn without_name<'a>(unit: &'a str, name: &str) -> &'a str {
    let (rest, last) = unit.rsplit_once(' ').unwrap_or(("", unit));
    let mut words = name.split_whitespace();
    if words.any(|word| word == last) {
        rest
    } else {
        unit
    }
}

/// `USD 45 million`, `12%`, `9 tonnes`.
fn with_unit(number: &str, unit: &str) -> String {
    let (first, rest) = unit.split_once(' ').unwrap_or((unit, ""));
    let is_currency = first.len() == 3 && first.bytes().all(|byte| byte.is_ascii_uppercase());
    let text = match unit {
        "%" => format!("{number}%"),
        _ if is_currency => format!("{first} {number} {rest}"),
        _ => format!("{number} {unit}"),
    };
    text.trim_end().to_owned()
}

/// `50,000`.
fn grouped(number: &str) -> String {
    let (whole, decimals) = number
        .split_once('.')
        .map_or((number, None), |(whole, decimals)| (whole, Some(decimals)));
    let digits = whole.trim_start_matches('-').len();
    let mut text = String::new();
    for (place, digit) in whole.chars().rev().enumerate() {
        if place > 0 && place % 3 == 0 && place < digits && digits > 4 {
            text.push(',');
        }
        text.push(digit);
    }
    let mut text: String = text.chars().rev().collect();
    if let Some(decimals) = decimals {
        text.extend([".", decimals]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped() {
        let numbers = [
            ("7", "7"),
            ("2500", "2500"),
            ("50000", "50,000"),
            ("-1234567.25", "-1,234,567.25"),
        ];
        for (number, text) in numbers {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn a_currency_comes_before_its_number() {
        assert_eq!(with_unit("45", "USD million"), "USD 45 million");
        assert_eq!(with_unit("45", "USD"), "USD 45");
        assert_eq!(with_unit("9", "million tonnes"), "9 million tonnes");
        assert_eq!(with_unit("12.5", "%"), "12.5%");
        assert_eq!(with_unit("40", ""), "40");
    }

    #[test]
    fn a_unit_does_not_repeat_the_name_of_the_figure() {
        let doses = without_name("million doses", "vaccine doses given");
        assert_eq!(doses, "million");
        assert_eq!(without_name("aircraft", "C-130 aircraft"), "");
        assert_eq!(without_name("USD million", "aid"), "USD million");
    }
}
