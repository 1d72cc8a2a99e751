//! `figures` of an act.

use super::names::Names;
use crate::diagnostic::Code;
use crate::model::{Amount, Decimal, EntityKind, Figure};
use crate::sheet::read::Fields;

/// Resolves the figures of an act, sorted by content, so that their numbering does not hang on the sheet's order.
pub fn all(fields: &Fields, names: &mut Names<'_>) -> Vec<Figure> {
    let mut figures: Vec<Figure> = fields
        .tables("figures")
        .iter()
        .filter_map(|table| figure(table, names))
        .collect();
    figures.sort();
    figures.dedup();
    figures
}

fn figure(fields: &Fields, names: &mut Names<'_>) -> Option<Figure> {
    let number = |key| fields.number(key).cloned();
    let amount = match (number("value"), number("min"), number("max")) {
        (Some(value), None, None) => Amount::Value(value),
        (None, Some(min), Some(max)) if is_less(&max, &min) => {
            let message = format!(
                "`min` is {}, but `max` is only {}",
                min.as_str(),
                max.as_str()
            );
            names
                .report
                .error(Code::WrongForm, fields.range_of("max"), message);
            return None;
        }
        (None, min, max) if min.is_some() || max.is_some() => Amount::Range(min, max),
        _ if ["value", "min", "max"]
            .iter()
            .any(|key| fields.is_misread(key)) =>
        {
            return None;
        }
        _ => {
            let message = "a figure has either `value`, or `min` or `max` or both";
            names
                .report
                .error(Code::MissingKey, fields.range.clone(), message);
            return None;
        }
    };
    Some(Figure {
        of: fields.text("of")?.to_owned(),
        amount,
        unit: fields.text("unit").map(str::to_owned),
        period: fields.period("period"),
        item: names.key(fields, "item", EntityKind::ITEMS),
    })
}

fn is_less(a: &Decimal, b: &Decimal) -> bool {
    let number = |decimal: &Decimal| decimal.as_str().parse::<f64>().unwrap_or(f64::NAN);
    number(a) < number(b)
}
