//! Terms as table cells.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};

use crate::document::Cell;
use crate::source::Row;
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

/// The cells of a row.
pub fn cells(row: &Row) -> Vec<Cell> {
    let values = row.values().iter();
    values
        .map(|value| value.as_ref().map_or(Cell::Absent, cell))
        .collect()
}

/// A term as a cell.
pub fn cell(term: &Term) -> Cell {
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
