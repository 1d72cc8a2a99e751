//! The records about two sides, as of a date.

use std::collections::BTreeSet;

use oxigraph::model::NamedNodeRef;

use super::request::BriefRequest;
use crate::model::PartialDate;
use crate::records::{
    Act, Claim, Event, FollowUp, Id, Outcome, Records, Text, When, claims, echoes,
};
use crate::report::span::DateSpan;
use crate::vocab::bil;

/// Two sides, their meetings and their acts.
pub struct Relationship<'a> {
    pub records: &'a Records,
    pub sides: [Id; 2],
    /// The side for which the brief is written.
    pub reader: Option<Id>,
    pub meetings: Vec<&'a Event>,
    pub acts: Vec<&'a Act>,
    /// The acts, those that several texts report once.
    pub claims: Vec<Claim<'a>>,
    /// The same relationship without dates, if the request has some.
    undated: Option<Box<Self>>,
    /// The requested date.
    pub on: Option<PartialDate>,
    /// The day as of which the brief is written: the requested one, or else the first day of the latest event or act.
    day: Option<PartialDate>,
}

impl<'a> Relationship<'a> {
    /// The records within the requested span, as of the requested date; `None` if one of the sides does not occur.
    pub fn of(records: &'a Records, request: &BriefRequest<'_>) -> Option<Self> {
        let [a, b] = request.sides.map(|side| records.id(side));
        let sides = [a?, b?];
        let mut meetings = meetings(records, sides);
        let ids: BTreeSet<Id> = meetings.iter().map(|meeting| meeting.id).collect();
        let (span, on) = (request.span, request.on.map(PartialDate::last_day));
        let acts = records.acts().iter();
        let acts = acts.filter(|act| {
            let when = records.time(act);
            belongs(act, &ids, sides) && span.contains(when) && is_by(on, when)
        });
        let acts: Vec<&Act> = acts.collect();
        meetings.retain(|meeting| {
            let when = meeting.when.as_ref();
            let is_announced = || !meeting.is_held() && is_announced(records, meeting, on);
            span.contains(when) && (is_by(on, when) || is_announced())
        });
        let undated = BriefRequest {
            span: DateSpan::default(),
            on: None,
            ..*request
        };
        let has_dates = span != undated.span || on.is_some();
        let undated = has_dates.then(|| Self::of(records, &undated)).flatten();
        let mut relationship = Self {
            records,
            sides,
            reader: request.reader.and_then(|reader| records.id(reader)),
            meetings,
            claims: claims(records, acts.iter().copied()),
            acts,
            undated: undated.map(Box::new),
            on: request.on,
            day: on,
        };
        let latest = || relationship.latest_meeting().max(relationship.latest_act());
        relationship.day = on.or_else(latest);
        Some(relationship)
    }

    /// The position of an act's kind among all kinds.
    pub fn order(&self, act: &Act) -> i64 {
        let kind = self.records.kind(act.kind);
        kind.and_then(|kind| kind.order).unwrap_or(i64::MAX)
    }

    /// How binding an act is; `None` if it is no commitment.
    pub fn strength(&self, act: &Act) -> Option<i64> {
        self.records.kind(act.kind)?.strength
    }

    /// The claims of a group of kinds.
    pub fn claims_of(&self, group: NamedNodeRef<'static>) -> impl Iterator<Item = &Claim<'a>> {
        let claims = self.claims.iter();
        claims.filter(move |claim| self.records.is_of(claim.act, group))
    }

    /// How many of something the dates of the request leave out.
    pub fn outside(&self, count: impl Fn(&Self) -> usize) -> usize {
        let all = self.undated.as_ref().map_or(0, |undated| count(undated));
        all.saturating_sub(count(self))
    }

    /// The meetings that took place.
    pub fn held(&self) -> impl DoubleEndedIterator<Item = &'a Event> {
        let meetings = self.meetings.iter().copied();
        meetings.filter(|meeting| meeting.is_held())
    }

    /// The day as of which the brief is written.
    pub const fn day(&self) -> Option<PartialDate> {
        self.day
    }

    /// The first day of the latest meeting.
    pub fn latest_meeting(&self) -> Option<PartialDate> {
        self.held()
            .filter_map(|meeting| first(meeting.when.as_ref()))
            .max()
    }

