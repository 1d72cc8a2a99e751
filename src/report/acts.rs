//! The acts as a table, without SPARQL.

use std::sync::Arc;

use crate::diagnostic::{LoadError, SourceText};
use crate::query::NamedQuery;

/// The query behind the table of acts; its parameters are the filters.
///
/// # Errors
/// The mistakes in its header; a test holds that there are none.
pub fn acts() -> Result<NamedQuery, LoadError> {
    NamedQuery::read(Arc::new(SourceText::new(
        "acts.rq",
        include_str!("acts.rq"),
    )))
}
