//! Terms as table cells.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};

use super::answer::Row;
use crate::document::Cell;
use crate::vocab::compact;

/// The datatypes of numbers.
const NUMBERS: [NamedNodeRef<'static>; 5] = [
    xsd::INTEGER,
    xsd::DECIMAL,
    xsd::DOUBLE,
    xsd::FLOAT,
    xsd::NON_NEGATIVE_INTEGER,
];

/// The datatypes of dates.
const DATES: [NamedNodeRef<'static>; 4] =
    [xsd::DATE, xsd::DATE_TIME, xsd::G_YEAR_MONTH, xsd::G_YEAR];

impl Row {
    /// The values of all columns as table cells, in order.
    pub fn cells(&self) -> impl Iterator<Item = Cell> {
        self.values()
            .iter()
            .map(|value| value.as_ref().map(cell).into())
    }

    /// The value of a variable as a table cell; absent if it is unbound or not selected.
    #[must_use]
    pub fn cell(&self, variable: &str) -> Cell {
        self.get(variable).map(cell).into()
    }
}

fn cell(term: &Term) -> Cell {
    match term {
        Term::NamedNode(node) => link(node),
        Term::BlankNode(node) => Cell::Text(node.to_string()),
        Term::Literal(literal) => value(literal),
    }
}

/// An IRI, shown as a prefixed name if it has one.
#[must_use]
pub fn link(node: &NamedNode) -> Cell {
    let address = node.as_str().to_owned();
    Cell::Link {
        text: compact(&address).unwrap_or_else(|| address.clone()),
        address,
    }
}

/// A literal that does not fit its datatype is text.
fn value(literal: &Literal) -> Cell {
    let text = literal.value().to_owned();
    let is_date = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | ':' | '.' | 'T' | 'Z');
    if NUMBERS.contains(&literal.datatype()) && text.parse::<f64>().is_ok() {
        Cell::Numeral(text)
    } else if DATES.contains(&literal.datatype()) && text.chars().all(is_date) {
        Cell::Date(text)
    } else {
        Cell::Text(text)
    }
}
