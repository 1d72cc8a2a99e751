//! `figures` of an act.

use super::field_resolver::FieldResolver;
use crate::diagnostic::Code;
use crate::model::{Amount, Decimal, EntityKind, Figure};

/// Resolves the figures of an act, sorted by content, so that their numbers do not depend on the order in the sheet.
pub fn all(act: &mut FieldResolver<'_>) -> Vec<Figure> {
    let tables = act.fields.tables("figures").into_iter().flatten();
    let mut figures: Vec<Figure> = tables
        .filter_map(|table| figure(&mut act.within(table)))
        .collect();
    figures.sort();
    figures.dedup();
    figures
}

fn figure(resolver: &mut FieldResolver<'_>) -> Option<Figure> {
    Some(Figure {
        amount: amount(resolver)?,
        of: resolver.fields.text("of")?.to_owned(),
        unit: resolver.fields.text("unit").map(str::to_owned),
        period: resolver.fields.period("period").copied(),
        item: resolver.name("item", EntityKind::ITEMS),
    })
}

fn amount(resolver: &mut FieldResolver<'_>) -> Option<Amount> {
    let fields = resolver.fields;
    let number = |key| fields.number(key).cloned();
    match (number("value"), number("min"), number("max")) {
        (Some(value), None, None) => Some(Amount::Value(value)),
        (None, Some(min), Some(max)) if float(&max) < float(&min) => {
            let (min, max) = (min.as_str(), max.as_str());
            let message = format!("`min` is {min}, but `max` is only {max}");
            resolver.error(Code::WrongForm, fields.range_of("max"), message);
            None
        }
        (None, min, max) if min.is_some() || max.is_some() => Some(Amount::Range(min, max)),
        _ => {
            let is_misread = |key: &&str| fields.is_misread(key);
            if !["value", "min", "max"].iter().any(is_misread) {
                let message = "a figure has either `value`, or `min` or `max` or both";
                resolver.error(Code::MissingKey, &fields.range, message);
            }
            None
        }
    }
}

#[expect(clippy::expect_used, reason = "a decimal has the form of a float")]
fn float(decimal: &Decimal) -> f64 {
    decimal.as_str().parse().expect("a float")
}
