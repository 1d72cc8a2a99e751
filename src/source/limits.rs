//! What a run may take, and how it is broken off from outside.

use std::fmt;

use oxigraph::sparql::{CancellationToken, QueryEvaluationError};

use super::SourceError;

/// Breaks a run off: clones share one switch, so that a timer can throw it from another thread.
#[derive(Clone, Default)]
pub struct Cancel(CancellationToken);

impl Cancel {
    /// Breaks off every run that was given this switch. The run notices at its next row, or its next look
    /// into the index, which can take seconds inside a join: who cannot wait must end the process.
    pub fn cancel(&self) {
        self.0.cancel();
    }

    /// Whether the switch was thrown.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }

    pub(crate) fn token(&self) -> CancellationToken {
        self.0.clone()
    }

    /// Passes a step of a run on, unless the switch was thrown: between two rows that come out of memory
    /// the evaluator does not look.
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

/// The limits of one run.
#[derive(Debug, Clone, Default)]
pub struct Limits {
    /// Breaks the run off.
    pub cancel: Cancel,
}
