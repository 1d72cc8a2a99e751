//! Who holds which post, as far as the meetings and the recorded terms say.

use std::cmp::Reverse;
use std::collections::BTreeMap;

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
    pub who: Id,
    pub post: Option<Id>,
    /// The level of the post.
    pub level: Option<MeetingLevel>,
    /// The last meeting at which the person took part in this post.
    pub last: &'a Event,
    /// The recorded term that covers the date of the brief.
    pub term: Option<&'a Membership>,
    /// The person whom an earlier meeting names in the same post, with the recorded term.
    pub before: Option<(Id, Option<&'a Membership>)>,
}

impl<'a> People<'a> {
    /// Of each post the person named last.
    pub fn of(side: Id, relationship: &Relationship<'a>) -> Self {
        let mut by_post: BTreeMap<[Option<Id>; 2], Vec<(&Participant, &'a Event)>> =
            BTreeMap::new();
        for meeting in relationship.held() {
            let own = meeting.sides.iter().filter(|own| own.actor == side);
            for person in own.flat_map(|side| &side.people) {
                // People without a post do not replace each other.
                let alone = person.post.is_none().then_some(person.who);
                let named = by_post.entry([person.post, alone]).or_default();
                named.push((person, meeting));
            }
        }
        let mut holders: Vec<Holder<'a>> = by_post
            .into_iter()
            .filter_map(|([post, _], named)| holder(post, &named, relationship))
            .collect();
        holders.sort_by_key(|holder| {
            let level = (holder.level.is_none(), holder.level);
            (Reverse(first(holder.last)), level, holder.who, holder.post)
        });
        Self { side, holders }
    }
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
    let term = |person: Id, is_current: bool| {
        let all = relationship.records.memberships().iter();
        let mut own = all.filter(|term| {
            let is_own = term.member == Some(person) && term.post == post && post.is_some();
            let covers = |day| term.since.is_some() && term.holds_within(day, day);
            is_own && (!is_current || day.is_some_and(covers))
        });
        own.next_back()
    };
    Some(Holder {
        who,
        post,
        level: person.level,
        last,
        term: term(who, true),
        before: before.map(|other| (other, term(other, false))),
    })
}

fn first(event: &Event) -> Option<PartialDate> {
    event.when.as_ref()?.first
}
