//! Amounts in one line.

use crate::records::{Figure, Records};
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

/// `trade turnover 360 USD million (2018)`.
pub fn amount(records: &Records, figure: &Figure) -> String {
    let number = number(figure).unwrap_or_default();
    let item = figure.item.map(|item| records.label(item));
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
