//! Amounts in one line.

use crate::records::{Figure, Records, When};
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

/// `trade turnover 360 USD million (2018)`, `sold 40 t of cement`. A measure that names its item, such as `tractors
/// delivered`, does not repeat it.
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

/// `direct budget support USD 500 million`, `trade turnover USD 360 million (2018)`.
pub fn line(records: &Records, figure: &Figure) -> String {
    let item = figure.item.map(|item| records.label(item));
    let item = item.filter(|item| **item != *figure.of);
    let period = figure.period.as_ref().map(When::words);
    [
        &*figure.of,
        &framed(" (", item.unwrap_or_default(), ")"),
        " ",
        &with_unit(figure),
        &framed(" (", &period.unwrap_or_default(), ")"),
    ]
    .concat()
}

/// `at least USD 60 million`, `2.2 million doses`
pub fn with_unit(figure: &Figure) -> String {
    let amount = amount(figure);
    let Some(unit) = &figure.unit else {
        return amount;
    };
    let (first, rest) = unit.split_once(' ').unwrap_or((unit, ""));
    let is_currency = first.len() == 3 && first.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_currency {
        return format!("{amount} {unit}");
    }
    let begin = amount.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (qualifier, number) = amount.split_at(begin);
    format!("{qualifier}{first} {number}{}", framed(" ", rest, ""))
}

/// The amount, with how exact it is.
pub fn amount(figure: &Figure) -> String {
    number(figure).unwrap_or_else(|| "amount not stated".to_owned())
}
