//! What the writers of XML share: the title of a network, and the refusal of what XML cannot carry.

use super::format::ExchangeFormat;
use crate::export::ExportError;
use crate::text::xml;

/// The title and description of a network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// Sentences that explain it.
    pub caption: Vec<String>,
}

/// The error for a character that a format cannot carry, with its place.
pub fn not_carried(
    format: ExchangeFormat,
    place: &str,
) -> impl FnOnce(xml::Forbidden) -> ExportError {
    move |xml::Forbidden(character)| {
        let code = u32::from(character);
        ExportError::NotCarried {
            format: format.name(),
            what: format!(
                "the character U+{code:04X}, which stands in what is said of {place}, is none of XML"
            ),
            instead: "node-link JSON and CSV",
        }
    }
}
