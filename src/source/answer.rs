//! Answers of a source, read row by row.

use std::str::FromStr;
use std::sync::Arc;

use oxigraph::model::{Literal, NamedNode, Term, Triple, Variable};
use oxigraph::sparql::QuerySolution;

use super::error::SourceError;
use crate::text::flat;

/// The answer to a query: rows, a boolean, or a graph.
#[derive(Debug)]
pub enum Answer {
    /// The rows of a `SELECT`.
    Solutions(Solutions),
    /// The answer to an `ASK`.
    Boolean(bool),
    /// The triples of a `CONSTRUCT` or `DESCRIBE`.
    Graph(Triples),
}

/// The rows of a `SELECT`, computed while they are read; an error ends them.
pub struct Solutions {
    variables: Arc<[Variable]>,
    rows: Steps<Row>,
}

impl Solutions {
    /// Joins the columns' names and the rows.
    pub fn new(
        variables: impl Into<Arc<[Variable]>>,
        rows: impl Iterator<Item = Result<Row, SourceError>> + 'static,
    ) -> Self {
        Self {
            variables: variables.into(),
            rows: Steps::new(rows),
        }
    }

    /// The same rows with only these columns, in this order; an unknown name becomes an empty column.
    #[must_use]
    pub fn only(self, names: &[&str]) -> Self {
        let columns: Arc<[Variable]> = names
            .iter()
            .map(|name| Variable::new_unchecked(*name))
            .collect();
        let kept = Arc::clone(&columns);
        let narrow = move |row: Row| {
            let values = kept.iter().map(|column| row.get(column.as_str()).cloned());
            Row::new(Arc::clone(&kept), values.collect())
        };
        let rows = self.rows.map(move |row| row.map(&narrow));
        Self::new(columns, rows)
    }

    /// The same rows with the white space in one column folded to single spaces.
    #[must_use]
    pub fn with_flat(self, column: &str) -> Self {
        let columns = Arc::clone(&self.variables);
        let kept = Arc::clone(&columns);
        let place = columns.iter().position(|one| one.as_str() == column);
        let flatten = move |row: Row| {
            let mut values = row.values().to_vec();
            if let Some(Some(Term::Literal(literal))) = place.and_then(|at| values.get_mut(at)) {
                let text = flat(literal.value()).into_owned();
                *literal = match literal.language() {
                    Some(tag) => Literal::new_language_tagged_literal_unchecked(text, tag),
                    None => Literal::new_typed_literal(text, literal.datatype()),
                };
            }
            Row::new(Arc::clone(&kept), values)
        };
        let rows = self.rows.map(move |row| row.map(&flatten));
        Self::new(columns, rows)
    }

    /// The names of the columns.
    #[must_use]
    pub fn variables(&self) -> &[Variable] {
        &self.variables
    }
}

impl Iterator for Solutions {
    type Item = Result<Row, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next()
    }
}

impl std::fmt::Debug for Solutions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Solutions").field(&self.variables).finish()
    }
}

/// One row of an answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Row(QuerySolution);

impl Row {
    /// Joins the columns' names and the values of one row.
    #[must_use]
    pub fn new(variables: Arc<[Variable]>, values: Vec<Option<Term>>) -> Self {
        Self(QuerySolution::from((variables, values)))
    }

    /// The value of a variable, given without its `?`; `None` if it is unbound or not selected.
    #[must_use]
    pub fn get(&self, variable: &str) -> Option<&Term> {
        self.0.get(variable)
    }

    /// The value of a column, counted from 0; `None` if it is unbound or the column does not exist.
    #[must_use]
    pub fn at(&self, column: usize) -> Option<&Term> {
        self.0.get(column)
    }

    /// The values of all columns, in order.
    #[must_use]
    pub fn values(&self) -> &[Option<Term>] {
        self.0.values()
    }

    /// The value of a variable, if it is an IRI.
    #[must_use]
    pub fn node(&self, variable: &str) -> Option<&NamedNode> {
        match self.get(variable)? {
            Term::NamedNode(node) => Some(node),
            _ => None,
        }
    }

    /// The value of a variable as text: a literal without its datatype, or an IRI.
    #[must_use]
    pub fn text(&self, variable: &str) -> Option<&str> {
        match self.get(variable)? {
            Term::NamedNode(node) => Some(node.as_str()),
            Term::Literal(literal) => Some(literal.value()),
            Term::BlankNode(_) => None,
        }
    }

    /// The value of a variable, if it is a number.
    #[must_use]
    pub fn number<N: FromStr>(&self, variable: &str) -> Option<N> {
        self.text(variable)?.parse().ok()
    }

    /// The variables that have a value, and their values.
    pub fn bindings(&self) -> impl Iterator<Item = (&Variable, &Term)> {
        self.0.iter()
    }
}

impl From<QuerySolution> for Row {
    fn from(solution: QuerySolution) -> Self {
        Self(solution)
    }
}

/// The triples of a `CONSTRUCT` or `DESCRIBE`, computed while they are read; an error ends them. The same triple may
/// occur twice.
pub struct Triples(Steps<Triple>);

impl Triples {
    /// Wraps the triples.
    pub fn new(triples: impl Iterator<Item = Result<Triple, SourceError>> + 'static) -> Self {
        Self(Steps::new(triples))
    }
}

impl Iterator for Triples {
    type Item = Result<Triple, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}

impl std::fmt::Debug for Triples {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Triples")
    }
}

/// The steps of an answer, up to its end or its first error.
struct Steps<T> {
    steps: Box<dyn Iterator<Item = Result<T, SourceError>>>,
    failed: bool,
}

impl<T> Steps<T> {
    fn new(steps: impl Iterator<Item = Result<T, SourceError>> + 'static) -> Self {
        Self {
            steps: Box::new(steps),
            failed: false,
        }
    }
}

impl<T> Iterator for Steps<T> {
    type Item = Result<T, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let step = self.steps.next();
        self.failed = matches!(step, Some(Err(_)));
        step
    }
}
