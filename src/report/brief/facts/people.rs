//! Who holds which post, as far as the meetings and the recorded terms say.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{MeetingLevel, PartialDate};
use crate::records::{Event, Id, Membership, Participant};
use crate::report::brief::relationship::Relationship;

/// The people of one side, the last named first.
#[derive(Debug)]
pub struct People<'a> {
    pub side: Id,
    pub holders: Vec<Holder<'a>>,
}

/// A person and the post in which a meeting last names them.
#[derive(Debug)]
pub struct Holder<'a> {
    /// The person; the post itself, if no one is named in it.
    pub who: Id,
    pub post: Option<Id>,
    /// The level of the post.
    pub level: Option<MeetingLevel>,
    /// The last meeting at which the person took part in this post.
    pub last: &'a Event,
    /// The recorded term that covers the date of the brief; without one, the last term, which has ended.
    pub term: Option<&'a Membership>,
    /// Whether all recorded terms of the person in this post have ended.
    pub is_over: bool,
    /// The person whom an earlier meeting names in the same post, with the recorded term.
    pub before: Option<(Id, Option<&'a Membership>)>,
}

impl Holder<'_> {
    /// Whether only the post is recorded.
    pub fn is_unnamed(&self) -> bool {
        self.post == Some(self.who)
    }
}

impl<'a> People<'a> {
    /// Of each post the person named last. A post without a name is left out if anyone is named in it, and so is a former
    /// post of a person with a later one.
    pub fn of(side: Id, relationship: &Relationship<'a>) -> Self {
        type Named<'a> = Vec<(&'a Participant, &'a Event)>;
        let mut by_post: BTreeMap<[Option<Id>; 2], Named<'a>> = BTreeMap::new();
        for meeting in relationship.held() {
            let own = meeting.sides.iter().filter(|own| own.actor == side);
            for person in own.flat_map(|side| &side.people) {
                let post = post(person);
                // People without a post do not replace each other.
                let alone = post.is_none().then_some(person.who);
                by_post
                    .entry([post, alone])
                    .or_default()
                    .push((person, meeting));
            }
        }
        let holders = by_post.into_iter().filter_map(|([post, _], mut named)| {
            if named.iter().any(|(person, _)| Some(person.who) != post) {
                named.retain(|(person, _)| Some(person.who) != post);
            }
            holder(post, &named, relationship)
        });
        let all: Vec<Holder<'a>> = holders.collect();
        let current: BTreeSet<Id> = all
            .iter()
            .filter(|holder| !holder.is_over)
            .map(|holder| holder.who)
            .collect();
        let mut holders = all;
        holders.retain(|holder| !holder.is_over || !current.contains(&holder.who));
        holders.sort_by_key(|holder| {
            let level = (holder.level.is_none(), holder.level);
            let last = Reverse(first(holder.last));
            (holder.is_over, last, level, holder.who, holder.post)
        });
        Self { side, holders }
    }
}

/// The post of a participant; a participant without a name is a post.
fn post(person: &Participant) -> Option<Id> {
    let unnamed = || person.level.is_some().then_some(person.who);
    person.post.or_else(unnamed)
}

fn holder<'a>(
    post: Option<Id>,
    named: &[(&Participant, &'a Event)],
    relationship: &Relationship<'a>,
) -> Option<Holder<'a>> {
    let (person, last) = *named.last()?;
    let who = person.who;
    let mut others = named.iter().rev().map(|(other, _)| other.who);
    let before = others.find(|other| *other != who);
    let day = relationship.day();
    let terms = |person: Id| {
        let all = relationship.records.memberships().iter();
        all.filter(move |term| term.member == Some(person) && term.post == post && post.is_some())
    };
    let covers = |term: &&Membership| {
        let holds = |day| term.since.is_some() && term.holds_within(day, day);
        day.is_some_and(holds)
    };
    let has_ended = |term: &Membership| term.until.is_some_and(|until| Some(until) < day);
    let current = terms(who).rfind(covers);
    let is_over = terms(who).next().is_some() && terms(who).all(has_ended);
    Some(Holder {
        who,
        post,
        level: person.level,
        last,
        term: current.or_else(|| terms(who).rfind(|_| is_over)),
        is_over,
        before: before.map(|other| (other, terms(other).next_back())),
    })
}

fn first(event: &Event) -> Option<PartialDate> {
    event.when.as_ref()?.first
}
