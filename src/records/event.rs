//! Meetings, visits and other events: date, place and participants.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::evidence::{Evidence, evidence};
use super::level;
use super::membership::Membership;
use super::presence::{Participant, People};
use super::statements::Statements;
use super::terms::Id;
use super::text::Text;
use super::when::When;
use crate::model::MeetingLevel;
use crate::vocab::bil;
use crate::vocab::w3c::{rdf, rdfs, schema};

/// An event. Events are ordered by their first day, the longer before the shorter, those without a date first.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// `id:<slug>`.
    pub id: Id,
    /// `bil:Meeting`, `bil:Visit` or another class of events.
    pub class: Id,
    /// Its label.
    pub title: Arc<str>,
    /// Its date.
    pub when: Option<When>,
    /// Its place.
    pub place: Option<Id>,
    /// The hosts.
    pub host: Option<Id>,
    /// The guests.
    pub guests: Vec<Id>,
    /// `in-person`, `phone`, `video` or `letter`.
    pub mode: Option<Arc<str>>,
    /// Its level: the recorded one, or else the lower of the levels of its sides; `None` if that of a side is unknown.
    pub level: Option<MeetingLevel>,
    /// `held`, `planned` or `cancelled`.
    pub status: Option<Arc<str>>,
    /// The events that it is part of, in the order of their names.
    pub wholes: Vec<Id>,
    /// The texts that report it, or acts done at it.
    pub texts: Vec<Id>,
    /// The sides with their participants, in the order of their names.
    pub sides: Vec<Side>,
    /// The passages that report it.
    pub evidence: Vec<Evidence>,
}

/// One side of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Side {
    /// The actor that the participants represent.
    pub actor: Id,
    /// The participants, in the order of their names; a person with two posts is listed twice.
    pub people: Vec<Participant>,
    /// The highest level of their posts.
    pub level: Option<MeetingLevel>,
}

impl Event {
    fn read(
        id: Id,
        class: Id,
        texts: &BTreeMap<Id, Text>,
        people: &People<'_>,
        statements: &Statements,
    ) -> Self {
        let when = When::read(id, statements);
        let mut reported: Vec<Id> = statements.nodes(id, bil::REPORTED_IN).collect();
        let acts = statements.subjects(bil::MADE_AT, id);
        reported.extend(acts.flat_map(|act| statements.nodes(act, bil::REPORTED_IN)));
        reported.sort_unstable();
        reported.dedup();
        let sides = statements.by_name(statements.nodes(id, bil::SIDE));
        let people = people.at(id, when.as_ref(), &sides);
        let sides: Vec<Side> = sides
            .iter()
            .zip(people)
            .map(|(actor, people)| Side {
                actor: *actor,
                level: people.iter().filter_map(|person| person.level).min(),
                people,
            })
            .collect();
        Self {
            id,
            class,
            title: statements.title(id),
            place: statements.node(id, bil::PLACE),
            host: statements.node(id, bil::HOST),
            guests: statements.by_name(statements.nodes(id, bil::GUEST)),
            mode: statements.text(id, bil::MODE),
            status: statements.text(id, schema::EVENT_STATUS),
            wholes: statements.by_name(statements.nodes(id, bil::PART_OF)),
            texts: reported,
            level: level::recorded(id, statements).or_else(|| lower_level(&sides)),
            sides,
            evidence: evidence(id, texts, statements),
            when,
        }
    }

    /// Whether an actor is one of its sides.
    #[must_use]
    pub fn is_side(&self, actor: Id) -> bool {
        self.sides.iter().any(|side| side.actor == actor)
    }

    /// Whether an entity has a role in it: as a side, a participant or the place.
    #[must_use]
    pub fn concerns(&self, entity: Id) -> bool {
        let mut people = self.sides.iter().flat_map(|side| &side.people);
        self.is_side(entity)
            || self.place == Some(entity)
            || people.any(|participant| participant.who == entity)
    }

    /// Whether it took place, as far as is recorded.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.status.as_deref().is_none_or(|status| status == "held")
    }

    /// Whether the words that report it are stored.
    #[must_use]
    pub fn is_verifiable(&self) -> bool {
        !self.evidence.is_empty()
    }
}

/// The lower of the levels of two or more sides, if all are known.
fn lower_level(sides: &[Side]) -> Option<MeetingLevel> {
    let levels: Option<Vec<MeetingLevel>> = sides.iter().map(|side| side.level).collect();
    let levels = levels.filter(|levels| levels.len() > 1)?;
    levels.into_iter().max()
}

/// Every event, in order of time.
pub fn events(
    texts: &BTreeMap<Id, Text>,
    memberships: &[Membership],
    statements: &Statements,
) -> Vec<Event> {
    let base = statements.id(bil::class::EVENT);
    let classes = Statements::closure(base, |class| statements.subjects(rdfs::SUB_CLASS_OF, class));
    let mut kinds: BTreeMap<Id, Id> = BTreeMap::new();
    for class in classes {
        for event in statements.subjects(rdf::TYPE, class) {
            // Of several classes, a more specific one is better than `bil:Event`.
            let kind = kinds.entry(event).or_insert(class);
            if Some(*kind) == base {
                *kind = class;
            }
        }
    }
    let people = People::new(memberships, statements);
    let mut events: Vec<Event> = kinds
        .into_iter()
        .map(|(id, class)| Event::read(id, class, texts, &people, statements))
        .collect();
    events.sort_by(|a, b| {
        let days = |event: &Event| {
            let when = event.when.as_ref();
            (
                when.and_then(|when| when.first),
                when.and_then(|when| when.last),
            )
        };
        let ((a_first, a_last), (b_first, b_last)) = (days(a), days(b));
        let by_day = a_first.cmp(&b_first).then(b_last.cmp(&a_last));
        by_day.then(a.id.cmp(&b.id))
    });
    events
}
