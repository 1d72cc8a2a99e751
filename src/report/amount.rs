//! Amounts in one line: as recorded, for data, and in words, for pages.

use crate::records::{Figure, Id, Records, When};
use crate::text::framed;

/// The value of a figure, or else its bounds, and how exact it is: `360`, `almost 300`, `4 to 6`, `at least 60`; `None`
/// without any.
pub fn number(figure: &Figure) -> Option<String> {
    let number = match (&figure.value, &figure.min, &figure.max) {
        (Some(value), _, _) => (**value).to_owned(),
        (None, Some(min), Some(max)) => format!("{min} to {max}"),
        (None, Some(min), None) => format!("at least {min}"),
        (None, None, Some(max)) => format!("at most {max}"),
        (None, None, None) => return None,
    };
    let qualifier = figure.qualifier.as_deref().unwrap_or_default();
    Some(framed("", qualifier, " ") + &number)
}

/// As in the answer of `acts.rq`: `trade turnover 360 USD million (2018)`, `sold 40 t of cement`; a measure that names
/// its good, such as `tractors delivered`, does not repeat it.
pub fn cell(records: &Records, figure: &Figure) -> String {
    let number = number(figure).unwrap_or_default();
    let measure = figure.of.to_lowercase();
    let item = figure.item.map(|item| records.label(item));
    let item = item.filter(|item| !measure.contains(&item.to_lowercase()));
    let period = figure.period.as_ref().map(ToString::to_string);
    [
        (*figure.of).to_owned(),
        framed(" ", &number, ""),
        framed(" ", figure.unit.as_deref().unwrap_or_default(), ""),
        framed(" of ", item.unwrap_or_default(), ""),
        framed(" (", period.as_deref().unwrap_or_default(), ")"),
    ]
    .concat()
}

/// What is measured: `trade turnover`, `imports (cars)`; the good is left out where the measure names it.
pub fn measure(records: &Records, of: &str, item: Option<Id>) -> String {
    let item = item.map(|item| records.label(item)).unwrap_or_default();
    let is_named = overlaps(of, item);
    let item = if is_named { "" } else { item };
    of.to_owned() + &framed(" (", item, ")")
}

/// What is measured and how much, for a sentence: `50,000 t of cement to be delivered`, `16 tractors delivered`,
/// `trade turnover: USD 360 million (2018)`.
pub fn line(records: &Records, figure: &Figure) -> String {
    let amount = with_unit(figure);
    let item = figure.item.map(|item| records.label(item));
    let begins_with_item = |item: &str| {
        let of = figure.of.to_lowercase();
        of.starts_with(&item.to_lowercase())
    };
    let is_one = figure.value.as_deref() == Some("1");
    let line = match &figure.unit {
        None if !is_one && item.is_some_and(|item| overlaps(&figure.of, item)) => {
            format!("{amount} {}", figure.of)
        }
        Some(_) if figure.currency.is_none() && item.is_some_and(begins_with_item) => {
            format!("{amount} of {}", figure.of)
        }
        _ => format!("{}: {amount}", measure(records, &figure.of, figure.item)),
    };
    let period = figure.period.as_ref().map(When::range);
    line + &framed(" (", &period.unwrap_or_default(), ")")
}

/// Whether a measure names its good, or the name of the good has the measure.
fn overlaps(of: &str, item: &str) -> bool {
    let [of, item] = [of, item].map(str::to_lowercase);
    of.contains(&item) || item.contains(&of)
}

/// The amount in its unit: `at least USD 60 million`, `50,000 t`, `3%`.
pub fn with_unit(figure: &Figure) -> String {
    let amount = amount(figure);
    let Some(unit) = &figure.unit else {
        return amount;
    };
    let (first, rest) = unit.split_once(' ').unwrap_or((unit, ""));
    let is_currency = first.len() == 3 && first.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_currency {
        let gap = if **unit == *"%" { "" } else { " " };
        return format!("{amount}{gap}{unit}");
    }
    let begin = amount.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (qualifier, number) = amount.split_at(begin);
    format!("{qualifier}{first} {number}{}", framed(" ", rest, ""))
}

/// The amount in digits with thousands separators, and how exact it is: `about 50,000`.
pub fn amount(figure: &Figure) -> String {
    let number = number(figure);
    number.map_or_else(|| "amount not stated".to_owned(), |number| grouped(&number))
}

/// Separates thousands in the whole part of each number.
fn grouped(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let end = word.find(|c: char| !c.is_ascii_digit());
        let (whole, rest) = word.split_at(end.unwrap_or(word.len()));
        let first = whole.len() % 3;
        let (begin, groups) = whole.split_at(first);
        let mut grouped = begin.to_owned();
        for (index, digit) in groups.chars().enumerate() {
            if index % 3 == 0 && !grouped.is_empty() {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped + rest
    });
    words.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_separated() {
        for (text, shown) in [
            ("50000", "50,000"),
            ("about 1234567.25", "about 1,234,567.25"),
            ("1500", "1,500"),
            ("360", "360"),
            ("4 to 100000", "4 to 100,000"),
            ("145.4", "145.4"),
        ] {
            assert_eq!(grouped(text), shown);
        }
    }
}
