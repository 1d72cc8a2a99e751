//! Values that a readout prints, and values that somebody inferred: kept apart.

/// A value of a fact sheet: asserted, or inferred for a stated reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaybeInferred<T> {
    /// The value.
    pub value: T,
    /// Why it is believed, where the readout does not say it.
    pub inference: Option<Inference>,
}

/// The reason for an inferred value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inference {
    /// The reason, in a person's words.
    pub because: String,
    /// The readout's own words from which it was inferred.
    pub printed: Option<String>,
    /// The address of what else supports it.
    pub source: Option<String>,
}

impl<T> MaybeInferred<T> {
    /// A value that the readout prints, or a default.
    pub fn asserted(value: T) -> Self {
        Self {
            value,
            inference: None,
        }
    }

    /// Whether somebody inferred the value.
    pub fn is_inferred(&self) -> bool {
        self.inference.is_some()
    }
}
