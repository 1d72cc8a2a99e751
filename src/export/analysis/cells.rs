//! Tables of measures as document tables and as query results.

use std::borrow::Cow;
use std::sync::Arc;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, Term, Variable};

use crate::document::{self, Cell};
use crate::export::results::link;
use crate::network::analysis::{Table, Value};
use crate::source::{Answer, Row, Solutions};

/// The table without its title and legend.
pub fn cells(table: &Table) -> document::Table {
    let cell = |value: &Option<Value>| match value {
        None => Cell::Absent,
        Some(Value::Count(count)) => Cell::Count(*count),
        Some(Value::Number(number)) => Cell::Number(*number),
        Some(Value::Truth(truth)) => Cell::Truth(*truth),
        Some(Value::Text(text)) => Cell::Text(text.clone()),
        Some(Value::Name(name)) => link(name),
    };
    let rows = table.rows.iter();
    document::Table {
        columns: table.columns.clone(),
        rows: rows.map(|row| row.iter().map(cell).collect()).collect(),
    }
}

/// The table as terms, with all digits of every number.
pub fn answer(table: &Table) -> Answer {
    let columns = table.columns.iter();
    let columns: Arc<[Variable]> = columns
        .map(|name| Variable::new_unchecked(name.as_str()))
        .collect();
    let rows = table.rows.iter().map(|row| {
        let terms = row.iter().map(|value| value.as_ref().map(term));
        Ok(Row::new(Arc::clone(&columns), terms.collect()))
    });
    let rows: Vec<_> = rows.collect();
    Answer::Solutions(Solutions::new(columns, rows.into_iter()))
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

/// A table with one row about the whole network, transposed: a row for each measure, with its meaning.
pub fn upright(table: &Table) -> Cow<'_, Table> {
    let measured = table.legend.iter().map(|(name, _)| name);
    let [row] = table.rows.as_slice() else {
        return Cow::Borrowed(table);
    };
    if !table.columns.iter().eq(measured) {
        return Cow::Borrowed(table);
    }
    let text = |text: &String| Some(Value::Text(text.clone()));
    let rows = table.legend.iter().zip(row);
    Cow::Owned(Table {
        columns: ["measure", "value", "meaning"].map(str::to_owned).to_vec(),
        rows: rows
            .map(|((name, sentence), value)| vec![text(name), value.clone(), text(sentence)])
            .collect(),
        ..table.clone()
    })
}
