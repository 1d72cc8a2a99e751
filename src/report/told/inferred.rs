//! Values that no text prints.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use crate::report::when::in_words;
use crate::source::{Row, Source, SourceError};
use crate::vocab::slug;

/// A value that was inferred, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inferred {
    /// The last part of the property's IRI, such as `endDate`.
    pub(crate) property: String,
    /// The property's name for people, such as `end date`.
    pub(crate) property_name: String,
    pub(crate) value: String,
    pub(crate) because: String,
    /// The words from which it was read.
    pub(crate) printed: Option<String>,
    /// The address of what else supports it.
    pub(crate) source: Option<String>,
}

impl Inferred {
    /// Out of a row of `inferences.rq`.
    pub(crate) fn of(row: &Row) -> Option<Self> {
        let property = slug(row.node("property")?.as_ref());
        Some(Self {
            property: property.to_owned(),
            property_name: row.text("property_name").unwrap_or(property).to_owned(),
            value: match row.text("name") {
                Some(name) => name.to_owned(),
                None => in_words(row.text("value")?),
            },
            because: row.text("because")?.to_owned(),
            printed: row.text("printed").map(str::to_owned),
            source: row.text("source").map(str::to_owned),
        })
    }

    /// Adds it to those of the same thing, which come property by property: values that are believed for one and the
    /// same reason are told together, and so are the beginning and the end of an interval.
    pub(crate) fn add_to(self, others: &mut Vec<Self>) {
        let last = others.last_mut().filter(|last| {
            last.because == self.because
                && last.printed == self.printed
                && last.source == self.source
                && (last.property == self.property
                    || (last.property == "date" && self.property == "endDate"))
        });
        match last {
            Some(last) if last.property == self.property => {
                last.value = format!("{} and {}", last.value, self.value);
            }
            Some(last) => last.value = format!("{} to {}", last.value, self.value),
            None => others.push(self),
        }
    }
}

/// What is inferred of each thing.
pub fn inferences(source: &Source) -> Result<BTreeMap<NamedNode, Vec<Inferred>>, SourceError> {
    let mut found: BTreeMap<NamedNode, Vec<Inferred>> = BTreeMap::new();
    source.each_row(include_str!("inferences.rq"), |row| {
        if let (Some(subject), Some(inferred)) = (row.node("subject"), Inferred::of(row)) {
            inferred.add_to(found.entry(subject.clone()).or_default());
        }
    })?;
    Ok(found)
}
