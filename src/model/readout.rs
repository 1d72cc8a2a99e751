//! A published text about a meeting, all that a person recorded from it, and the dossier around it.

use oxigraph::model::NamedNode;
use sha2::{Digest, Sha256};

use super::{Act, Entity, Event, PartialDate};
use crate::vocab::Namespace;

/// What a dossier says about itself: `dossier.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Manifest {
    /// What the dossier is about.
    pub title: String,
    /// The two sides of the relationship; also the default sides of a meeting.
    pub sides: Vec<NamedNode>,
    /// The languages of the readouts; the first is the default.
    pub languages: Vec<String>,
}

/// The text itself: who published what, where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Readout {
    /// The name of its folder.
    pub slug: String,
    /// Its address at the publisher's.
    pub source: NamedNode,
    /// Whose text it is.
    pub issued_by: Vec<NamedNode>,
    /// Who published it, if not the issuer.
    pub publisher: Option<NamedNode>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was last read there.
    pub accessed: Option<PartialDate>,
    /// Whether its words are in the dossier; where they may not be stored, its title is in our words.
    pub has_words: bool,
    /// Its title.
    pub title: String,
    /// Its language, as a tag such as `en`.
    pub language: Option<String>,
    /// The SHA-256 of the file, in hexadecimal; `None` where the words may not be stored.
    pub sha256: Option<String>,
}

impl Readout {
    /// `doc:<slug>`, which is also the name of its graph.
    #[must_use]
    pub fn iri(&self) -> NamedNode {
        Namespace::Readout.mint(&self.slug)
    }
}

/// A fact sheet: what a person recorded from one readout.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sheet {
    /// The text from which it was recorded.
    pub readout: Readout,
    /// The events that it reports.
    pub events: Vec<Event>,
    /// What it says about entities.
    pub entities: Vec<Entity>,
    /// The acts, in the order of the text.
    pub acts: Vec<Act>,
}

/// The publisher of a text as readers know it: by its name, else by the host of the address, such as `president.gov.by`.
#[must_use]
pub fn publisher_name(name: Option<String>, address: &str) -> String {
    // An archive has the address of the page itself at the end of its own.
    let page = address.rsplit("://").next().unwrap_or(address);
    let host = page.split(['/', '?', '#', ':']).next().unwrap_or(page);
    name.unwrap_or_else(|| match host.strip_prefix("www.").unwrap_or(host) {
        "" => "its publisher".to_owned(),
        host => host.to_owned(),
    })
}

/// The SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal.
#[must_use]
pub fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text);
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    digits
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}
