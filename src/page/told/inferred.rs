//! Values that no text prints.

use crate::model::slug;
use crate::source::Row;

/// A value that was inferred, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Inferred {
    /// The last part of the property's IRI, such as `endDate`.
    pub(in crate::page) property: String,
    /// The property's name for people, such as `end date`.
    pub(in crate::page) property_name: String,
    pub(in crate::page) value: String,
    pub(in crate::page) because: String,
    /// The words from which it was read.
    pub(in crate::page) printed: Option<String>,
    /// The address of what else supports it.
    pub(in crate::page) source: Option<String>,
}

impl Inferred {
    /// Out of a row of `inferences.rq`.
    pub(in crate::page) fn of(row: &Row) -> Option<Self> {
        let property = slug(row.node("property")?.as_ref());
        Some(Self {
            property: property.to_owned(),
            property_name: row.text("property_name").unwrap_or(property).to_owned(),
            value: row.text("name").or_else(|| row.text("value"))?.to_owned(),
            because: row.text("because")?.to_owned(),
            printed: row.text("printed").map(str::to_owned),
            source: row.text("source").map(str::to_owned),
        })
    }
}
