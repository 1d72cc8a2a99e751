//! The currency and the scale in the unit of a figure, so that amounts can be compared and added.

use foldhash::HashSet;
use oxigraph::model::LiteralRef;

use super::statements::{DerivedGraph, Statements};
use crate::vocab::bil::derived;
use crate::vocab::currency::CURRENCIES;
use crate::vocab::w3c::schema;

/// The words for powers of ten in units, and what they multiply the number with.
const SCALES: [(&str, i64); 4] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

/// Writes the currency of each unit that has an ISO 4217 code, and the scale of each unit with a word such as `million`.
pub fn write(statements: &Statements<'_>, graph: &mut DerivedGraph) {
    let mut written = HashSet::default();
    for (figure, unit) in statements.literals(schema::UNIT_TEXT) {
        if !written.insert(figure) {
            continue;
        }
        let mut words = unit.value().split_whitespace();
        if let Some(code) = words.clone().find_map(currency) {
            graph.add(
                figure,
                derived::CURRENCY,
                LiteralRef::new_simple_literal(code),
            );
        }
        if let Some(scale) = words.find_map(scale) {
            graph.add_number(figure, derived::SCALE, scale);
        }
    }
}

fn currency(word: &str) -> Option<&'static str> {
    let place = CURRENCIES.binary_search(&word).ok()?;
    CURRENCIES.get(place).copied()
}

fn scale(word: &str) -> Option<i64> {
    let mut scales = SCALES.into_iter();
    scales.find_map(|(name, scale)| (name == word).then_some(scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_sorted_and_found_by_their_code() {
        assert!(CURRENCIES.is_sorted());
        assert_eq!(currency("USD"), Some("USD"));
        assert_eq!(currency("BYN"), Some("BYN"));
        assert_eq!(currency("usd"), None);
        assert_eq!(currency("tonnes"), None);
    }

    #[test]
    fn scales_are_words() {
        assert_eq!(scale("million"), Some(1_000_000));
        assert_eq!(scale("millions"), None);
    }
}
