//! An act, or something else that carries a tie, with its words.

use oxigraph::model::NamedNode;
use serde::Serialize;

use crate::export::name::name;
use crate::network::{Edge, Facts};

/// An act behind an edge.
#[derive(Debug, Serialize)]
pub struct Act<'a> {
    id: String,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    audience: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    /// The last date, if the act has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
}

impl<'a> Act<'a> {
    /// The acts of an edge, in their order.
    pub(crate) fn all_of(edge: &'a Edge, facts: &'a Facts) -> Vec<Self> {
        let acts = edge.acts.iter().zip(edge.dates());
        acts.map(|(act, dates)| Self::new(act, dates, facts))
            .collect()
    }

    fn new(act: &NamedNode, [first, last]: [Option<&'a str>; 2], facts: &'a Facts) -> Self {
        let known = facts.acts.get(act);
        let sentence = known.map(|known| known.sentence.as_str());
        Self {
            id: name(act),
            audience: known.map_or(&[], |known| &known.audience),
            sentence: sentence.filter(|sentence| !sentence.is_empty()),
            quote: known.and_then(|known| known.quote.as_deref()),
            date: first,
            end_date: last.filter(|_| last != first),
            link: known.and_then(|known| known.url.as_deref()),
        }
    }

    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn audience(&self) -> String {
        self.audience.join(", ")
    }

    pub(crate) fn sentence(&self) -> &str {
        self.sentence.unwrap_or_default()
    }

    pub(crate) fn quote(&self) -> &str {
        self.quote.unwrap_or_default()
    }

    pub(crate) fn link(&self) -> &str {
        self.link.unwrap_or_default()
    }

    /// `2017-11-13`, or `2017/2019` for an interval.
    pub(crate) fn dates(&self) -> String {
        let date = self.date.unwrap_or_default();
        self.end_date
            .map_or_else(|| date.to_owned(), |end| [date, "/", end].concat())
    }
}