    fn latest_act(&self) -> Option<PartialDate> {
        let acts = self.acts.iter();
        acts.filter_map(|act| first(self.records.time(act))).max()
    }

    /// The outcome of an act as of the date.
    pub fn outcome(&self, act: &Act) -> Option<Outcome> {
        let is_later = !is_by(
            self.on.map(PartialDate::last_day),
            act.outcome_date.as_ref(),
        );
        act.outcome
            .map(|outcome| if is_later { Outcome::Open } else { outcome })
    }

    /// The acts of other actors that echo an act, as of the date.
    pub fn echoes(&self, act: &'a Act) -> impl Iterator<Item = &'a Act> {
        let on = self.on.map(PartialDate::last_day);
        echoes(self.records, act).filter(move |echo| is_by(on, self.records.time(echo)))
    }

    /// The acts that follow up an act as of the date, in order of time.
    pub fn followers(
        &self,
        act: &'a Act,
    ) -> impl DoubleEndedIterator<Item = (&'a Act, &'a FollowUp)> {
        let links = act.followers.iter();
        links.filter_map(|link| {
            let later = self.records.act(link.act)?;
            let on = self.on.map(PartialDate::last_day);
            is_by(on, self.records.time(later)).then_some((later, link))
        })
    }

    /// The texts that report the meetings and the acts, in the order of their IRIs.
    pub fn texts(&self) -> Vec<&'a Text> {
        let of_meetings = self.meetings.iter().flat_map(|meeting| &meeting.texts);
        let of_acts = self.acts.iter().filter_map(|act| act.text.as_ref());
        let ids: BTreeSet<Id> = of_meetings.chain(of_acts).copied().collect();
        ids.into_iter()
            .filter_map(|id| self.records.text(id))
            .collect()
    }

    /// For each side, whether a text is an official text of it: issued by the side or by a body of it.
    pub fn is_official(&self, text: &Text) -> [bool; 2] {
        self.sides.map(|side| {
            let mut issuers = text.issuers.iter();
            issuers.any(|issuer| self.records.all_above(*issuer).contains(&side))
        })
    }

    /// The other side.
    pub fn other(&self, side: Id) -> Id {
        let [a, b] = self.sides;
        if side == a { b } else { a }
    }
}

/// Whether a date is unknown or begins by a day.
fn is_by(on: Option<PartialDate>, when: Option<&When>) -> bool {
    on.is_none_or(|on| first(when).is_none_or(|first| first <= on))
}

fn first(when: Option<&When>) -> Option<PartialDate> {
    when.and_then(|when| when.first)
}

/// Whether a text of that day or before reports a meeting to come.
fn is_announced(records: &Records, meeting: &Event, on: Option<PartialDate>) -> bool {
    let mut texts = meeting.texts.iter().filter_map(|text| records.text(*text));
    texts.any(|text| text.published.is_some() && is_by(on, text.published.as_ref()))
}

/// The meetings and visits of both sides, and their parts.
fn meetings(records: &Records, sides: [Id; 2]) -> Vec<&Event> {
    let is_of_both = |event: &Event| sides.iter().all(|side| event.is_side(*side));
    let events = records.events().iter();
    let own: BTreeSet<Id> = events
        .clone()
        .filter(|event| is_of_both(event))
        .map(|event| event.id)
        .collect();
    let base = records.id(bil::class::EVENT);
    let is_meeting = |event: &&Event| Some(event.class) != base;
    let is_own = |event: &&Event| {
        own.contains(&event.id) || event.wholes.iter().any(|whole| own.contains(whole))
    };
    events.filter(is_meeting).filter(is_own).collect()
}

/// Whether an act was made at one of some events, is about one, or ties both sides.
fn belongs(act: &Act, events: &BTreeSet<Id>, sides: [Id; 2]) -> bool {
    let is_tied_to = |side: &Id| {
        [&act.by, &act.to, &act.about]
            .iter()
            .any(|end| end.contains(side))
    };
    act.made_at.is_some_and(|event| events.contains(&event))
        || act.about.iter().any(|entity| events.contains(entity))
        || sides.iter().all(is_tied_to)
}
