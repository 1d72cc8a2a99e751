//! Why a source failed.

use std::ops::Range;
use std::sync::Arc;

use oxigraph::sparql::QueryEvaluationError;
use oxigraph::store::StorageError;

use super::mistake::Mistake;
use crate::diagnostic::{Code, Finding, Place, SourceText};

/// Why a query was not answered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// The query is not SPARQL, or is an update.
    #[error("{0}")]
    Syntax(Box<Mistake>),
    /// The query calls another service, which is never fetched.
    #[error("`SERVICE` is refused: nothing is fetched from elsewhere")]
    ServiceRefused {
        /// The word, in bytes; `None` if only the evaluator found it.
        at: Option<Range<usize>>,
    },
    /// The query is too long to be parsed safely.
    #[error("the query is longer than {limit} bytes")]
    TooLong {
        /// The maximum length, in bytes.
        limit: usize,
    },
    /// The query is nested too deeply to be parsed safely.
    #[error("brackets are nested more than {limit} deep")]
    TooDeep {
        /// The maximum depth.
        limit: usize,
        /// The first bracket above the limit, in bytes.
        at: Range<usize>,
    },
    /// The query is too complex to be planned safely.
    #[error("the query has more than {limit} symbols, without the data of its `VALUES`")]
    TooIntricate {
        /// The maximum number of symbols.
        limit: usize,
        /// The first symbol above the limit, in bytes.
        at: Range<usize>,
    },
    /// The query was cancelled.
    #[error("the query was cancelled")]
    Cancelled,
    /// The query failed while it ran.
    #[error("the query failed: {0}")]
    Evaluation(#[source] QueryEvaluationError),
    /// The quads could not be indexed.
    #[error("the graph could not be indexed")]
    Index(#[source] StorageError),
}

impl SourceError {
    /// The error as a finding in the query's text; `None` if no change of the text could fix it.
    #[must_use]
    pub fn diagnostic(&self, query: &Arc<SourceText>) -> Option<Finding> {
        let at = |code, range: &Range<usize>| {
            Finding::new(code, Place::new(query, range.clone()), self.to_string())
        };
        match self {
            Self::Syntax(mistake) => Some(mistake.diagnostic(query)),
            Self::ServiceRefused { at: Some(range) } => Some(at(Code::SparqlService, range)),
            Self::TooDeep { at: range, .. } => Some(at(Code::SparqlTooDeep, range)),
            Self::TooIntricate { at: range, .. } => Some(
                at(Code::SparqlTooIntricate, range)
                    .hint("put long lists into `VALUES`, which may be of any length"),
            ),
            Self::TooLong { .. } => Some(Finding::new(
                Code::SparqlTooLong,
                Place::file(query.name()),
                self.to_string(),
            )),
            Self::ServiceRefused { at: None }
            | Self::Cancelled
            | Self::Evaluation(_)
            | Self::Index(_) => None,
        }
    }
}

impl From<QueryEvaluationError> for SourceError {
    fn from(error: QueryEvaluationError) -> Self {
        match error {
            QueryEvaluationError::Cancelled => Self::Cancelled,
            QueryEvaluationError::UnsupportedService(_)
            | QueryEvaluationError::UnboundService
            | QueryEvaluationError::InvalidServiceName(_) => Self::ServiceRefused { at: None },
            other => Self::Evaluation(other),
        }
    }
}
