//! Passages of texts: the exact words that carry an act or a fact.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::statements::Statements;
use super::terms::Id;
use super::text::Text;
use crate::model::Voice;
use crate::vocab::bil;
use crate::vocab::w3c::oa;

/// One passage of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// `doc:<slug>#char=START,END`.
    pub id: Id,
    /// The text that it is from.
    pub text: Option<Id>,
    /// The words.
    pub exact: Arc<str>,
    /// The text directly before them.
    pub prefix: Option<Arc<str>>,
    /// The text directly after them.
    pub suffix: Option<Arc<str>>,
    /// Their beginning, in Unicode code points of the text.
    pub start: Option<u64>,
    /// Their end: the first code point after them.
    pub end: Option<u64>,
    /// How the words reach the reader.
    pub voice: Option<Voice>,
}

impl Evidence {
    fn read(id: Id, statements: &Statements) -> Option<Self> {
        let selectors: Vec<Id> = statements.nodes(id, oa::HAS_SELECTOR).collect();
        let text = |property| {
            let mut texts = selectors
                .iter()
                .filter_map(|selector| statements.text(*selector, property));
            texts.next()
        };
        let number = |property| text(property)?.parse().ok();
        let voice = statements.text(id, bil::VOICE);
        let mut voices = Voice::ALL.into_iter();
        Some(Self {
            id,
            text: statements.node(id, oa::HAS_SOURCE),
            exact: text(oa::EXACT)?,
            prefix: text(oa::PREFIX),
            suffix: text(oa::SUFFIX),
            start: number(oa::START),
            end: number(oa::END),
            voice: voice.and_then(|word| voices.find(|voice| *voice.word() == *word)),
        })
    }
}

/// The passages of a node, by the addresses of their texts, then in the order of the text.
pub fn evidence(node: Id, texts: &BTreeMap<Id, Text>, statements: &Statements) -> Vec<Evidence> {
    let passages = statements.nodes(node, bil::EVIDENCE);
    let mut passages: Vec<Evidence> = passages
        .filter_map(|id| Evidence::read(id, statements))
        .collect();
    let address = |passage: &Evidence| texts.get(&passage.text?)?.address.clone();
    passages.sort_by_cached_key(|passage| {
        (
            address(passage),
            passage.start,
            Arc::clone(&passage.exact),
            passage.id,
        )
    });
    passages
}
