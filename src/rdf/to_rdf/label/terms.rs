//! What follows the clause of a label: place, amount, occasion, deadline, validity and condition, in this order.

use crate::model::{Amount, Decimal, NameIndex, PartialDate, SheetAct, SheetFigure};
use crate::text::framed;

/// How many figures a label shows.
const FIGURES: usize = 2;

/// A term, in parentheses or not.
enum Term {
    InParentheses(String),
    Plain(String),
}

/// ` (USD 45 million) by the end of 2021 (condition: “If you need help”)`; `place` may be empty.
pub fn terms(act: &SheetAct, place: &str, name_index: &NameIndex) -> String {
    let mut terms = Vec::new();
    if !place.is_empty() {
        terms.push(Term::InParentheses(place.to_owned()));
    }
    let of_items: Vec<&str> = act
        .items
        .iter()
        .map(|item| name_index.label(item))
        .collect();
    let amounts = amounts(&act.figures, &of_items).into_iter();
    terms.extend(amounts.map(Term::InParentheses));
    if let Some(occasion) = &act.occasion {
        let occasion = name_index.in_text(&occasion.value);
        terms.push(Term::InParentheses(format!("for {occasion}")));
    }
    if let Some(due) = &act.due {
        terms.push(Term::Plain(format!(" by {}", deadline(due.value))));
    }
    if let Some(until) = &act.until {
        terms.push(Term::Plain(format!(" until {}", until.value.in_words())));
    }
    if let Some(condition) = &act.condition {
        let words: Vec<&str> = condition.split_whitespace().collect();
        terms.push(Term::InParentheses(format!(
            "condition: “{}”",
            words.join(" ")
        )));
    }
    written(terms)
}

/// Neighbours in parentheses share them.
fn written(terms: Vec<Term>) -> String {
    let mut text = String::new();
    let mut is_open = false;
    for term in terms {
        match term {
            Term::InParentheses(term) => {
                text.push_str(if is_open { "; " } else { " (" });
                text.push_str(&term);
                is_open = true;
            }
            Term::Plain(term) => {
                if is_open {
                    text.push(')');
                }
                text.push_str(&term);
                is_open = false;
            }
        }
    }
    if is_open {
        text.push(')');
    }
    text
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
    let amount = with_unit(&number, figure.unit.as_deref().unwrap_or_default());
    let period = figure
        .period
        .map(|period| format!(", {}", period.in_words()));
    let period = period.unwrap_or_default();
    let is_named = items.contains(&figure.of.as_str());
    let name = if is_named { "" } else { &figure.of };
    format!("{}{qualifier}{amount}{period}", framed("", name, ": "))
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
}
