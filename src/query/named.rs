//! One question: what it asks, what can be given to it, and its SPARQL.

use std::collections::BTreeMap;
use std::sync::Arc;

use oxigraph::model::Term;

use super::header::{self, Undeclared};
use super::slot::slots;
use super::{ParameterKind, QueryError, value};
use crate::diagnostic::{Finding, SourceText};
use crate::model::NameIndex;
use crate::source::{Answer, Source};
use crate::text::nearest;

/// What can be given to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// The variable, without its `?`.
    pub name: String,
    /// What a value of it is.
    pub kind: ParameterKind,
    /// What it does, in words.
    pub meaning: String,
    /// Whether the query makes no sense without it.
    pub required: bool,
}

/// A query with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedQuery {
    /// The name of its file, without `.rq`.
    pub name: String,
    /// Its title; its name where it has none.
    pub title: String,
    /// The question that it answers.
    pub asks: String,
    /// What can be given to it, in the order of its header.
    pub parameters: Vec<Parameter>,
    /// Its text, header included.
    pub source: Arc<SourceText>,
}

impl NamedQuery {
    /// Reads a query that is kept in a file: its header must tell all of its parameters.
    ///
    /// # Errors
    /// A finding for each mistake in the header.
    pub fn read(source: Arc<SourceText>) -> Result<Self, Vec<Finding>> {
        header::read(source, Undeclared::Refused)
    }

    /// Reads a query that somebody just wrote: what its header does not tell is guessed.
    ///
    /// # Errors
    /// A finding for each mistake in the header, if it has one.
    pub fn read_loosely(source: Arc<SourceText>) -> Result<Self, Vec<Finding>> {
        header::read(source, Undeclared::Guessed)
    }

    /// Puts values into the query: pairs of parameter and value. A parameter given twice takes both.
    ///
    /// Each value becomes a term of its parameter's kind and is written with all escapes, so that it can
    /// be nothing but a term. What is not given stays `UNDEF` and leaves the variable free.
    ///
    /// # Errors
    /// [`QueryError::UnknownParameter`], [`QueryError::Value`], [`QueryError::MissingParameter`].
    pub fn bind(
        &self,
        values: &[(String, String)],
        name_index: &NameIndex,
    ) -> Result<Arc<SourceText>, QueryError> {
        let terms = self.terms(values, name_index)?;
        if let Some(missing) = self
            .parameters
            .iter()
            .find(|parameter| parameter.required && !terms.contains_key(parameter.name.as_str()))
        {
            return Err(QueryError::MissingParameter {
                query: self.name.clone(),
                name: missing.name.clone(),
                kind: missing.kind,
            });
        }
        let text = substitute(self.source.text(), &terms);
        Ok(Arc::new(SourceText::new(self.source.name(), text)))
    }

    /// Binds the values and puts the query to a source.
    ///
    /// # Errors
    /// As [`bind`](Self::bind), and [`QueryError::Source`] where the source gives no answer.
    pub fn run(
        &self,
        source: &Source,
        values: &[(String, String)],
        name_index: &NameIndex,
    ) -> Result<Answer, QueryError> {
        let query = self.bind(values, name_index)?;
        source
            .run(query.text())
            .map_err(|source| QueryError::Source { query, source })
    }

    /// The values as terms, by parameter.
    fn terms(
        &self,
        values: &[(String, String)],
        name_index: &NameIndex,
    ) -> Result<BTreeMap<&str, Vec<Term>>, QueryError> {
        let mut terms: BTreeMap<&str, Vec<Term>> = BTreeMap::new();
        for (name, given) in values {
            let parameter = self.parameter(name)?;
            let term = value::term(parameter.kind, given, name_index).map_err(|source| {
                QueryError::Value {
                    name: name.clone(),
                    source,
                }
            })?;
            terms.entry(&parameter.name).or_default().push(term);
        }
        Ok(terms)
    }

    fn parameter(&self, name: &str) -> Result<&Parameter, QueryError> {
        let names = || {
            self.parameters
                .iter()
                .map(|parameter| parameter.name.as_str())
        };
        self.parameters
            .iter()
            .find(|parameter| parameter.name == name)
            .ok_or_else(|| QueryError::UnknownParameter {
                query: self.name.clone(),
                name: name.to_owned(),
                nearest: nearest(name, names()).map(str::to_owned),
                known: names().map(str::to_owned).collect(),
            })
    }
}

/// The text with terms in their slots, `VALUES ?name { UNDEF }`; a slot for which there is none stays free.
///
/// `Term` writes itself in the escapes of N-Triples, which SPARQL shares.
#[must_use]
pub fn substitute(sparql: &str, terms: &BTreeMap<&str, Vec<Term>>) -> String {
    let mut text = String::with_capacity(sparql.len());
    let mut copied = 0;
    for slot in slots(sparql) {
        let Some(terms) = terms.get(slot.name.as_str()) else {
            continue;
        };
        text.push_str(sparql.get(copied..slot.undef.start).unwrap_or_default());
        let terms: Vec<String> = terms.iter().map(Term::to_string).collect();
        text.push_str(&terms.join(" "));
        copied = slot.undef.end;
    }
    text.push_str(sparql.get(copied..).unwrap_or_default());
    text
}
