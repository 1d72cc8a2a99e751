//! Meetings, visits and other events.

use oxigraph::model::NamedNode;

use super::{Evidence, MaybeInferred, Period};

/// A meeting, a visit, or another event to which a readout refers.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The words that tell of it.
    pub evidence: Vec<Evidence>,
}

/// One side of an event, with the people who were there for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// For whom they were there.
    pub actor: NamedNode,
    /// Who was there.
    pub participants: Vec<Participant>,
}

/// A person, or a post whose holder is not named; or a person together with the post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The person or the post.
    pub who: NamedNode,
    /// The post that the person held there, where the readout says so.
    pub post: Option<NamedNode>,
}
