//! CSV for spreadsheets: they take it for UTF-8 by its byte order mark, and none of its cells for a formula.

use std::io::Write;
use std::sync::Arc;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, Term, Variable};
use oxigraph::sparql::results::QueryResultsFormat;

use super::{ResultsError, w3c};
use crate::source::{Row, Solutions};

/// What Excel needs to read a file as UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

pub fn rows(solutions: Solutions, out: &mut dyn Write) -> Result<usize, ResultsError> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    let variables: Arc<[Variable]> = solutions.variables().into();
    let columns = Arc::clone(&variables);
    let rows = solutions.map(move |row| row.map(|row| harmless(&row, &columns)));
    w3c::rows(
        Solutions::new(variables, rows),
        QueryResultsFormat::Csv,
        out,
    )
}

fn harmless(row: &Row, columns: &Arc<[Variable]>) -> Row {
    let values = row
        .values()
        .iter()
        .map(|value| value.clone().map(no_formula));
    Row::new(Arc::clone(columns), values.collect())
}

/// A text that a spreadsheet would run gets an apostrophe in front, which it takes for "this is text"
/// ([CSV injection](https://owasp.org/www-community/attacks/CSV_Injection)). Numbers stay numbers.
fn no_formula(term: Term) -> Term {
    match term {
        Term::Literal(literal) if is_text(&literal) && begins_formula(literal.value()) => {
            Literal::new_simple_literal(format!("'{}", literal.value())).into()
        }
        other => other,
    }
}

fn is_text(literal: &Literal) -> bool {
    literal.language().is_some() || literal.datatype() == xsd::STRING
}

fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
