//! Named queries: the question of each, its parameters, and its SPARQL.

use std::collections::BTreeMap;
use std::sync::Arc;

use oxigraph::model::Term;

use super::error::QueryError;
use super::header::{Header, Undeclared, stem};
use super::parameter::Parameter;
use super::slot::substitute;
use super::value;
use crate::diagnostic::{Finding, LoadError, SourceText};
use crate::model::NameIndex;
use crate::source::{Answer, Source};
use crate::text::nearest;

/// A query with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedQuery {
    /// The name of its file, without `.rq`.
    pub name: String,
    /// Its title, or else its name.
    pub title: String,
    /// The question that it answers.
    pub asks: String,
    /// The columns to show where not all fit, the most important one first; others follow.
    pub columns: Vec<String>,
    /// Its parameters, in the order of the header.
    pub parameters: Vec<Parameter>,
    /// Its text, with the header.
    pub source: Arc<SourceText>,
}

impl NamedQuery {
    /// Reads the query of a file: its header must declare all of its parameters.
    ///
    /// # Errors
    /// A finding for each error in the header.
    pub fn read(source: Arc<SourceText>) -> Result<Self, LoadError> {
        Self::new(source, Undeclared::Refused)
    }

    /// Reads a query from the command line: the kinds of parameters that it does not declare are guessed.
    ///
    /// # Errors
    /// A finding for each error in the header, if it has one.
    pub fn read_loosely(source: Arc<SourceText>) -> Result<Self, LoadError> {
        Self::new(source, Undeclared::Guessed)
    }

    fn new(source: Arc<SourceText>, undeclared: Undeclared) -> Result<Self, LoadError> {
        let header = Header::read(&source, undeclared)?;
        let name = stem(source.name()).to_owned();
        Ok(Self {
            title: header.title.unwrap_or_else(|| name.clone()),
            asks: header.asks.unwrap_or_default(),
            columns: header.columns,
            parameters: header.parameters,
            name,
            source,
        })
    }

    /// Binds pairs of parameter and value. A parameter that is set twice has both values.
    ///
    /// Each value becomes a term of its parameter's kind. A parameter without a value stays `UNDEF` and leaves the
    /// variable free.
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

    /// Binds the values and runs the query.
    ///
    /// # Errors
    /// As [`bind`](Self::bind), and [`QueryError::Source`] if the source fails.
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

    /// The parameters without which the answer may be empty; none if one of them is set.
    #[must_use]
    pub fn lacking(&self, values: &[(String, String)]) -> Vec<&Parameter> {
        let advised = self.parameters.iter().filter(|parameter| parameter.advised);
        let advised: Vec<&Parameter> = advised.collect();
        let is_set =
            |parameter: &&Parameter| values.iter().any(|(name, _)| *name == parameter.name);
        if advised.iter().any(is_set) {
            return Vec::new();
        }
        advised
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

/// Named queries of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    noun: &'static str,
    queries: BTreeMap<String, NamedQuery>,
}

impl Catalogue {
    /// Reads the texts of `.rq` files; of two with the same name the later counts. Messages call each a `noun`, such as
    /// "query" or "view". A query with an error in its header is left out, and all errors are returned.
    #[must_use]
    pub fn new(
        noun: &'static str,
        files: impl IntoIterator<Item = Arc<SourceText>>,
    ) -> (Self, Vec<Finding>) {
        let mut catalogue = Self {
            noun,
            queries: BTreeMap::new(),
        };
        let mut mistakes = Vec::new();
        for file in files {
            match NamedQuery::read(file) {
                Ok(query) => {
                    catalogue.queries.insert(query.name.clone(), query);
                }
                Err(LoadError(found)) => mistakes.extend(found),
            }
        }
        (catalogue, mistakes)
    }

    /// The query with this name.
    ///
    /// # Errors
    /// [`QueryError::UnknownQuery`] if no query has it.
    pub fn named(&self, name: &str) -> Result<&NamedQuery, QueryError> {
        self.queries
            .get(name)
            .ok_or_else(|| QueryError::UnknownQuery {
                noun: self.noun,
                name: name.to_owned(),
                nearest: nearest(name, self.queries.keys().map(String::as_str)).map(str::to_owned),
            })
    }

    /// All queries, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &NamedQuery> {
        self.queries.values()
    }
}
