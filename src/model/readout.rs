//! A published text about a meeting, the events that it reports, its fact sheet, and the manifest of its dossier.

use oxigraph::model::NamedNode;
use sha2::{Digest, Sha256};

use super::act::Act;
use super::date::{PartialDate, Period};
use super::entity::Entity;
use super::evidence::Evidence;
use super::inference::{InferencePolicy, MaybeInferred, clear_inferred};
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

/// A meeting, a visit, or another event to which a readout refers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// `id:<slug>`.
    pub iri: NamedNode,
    /// `bil:Meeting`, `bil:Visit` or `bil:Event`.
    pub class: NamedNode,
    /// Its English label, given or generated.
    pub name: String,
    /// Who met whom.
    pub sides: Vec<Side>,
    /// When.
    pub date: Option<MaybeInferred<Period>>,
    /// Where.
    pub place: Option<MaybeInferred<NamedNode>>,
    /// Who received; the other sides are guests.
    pub host: Option<MaybeInferred<NamedNode>>,
    /// `in-person`, `phone`, `video` or `letter`.
    pub mode: Option<String>,
    /// `held`, `planned` or `cancelled`.
    pub status: Option<String>,
    /// The event of which it is a part.
    pub part_of: Option<NamedNode>,
    /// The words that report it.
    pub evidence: Vec<Evidence>,
}

impl Event {
    /// Leaves out what is not kept; the event itself remains.
    pub fn apply(&mut self, policy: InferencePolicy) {
        if policy == InferencePolicy::Asserted {
            clear_inferred(&mut [&mut self.date, &mut self.place, &mut self.host]);
        }
    }
}

/// One side of an event, with the people who were there for it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Side {
    /// The actor for which they were there.
    pub actor: NamedNode,
    /// Who was there.
    pub participants: Vec<Participant>,
}

/// A person, or a post whose holder is not named; or a person together with the post.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Participant {
    /// The person or the post.
    pub who: NamedNode,
    /// The post that the person held there, where the readout says so.
    pub post: Option<NamedNode>,
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
