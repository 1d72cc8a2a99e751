//! The switch that ends a running query from another thread.

use std::fmt;

use oxigraph::sparql::{CancellationToken, QueryEvaluationError};

use super::error::SourceError;

/// Ends the queries of a [`Source`](super::Source). Clones share one switch, so that a timer can hold one.
#[derive(Clone, Default)]
pub struct Cancel(CancellationToken);

impl Cancel {
    /// Ends every query that has this switch. A query notices at its next row or its next look into the index,
    /// which can take seconds inside a join: a caller that cannot wait has to end the process.
    pub fn cancel(&self) {
        self.0.cancel();
    }

    /// Whether the switch is thrown.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }

    pub(crate) fn token(&self) -> CancellationToken {
        self.0.clone()
    }

    /// Passes a step of an answer on, unless the switch is thrown: the evaluator does not look between two rows
    /// that come out of memory.
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
