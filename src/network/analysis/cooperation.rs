//! Measures of cooperation: the rows of a question as a table.

use oxigraph::model::Term;
use oxigraph::model::vocab::xsd;

use super::{Measure, Table, Value};
use crate::source::{Row, Solutions, SourceError};

/// The table of a measure of cooperation, out of the rows of its question; with years or all together.
///
/// # Errors
/// Where the source fails while its rows are read.
pub fn of_cooperation(
    measure: &Measure,
    rows: Solutions,
    with_years: bool,
    top: Option<usize>,
) -> Result<Table, SourceError> {
    let mut table = Table {
        name: measure.name.to_owned(),
        title: title(measure),
        columns: rows
            .variables()
            .iter()
            .map(|name| name.as_str().to_owned())
            .collect(),
        legend: vec![
            (measure.column(), measure.sentence.to_owned()),
            ("definition".to_owned(), measure.definition.to_owned()),
        ],
        ..Table::default()
    };
    for row in rows {
        table.rows.push(cells(&row?));
    }
    if !with_years {
        table.drop_column("year");
    }
    if let super::measure::Computation::Question { finish, .. } = measure.way {
        table = finish.of(&table);
    }
    table.rows.truncate(top.unwrap_or(usize::MAX));
    Ok(table)
}

/// `One-sidedness`.
fn title(measure: &Measure) -> String {
    let mut letters = measure.name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn cells(row: &Row) -> Vec<Option<Value>> {
    row.values()
        .iter()
        .map(|term| term.as_ref().map(value))
        .collect()
}

fn value(term: &Term) -> Value {
    match term {
        Term::NamedNode(node) => Value::Name(node.clone()),
        Term::BlankNode(node) => Value::Text(node.to_string()),
        Term::Literal(literal) => {
            let text = literal.value();
            let number = || text.parse::<f64>().ok().filter(|number| number.is_finite());
            let is_words = literal.language().is_some() || literal.datatype() == xsd::STRING;
            match text.parse::<u64>() {
                _ if is_words => Value::Text(text.to_owned()),
                _ if literal.datatype() == xsd::BOOLEAN => {
                    Value::Truth(matches!(text, "true" | "1"))
                }
                Ok(count) => Value::Count(count),
                Err(_) => number().map_or_else(|| Value::Text(text.to_owned()), Value::Number),
            }
        }
    }
}
