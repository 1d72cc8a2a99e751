//! What a run may take, and how it is broken off from outside.

use std::fmt;

use oxigraph::sparql::CancellationToken;

/// Breaks a run off: clones share one switch, so that a timer can throw it from another thread.
#[derive(Clone, Default)]
pub struct Cancel(CancellationToken);

impl Cancel {
    /// Breaks off every run that was given this switch. The run notices at its next row or step, which
    /// can take seconds inside a join: who cannot wait must end the process.
    pub fn cancel(&self) {
        self.0.cancel();
    }

    pub(super) fn token(&self) -> CancellationToken {
        self.0.clone()
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
