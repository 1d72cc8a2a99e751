//! What stands in a cell of a table.

use oxigraph::model::NamedNode;

/// A value of a measure, or what it is a value of.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A whole number.
    Count(u64),
    /// A number that is always finite.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// Words for people.
    Text(String),
    /// A thing by its IRI.
    Name(NamedNode),
}

impl Value {
    pub(crate) fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    /// The number that it is, to sort by; yes is more than no.
    pub(crate) fn size(&self) -> Option<f64> {
        match self {
            // Counts of a network are far below 2⁵³.
            #[expect(
                clippy::cast_precision_loss,
                reason = "it only says which of two is greater"
            )]
            Self::Count(count) => Some(*count as f64),
            Self::Number(number) => Some(*number),
            Self::Truth(truth) => Some(f64::from(u8::from(*truth))),
            Self::Text(_) | Self::Name(_) => None,
        }
    }
}
