//! Why a named query or a query with parameters failed.

use std::sync::Arc;

use super::parameter::ParameterKind;
use super::value::ValueError;
use crate::diagnostic::SourceText;
use crate::source::SourceError;

/// Why a query could not be found, bound or answered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// No query has this name.
    #[error("unknown {noun} `{name}`{}", did_you_mean(.nearest.as_deref()))]
    UnknownQuery {
        /// Its name in messages: "query" or "view".
        noun: &'static str,
        /// The name.
        name: String,
        /// The nearest known name.
        nearest: Option<String>,
    },
    /// The query has no such parameter.
    #[error("{} has no parameter `{name}`{}; {}", .query, did_you_mean(.nearest.as_deref()), all(.known))]
    UnknownParameter {
        /// The query's name.
        query: String,
        /// The unknown parameter.
        name: String,
        /// The nearest known parameter.
        nearest: Option<String>,
        /// All parameters of the query.
        known: Vec<String>,
    },
    /// A required parameter is not set.
    #[error("{query} needs `{name}`: give it with `--set {name}={}`", .kind.example())]
    MissingParameter {
        /// The query's name.
        query: String,
        /// The parameter.
        name: String,
        /// The meaning of its values.
        kind: ParameterKind,
    },
    /// A value does not fit its parameter.
    #[error("parameter `{name}`: {source}")]
    Value {
        /// The parameter.
        name: String,
        /// What is wrong with the value.
        source: ValueError,
    },
    /// The bound query could not be answered.
    #[error("{source}")]
    Source {
        /// The query with its values; positions in the error refer to it.
        query: Arc<SourceText>,
        /// The cause.
        source: SourceError,
    },
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

fn all(names: &[String]) -> String {
    if names.is_empty() {
        "it takes none".to_owned()
    } else {
        format!("it takes {}", names.join(", "))
    }
}
