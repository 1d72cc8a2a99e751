//! Measures of cooperation: the rows of a question as a table.

use oxigraph::model::Term;
use oxigraph::model::vocab::xsd;

use super::measure::{Computation, Measure};
use super::table::{Table, Value};
use crate::source::{Solutions, SourceError};
use crate::text::capitalised;

/// The table of a measure of cooperation, from the rows of its [question](Measure::question): by year or in total, and
/// only the top rows if `top` is given.
///
/// # Errors
/// If the source fails while its rows are read.
pub fn of_cooperation(
    measure: &Measure,
    rows: Solutions,
    with_years: bool,
    top: Option<usize>,
) -> Result<Table, SourceError> {
    let columns = rows.variables().iter();
    let mut table = Table {
        name: measure.name.to_owned(),
        title: capitalised(measure.name),
        columns: columns.map(|name| name.as_str().to_owned()).collect(),
        legend: vec![
            (measure.column(), measure.sentence.to_owned()),
            ("definition".to_owned(), measure.definition.to_owned()),
        ],
        ..Table::default()
    };
    for row in rows {
        let row = row?;
        let cells = row.values().iter();
        table
            .rows
            .push(cells.map(|term| term.as_ref().map(value)).collect());
    }
    if !with_years {
        table.drop_column("year");
    }
    if let Computation::Question { aggregation, .. } = measure.computation {
        table = aggregation.of(&table);
    }
    table.rows.truncate(top.unwrap_or(usize::MAX));
    Ok(table)
}

fn value(term: &Term) -> Value {
    let literal = match term {
        Term::NamedNode(node) => return Value::Name(node.clone()),
        Term::BlankNode(node) => return Value::Text(node.to_string()),
        Term::Literal(literal) => literal,
    };
    let text = literal.value();
    if literal.language().is_some() || literal.datatype() == xsd::STRING {
        return Value::Text(text.to_owned());
    }
    if literal.datatype() == xsd::BOOLEAN {
        return Value::Truth(matches!(text, "true" | "1"));
    }
    if let Ok(count) = text.parse() {
        return Value::Count(count);
    }
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    number.map_or_else(|| Value::Text(text.to_owned()), Value::Number)
}
