//! Amounts in one line.

use crate::records::{Figure, Records};
use crate::text::framed;

/// `trade turnover 360 USD million (2018)`.
pub fn amount(records: &Records, figure: &Figure) -> String {
    let number = match (&figure.value, &figure.min, &figure.max) {
        (Some(value), _, _) => (**value).to_owned(),
        (None, Some(min), Some(max)) => format!("{min} to {max}"),
        (None, Some(min), None) => format!("at least {min}"),
        (None, None, Some(max)) => format!("at most {max}"),
        (None, None, None) => String::new(),
    };
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
