//! A published text about a meeting, the events that it reports, its fact sheet, and the manifest of its dossier.

use oxigraph::model::NamedNode;
use sha2::{Digest, Sha256};

use super::act::SheetAct;
use super::date::{PartialDate, Period};
use super::entity::SheetEntity;
use super::evidence::AnchoredQuote;
use super::inference::{InferencePolicy, MaybeInferred, clear_inferred};
use crate::vocab::Namespace;

/// What a dossier says about itself: `dossier.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Manifest {
    /// The title of the dossier.
    pub title: String,
    /// The two sides of the relationship; also the default sides of a meeting.
    pub sides: Vec<NamedNode>,
    /// The languages of the readouts; the first is the default.
    pub languages: Vec<String>,
}

/// The text itself: its address, issuer, title and dates.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Readout {
    /// The name of its folder.
    pub slug: String,
    /// Its address on the publisher's site.
    pub source: NamedNode,
    /// Its issuers.
    pub issued_by: Vec<NamedNode>,
    /// The publisher, if different from the issuer.
    pub publisher: Option<NamedNode>,
    /// The date of publication.
    pub published: Option<PartialDate>,
    /// The date on which it was read at its address.
    pub accessed: Option<PartialDate>,
    /// Whether its words are in the dossier; if they may not be stored, its title is in our words.
    pub has_words: bool,
    /// Its title.
    pub title: String,
    /// Its language, as a tag such as `en`.
    pub language: Option<String>,
    /// The SHA-256 of the file, in hexadecimal; `None` if the words may not be stored.
    pub sha256: Option<String>,
}

impl Readout {
    /// `doc:<slug>`, which is also the name of its graph.
    #[must_use]
    pub fn iri(&self) -> NamedNode {
        Namespace::Readout.mint(&self.slug)
    }
}

/// A fact sheet: the annotations of one readout.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sheet {
    /// The annotated text.
    pub readout: Readout,
    /// The events that it reports.
    pub events: Vec<SheetEvent>,
    /// What it says about entities.
    pub entities: Vec<SheetEntity>,
    /// The acts, in the order of the text.
    pub acts: Vec<SheetAct>,
}

/// A meeting, a visit, or another event to which a readout refers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetEvent {
    /// `id:<slug>`.
    pub iri: NamedNode,
    /// `bil:Meeting`, `bil:Visit` or `bil:Event`.
    pub class: NamedNode,
    /// Its English label, typed or generated.
    pub name: String,
    /// The sides that met.
    pub sides: Vec<SheetSide>,
    /// Its date.
    pub date: Option<MaybeInferred<Period>>,
    /// Its place.
    pub place: Option<MaybeInferred<NamedNode>>,
    /// The host; the other sides are its guests.
    pub host: Option<MaybeInferred<NamedNode>>,
    /// `in-person`, `phone`, `video` or `letter`.
    pub mode: Option<String>,
    /// `leaders`, `ministers`, `council` or `officials`.
    pub level: Option<String>,
    /// `held`, `planned` or `cancelled`.
    pub status: Option<String>,
    /// The event that it is part of.
    pub part_of: Option<NamedNode>,
    /// The words that report it.
    pub evidence: Vec<AnchoredQuote>,
}

impl SheetEvent {
    /// Removes the values that a policy excludes; the event itself remains.
    pub fn apply(&mut self, policy: InferencePolicy) {
        if policy == InferencePolicy::Asserted {
            clear_inferred(&mut [&mut self.date, &mut self.place, &mut self.host]);
        }
    }
}

/// One side of an event, with its participants.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetSide {
    /// The actor.
    pub actor: NamedNode,
    /// The people and posts that took part.
    pub participants: Vec<SheetParticipant>,
}

/// A person, or a post whose holder is not named; or a person together with the post.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetParticipant {
    /// The person or the post.
    pub who: NamedNode,
    /// The post that the person held, if the readout states it.
    pub post: Option<NamedNode>,
}

/// The actors whose names name the publisher of a text: its publisher, else its issuers; none where a single issuer is no
/// organization, since the page of a government is known by its host.
pub fn named_publishers<'a, T>(
    publisher: &'a [T],
    issuers: &'a [T],
    is_organization: impl Fn(&T) -> bool,
) -> &'a [T] {
    match (publisher, issuers) {
        ([], [only]) if !is_organization(only) => &[],
        ([], issuers) => issuers,
        (publisher, _) => publisher,
    }
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
