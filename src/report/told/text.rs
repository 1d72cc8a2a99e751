//! The texts: whose they are, and where they stand.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use crate::source::{Source, SourceError};
use crate::text::enumerated;

/// A published text, as far as a page names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    /// Who issued it, in alphabetical order.
    pub(crate) issuers: Vec<String>,
    /// Its address.
    pub(crate) page: String,
}

impl Text {
    /// `Belarus and Russia`.
    pub(crate) fn issuer(&self) -> String {
        enumerated(&self.issuers)
    }
}

/// Every text, by the IRI of its readout.
pub fn texts(source: &Source) -> Result<BTreeMap<NamedNode, Text>, SourceError> {
    let mut texts: BTreeMap<NamedNode, Text> = BTreeMap::new();
    source.each_row(include_str!("issuers.rq"), |row| {
        if let (Some(readout), Some(page)) = (row.node("readout"), row.text("page")) {
            let text = texts.entry(readout.clone()).or_default();
            page.clone_into(&mut text.page);
            text.issuers.extend(row.text("issuer").map(str::to_owned));
        }
    })?;
    Ok(texts)
}
