//! A measure that a network does not have.

/// Why a measure has no value here, as the end of `undefined: …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("undefined: {0}")]
pub struct Undefined(pub String);

impl Undefined {
    pub(crate) fn since(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}
