//! Values that a readout states, and values that a person inferred: kept apart.

/// A value of a fact sheet: asserted, or inferred for a stated reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaybeInferred<T> {
    /// The value.
    pub value: T,
    /// The reason for it, if the readout does not state it.
    pub inference: Option<Reason>,
}

/// The reason for an inferred value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// The reason, in a person's words.
    pub because: String,
    /// The readout's own words from which it was inferred.
    pub printed: Option<String>,
    /// The address of a supporting source.
    pub source: Option<String>,
}

impl<T> MaybeInferred<T> {
    /// A value that the readout states, or a default.
    pub fn asserted(value: T) -> Self {
        Self {
            value,
            inference: None,
        }
    }

    /// Whether the value is inferred.
    pub fn is_inferred(&self) -> bool {
        self.inference.is_some()
    }
}

/// Which values of a dossier are loaded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum InferencePolicy {
    /// All; inferred values are marked as such, with the reason.
    #[default]
    All,
    /// What a readout or an RDF file asserts: what a person inferred is left out, and what follows from it alone.
    Asserted,
}

/// A value that may be inferred.
pub trait Inferable {
    /// Removes what is inferred.
    fn clear_inferred(&mut self);
}

impl<T> Inferable for MaybeInferred<Vec<T>> {
    fn clear_inferred(&mut self) {
        if self.is_inferred() {
            *self = Self::asserted(Vec::new());
        }
    }
}

impl<T> Inferable for Option<MaybeInferred<T>> {
    fn clear_inferred(&mut self) {
        self.take_if(|value| value.is_inferred());
    }
}

/// Removes what is inferred among some values.
pub fn clear_inferred(values: &mut [&mut dyn Inferable]) {
    for value in values {
        value.clear_inferred();
    }
}
