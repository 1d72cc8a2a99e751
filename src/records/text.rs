//! Published texts, their issuers and addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::statements::Statements;
use super::terms::Id;
use super::when::When;
use crate::vocab::bil::{self, derived};
use crate::vocab::w3c::{dcterms, oa, prov, rdf};

/// A published text about a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Text {
    /// `doc:<slug>`.
    pub id: Id,
    /// Its title.
    pub title: Arc<str>,
    /// Its address.
    pub address: Option<Arc<str>>,
    /// Its issuers, in the order of their names.
    pub issuers: Vec<Id>,
    /// Its publisher, if that differs from the issuers.
    pub publisher: Option<Id>,
    /// The publisher as readers know it: `bil:publisherName`.
    pub publisher_name: Option<Arc<str>>,
    /// Its language, as a tag such as `en`.
    pub language: Option<Arc<str>>,
    /// The date of publication.
    pub published: Option<When>,
    /// The date on which it was read at its address.
    pub accessed: Option<When>,
    /// The SHA-256 of its words, in hexadecimal.
    pub sha256: Option<Arc<str>>,
    /// Whether the graph has words of it.
    pub has_words: bool,
}

impl Text {
    fn read(id: Id, statements: &Statements) -> Self {
        let date = |property| Some(When::new(statements.text(id, property)?, None));
        let mut issuers: Vec<Id> = statements.nodes(id, prov::WAS_ATTRIBUTED_TO).collect();
        issuers.sort_by_key(|issuer| (statements.label(*issuer), *issuer));
        let sha256 = statements.text(id, bil::SHA256);
        Self {
            id,
            title: statements.title(id),
            address: statements.text(id, dcterms::SOURCE),
            issuers,
            publisher: statements.node(id, dcterms::PUBLISHER),
            publisher_name: statements.text(id, derived::PUBLISHER_NAME),
            language: statements.text(id, dcterms::LANGUAGE),
            published: date(dcterms::ISSUED),
            accessed: date(bil::ACCESSED),
            has_words: sha256.is_some() || statements.subjects(oa::HAS_SOURCE, id).next().is_some(),
            sha256,
        }
    }
}

/// Every text: readouts, and texts that report something or that words are from.
pub fn texts(statements: &Statements) -> BTreeMap<Id, Text> {
    let readouts = statements.id(bil::class::READOUT).into_iter();
    let mut ids: BTreeSet<Id> = readouts
        .flat_map(|class| statements.subjects(rdf::TYPE, class))
        .collect();
    for property in [bil::REPORTED_IN, oa::HAS_SOURCE] {
        let having = statements.having(property).into_iter();
        ids.extend(having.flat_map(|subject| statements.nodes(subject, property)));
    }
    ids.into_iter()
        .map(|id| (id, Text::read(id, statements)))
        .collect()
}
