//! The switch that ends a running query from another thread.

use std::fmt;

use oxigraph::sparql::{CancellationToken, QueryEvaluationError};

use super::error::SourceError;

/// Cancels the queries of a [`Source`](super::Source). Clones share one switch, so that a timer can hold one.
#[derive(Clone, Default)]
pub struct Cancel(CancellationToken);

impl Cancel {
    /// Cancels every query with this switch. A query notices at its next row or its next index lookup, which can take
    /// seconds inside a join: a caller that cannot wait must end the process.
    pub fn cancel(&self) {
        self.0.cancel();
    }

    /// Whether the queries are cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }

    pub(crate) fn token(&self) -> CancellationToken {
        self.0.clone()
    }

    /// Passes on a step of an answer, unless cancelled: the evaluator does not check between two rows that come from
    /// memory.
    pub(crate) fn watch<T>(&self, step: Result<T, QueryEvaluationError>) -> Result<T, SourceError> {
        if self.is_cancelled() {
            return Err(SourceError::Cancelled);
        }
        Ok(step?)
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cancel")
    }
}
