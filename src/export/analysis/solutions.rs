//! A table as the answer to a query, which has its ways out.

use std::sync::Arc;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, Term, Variable};

use crate::network::analysis::{Table, Value};
use crate::source::{Answer, Row, Solutions};

/// Significant digits of a number for people.
const DIGITS: i32 = 4;

/// With all digits.
pub fn exact(table: &Table) -> Answer {
    answer(table, term)
}

/// With few digits, for people.
pub fn rounded(table: &Table) -> Answer {
    answer(table, |value| match value {
        Value::Number(number) => Literal::new_simple_literal(short(*number)).into(),
        Value::Truth(truth) => {
            Literal::new_simple_literal(if *truth { "yes" } else { "no" }).into()
        }
        value => term(value),
    })
}

fn answer(table: &Table, cell: impl Fn(&Value) -> Term) -> Answer {
    let columns: Arc<[Variable]> = table
        .columns
        .iter()
        .map(|name| Variable::new_unchecked(name.as_str()))
        .collect();
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().map(|value| value.as_ref().map(&cell));
        Row::new(Arc::clone(&columns), cells.collect())
    });
    let rows: Vec<Row> = rows.collect();
    Answer::Solutions(Solutions::new(
        Arc::clone(&columns),
        rows.into_iter().map(Ok),
    ))
}

fn term(value: &Value) -> Term {
    match value {
        Value::Count(count) => Literal::new_typed_literal(count.to_string(), xsd::INTEGER).into(),
        Value::Number(number) => Literal::new_typed_literal(number.to_string(), xsd::DOUBLE).into(),
        Value::Truth(truth) => Literal::from(*truth).into(),
        Value::Text(text) => Literal::new_simple_literal(text).into(),
        Value::Name(name) => name.clone().into(),
    }
}

/// A number as people read it: whole numbers as they are, others with some digits.
fn short(number: f64) -> String {
    let size = number.abs();
    if number.fract().abs() <= 0.0 && size < 1e15 {
        return format!("{number}");
    }
    if !(1e-4..1e15).contains(&size) {
        return format!("{number:.3e}");
    }
    // From 0.0001 up to 10¹⁵, so it fits.
    #[expect(clippy::cast_possible_truncation, reason = "it lies between -4 and 15")]
    let before = size.log10().floor() as i32 + 1;
    let decimals = usize::try_from((DIGITS - before).max(0)).unwrap_or_default();
    let text = format!("{number:.decimals$}");
    if decimals > 0 {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn people_read_four_digits() {
        let shown = [
            0.0,
            29.0,
            1.0 / 3.0,
            12.0 / 7.0,
            123_456.7,
            1e-7,
            -0.5,
            0.1 + 0.2,
            1e300,
        ]
        .map(short);
        let wanted = [
            "0",
            "29",
            "0.3333",
            "1.714",
            "123457",
            "1.000e-7",
            "-0.5",
            "0.3",
            "1.000e300",
        ];
        assert_eq!(shown, wanted);
    }
}
