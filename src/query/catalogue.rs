//! All named queries of one folder, by name.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{NamedQuery, QueryError};
use crate::diagnostic::{Finding, SourceText};
use crate::text::nearest;

/// Queries by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    queries: BTreeMap<String, NamedQuery>,
}

impl Catalogue {
    /// Reads the texts of `.rq` files; of two with one name the later stands. A query whose header has a
    /// mistake is left out, and the mistakes of all of them are given beside the catalogue.
    #[must_use]
    pub fn new(files: impl IntoIterator<Item = Arc<SourceText>>) -> (Self, Vec<Finding>) {
        let mut catalogue = Self::default();
        let mut mistakes = Vec::new();
        for file in files {
            match NamedQuery::read(file) {
                Ok(query) => {
                    catalogue.queries.insert(query.name.clone(), query);
                }
                Err(found) => mistakes.extend(found),
            }
        }
        (catalogue, mistakes)
    }

    /// The query with this name.
    ///
    /// # Errors
    /// [`QueryError::UnknownQuery`] where there is none.
    pub fn named(&self, name: &str) -> Result<&NamedQuery, QueryError> {
        self.queries
            .get(name)
            .ok_or_else(|| QueryError::UnknownQuery {
                name: name.to_owned(),
                nearest: nearest(name, self.queries.keys().map(String::as_str)).map(str::to_owned),
            })
    }

    /// All queries, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &NamedQuery> {
        self.queries.values()
    }
}
