//! Acts: one statement or action, with its parties, its words and its outcome.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use oxigraph::model::NamedNodeRef;

use super::chain::{Chain, FollowUp, Matches};
use super::event::Event;
use super::evidence::{Evidence, evidence};
use super::figure::{Figure, figures};
use super::statements::Statements;
use super::terms::Id;
use super::text::Text;
use super::when::When;
use crate::derive::Outcome;
use crate::vocab::bil::{self, derived};
use crate::vocab::w3c::{prov, rdf, skos};

/// An act. Lists of nodes are in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Act {
    /// `act:<readout>.<id>`.
    pub id: Id,
    /// Its kind; the first one if a file gives several.
    pub kind: Id,
    /// All its kinds, without the groups above them.
    pub kinds: Vec<Id>,
    /// Its label: what it says, in one sentence.
    pub sentence: Arc<str>,
    /// The actors; several for a joint act.
    pub by: Vec<Id>,
    /// The actors that it addresses.
    pub to: Vec<Id>,
    /// The speakers.
    pub speakers: Vec<Id>,
    /// The sectors.
    pub sectors: Vec<Id>,
    /// The goods and services.
    pub items: Vec<Id>,
    /// What else it is about.
    pub about: Vec<Id>,
    /// The events for which it is intended.
    pub occasions: Vec<Id>,
    /// The words of the text for the condition under which it holds.
    pub condition: Option<Arc<str>>,
    /// The deadline.
    pub due: Option<When>,
    /// The end of its validity.
    pub until: Option<When>,
    /// The amounts that it states.
    pub figures: Vec<Figure>,
    /// The date on which it was done.
    pub when: Option<When>,
    /// The event at which it was made.
    pub made_at: Option<Id>,
    /// The text that reports it.
    pub text: Option<Id>,
    /// The passages with its words; empty if the words may not be stored.
    pub evidence: Vec<Evidence>,
    /// The words of all passages as one text.
    pub quote: Option<Arc<str>>,
    /// What it says in our words, if the words of the text may not be stored.
    pub gist: Option<Arc<str>>,
    /// A remark of the person who recorded it.
    pub note: Option<Arc<str>>,
    /// Its recorded status, if a person entered one.
    pub status: Option<Arc<str>>,
    /// Its outcome; `None` if it awaits no answer or the graph has no derived statements.
    pub outcome: Option<Outcome>,
    /// The acts that caused the outcome.
    pub outcome_by: Vec<Id>,
    /// The day of the first of these acts.
    pub outcome_date: Option<When>,
    /// The earlier acts that it answers, repeats or carries out, in order of time.
    pub follows: Vec<FollowUp>,
    /// The later acts that answer, repeat or carry it out, in order of time.
    pub followers: Vec<FollowUp>,
    /// The earlier acts that it replaces.
    pub replaces: Vec<Id>,
    /// The later acts that replace it.
    pub replaced_by: Vec<Id>,
    /// The acts of other texts that match it, directly or through others.
    pub matches: Vec<Id>,
    /// The act under which it counts: of it and the acts that match it, done by the same actors, the one of the weakest
    /// kind. It itself if no other text reports it or the graph has no derived statements.
    pub counts_as: Id,
}

impl Act {
    /// An act with its own statements; `kinds` are its classes, which must not be empty.
    pub(super) fn read(
        id: Id,
        kinds: Vec<Id>,
        texts: &BTreeMap<Id, Text>,
        matches: &Matches,
        statements: &Statements,
    ) -> Option<Self> {
        let named = |property| statements.by_name(statements.nodes(id, property));
        let text = |property| statements.text(id, property);
        let date = |property| Some(When::new(text(property)?, None));
        Some(Self {
            id,
            kind: *kinds.first()?,
            kinds,
            sentence: statements.title(id),
            by: named(bil::BY),
            to: named(bil::TO),
            speakers: named(bil::SPEAKER),
            sectors: named(bil::SECTOR),
            items: named(bil::ITEM),
            about: named(bil::ABOUT),
            occasions: named(bil::OCCASION),
            condition: text(bil::CONDITION),
            due: date(bil::DUE),
            until: date(bil::UNTIL),
            figures: figures(id, statements),
            when: When::read(id, statements),
            made_at: statements.node(id, bil::MADE_AT),
            text: statements.node(id, bil::REPORTED_IN),
            evidence: evidence(id, texts, statements),
            quote: text(bil::QUOTE),
            gist: text(bil::GIST),
            note: text(skos::NOTE),
            status: text(bil::STATUS),
            outcome: text(derived::OUTCOME).and_then(|word| Outcome::from_word(&word)),
            outcome_by: statements.nodes(id, derived::OUTCOME_BY).collect(),
            outcome_date: date(derived::OUTCOME_DATE),
            follows: Vec::new(),
            followers: Vec::new(),
            replaces: statements.nodes(id, prov::WAS_REVISION_OF).collect(),
            replaced_by: statements.subjects(prov::WAS_REVISION_OF, id).collect(),
            matches: matches.get(&id).cloned().unwrap_or_default(),
            counts_as: statements.node(id, derived::COUNTS_AS).unwrap_or(id),
        })
    }

