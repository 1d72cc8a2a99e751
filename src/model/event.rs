//! Meetings, visits and other events.

use oxigraph::model::NamedNode;

use super::inference::clear_inferred;
use super::{Evidence, InferencePolicy, MaybeInferred, Period};

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
    /// `leaders`, `ministers`, `council` or `officials`.
    pub level: Option<String>,
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