    /// Whether it is a joint act.
    #[must_use]
    pub fn is_joint(&self) -> bool {
        self.by.len() > 1
    }

    /// Whether it is a joint act of its doers toward each other, without another target.
    #[must_use]
    pub fn is_mutual(&self) -> bool {
        self.is_joint() && self.to.is_empty()
    }

    /// Whether its words are stored.
    #[must_use]
    pub fn is_verifiable(&self) -> bool {
        !self.evidence.is_empty()
    }

    /// The words of its passages, in the order of the text.
    pub fn passages(&self) -> impl Iterator<Item = &str> {
        self.evidence.iter().map(|passage| &*passage.exact)
    }

    /// The nodes with a role in it, each with the property of its role.
    pub fn parts(&self) -> impl Iterator<Item = (NamedNodeRef<'static>, Id)> {
        let lists = [
            (bil::BY, &self.by),
            (bil::TO, &self.to),
            (bil::SPEAKER, &self.speakers),
            (bil::SECTOR, &self.sectors),
            (bil::ITEM, &self.items),
            (bil::ABOUT, &self.about),
            (bil::OCCASION, &self.occasions),
            (rdf::TYPE, &self.kinds),
        ];
        let single = [(bil::MADE_AT, self.made_at), (bil::REPORTED_IN, self.text)];
        lists
            .into_iter()
            .flat_map(|(property, nodes)| nodes.iter().map(move |node| (property, *node)))
            .chain(
                single
                    .into_iter()
                    .filter_map(|(property, node)| Some((property, node?))),
            )
    }

    /// The beginnings of its first and its last passage.
    fn place(&self) -> Option<[u64; 2]> {
        let mut starts = self.evidence.iter().filter_map(|passage| passage.start);
        let first = starts.next()?;
        Some([first, starts.next_back().unwrap_or(first)])
    }
}

/// Sorts acts in reading order: by the day on which they were done, or else made, then by the address of their text,
/// then by position in it.
pub fn sort<'a>(
    acts: &mut [Act],
    event: impl Fn(Id) -> Option<&'a Event>,
    texts: &BTreeMap<Id, Text>,
) {
    let first = |act: &Act| {
        let event = || event(act.made_at?)?.when.as_ref();
        act.when.as_ref().or_else(event)?.first
    };
    let address = |act: &Act| texts.get(&act.text?)?.address.as_deref();
    let place = |act: &Act| act.place().unwrap_or([u64::MAX; 2]);
    acts.sort_by(|a, b| {
        let by_time = first(a)
            .cmp(&first(b))
            .then_with(|| address(a).cmp(&address(b)));
        let by_place = || place(a).cmp(&place(b));
        by_time
            .then_with(by_place)
            .then_with(|| a.sentence.cmp(&b.sentence))
            .then_with(|| a.id.cmp(&b.id))
    });
}

/// Links acts with those that they follow up, in both directions; `acts` are in the order of their ids.
pub fn add_follow_ups(acts: &mut [Act], mut chain: Chain) {
    let times: BTreeMap<Id, Option<When>> =
        acts.iter().map(|act| (act.id, act.when.clone())).collect();
    let by_time = |a: &FollowUp, b: &FollowUp| -> Ordering {
        (times.get(&a.act), a.act).cmp(&(times.get(&b.act), b.act))
    };
    let links = |links: &mut BTreeMap<Id, Vec<FollowUp>>, act: Id| {
        let mut links = links.remove(&act).unwrap_or_default();
        links.retain(|link| times.contains_key(&link.act));
        links.sort_by(by_time);
        links
    };
    for act in acts {
        act.follows = links(&mut chain.follows, act.id);
        act.followers = links(&mut chain.followers, act.id);
    }
}
