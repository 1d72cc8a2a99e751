//! The records about two sides.

use std::collections::BTreeSet;

use oxigraph::model::NamedNodeRef;

use super::request::BriefRequest;
use crate::model::PartialDate;
use crate::records::{Act, Claim, Event, Id, Records, Text, When, claims};
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
    day: Option<PartialDate>,
}

impl<'a> Relationship<'a> {
    /// The records within the requested span; `None` if one of the sides does not occur. `on_record` is what was on record
    /// on the requested date, `records` is everything.
    pub fn of(
        records: &'a Records,
        on_record: &'a Records,
        request: &BriefRequest<'_>,
    ) -> Option<Self> {
        let mut relationship = Self::within(on_record, request)?;
        let undated = BriefRequest {
            span: DateSpan::default(),
            on: None,
            ..*request
        };
        if request.span != undated.span || request.on.is_some() {
            relationship.undated = Self::within(records, &undated).map(Box::new);
        }
        Some(relationship)
    }

    fn within(records: &'a Records, request: &BriefRequest<'_>) -> Option<Self> {
        let [a, b] = request.sides.map(|side| records.id(side));
        let sides = [a?, b?];
        let mut meetings = meetings(records, sides);
        let ids: BTreeSet<Id> = meetings.iter().map(|meeting| meeting.id).collect();
        let span = request.span;
        let acts = records.acts().iter();
        let acts = acts.filter(|act| belongs(act, &ids, sides) && span.contains(records.time(act)));
        let acts: Vec<&Act> = acts.collect();
        meetings.retain(|meeting| span.contains(meeting.when.as_ref()));
        let mut relationship = Self {
            records,
            sides,
            reader: request.reader.and_then(|reader| records.id(reader)),
            meetings,
            claims: claims(records, acts.iter().copied()),
            acts,
            undated: None,
            on: request.on,
            day: None,
        };
        let latest = first(relationship.latest_meeting()).max(first(relationship.latest_act()));
        relationship.day = request.on.map(PartialDate::last_day).or(latest);
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

    /// What the dates of the request leave, and what they leave out, in words.
    pub const fn period(&self) -> [&'static str; 2] {
        match self.on {
            Some(_) => ["on record then", "at other times"],
            None => ["in this period", "outside it"],
        }
    }

    /// The meetings that took place.
    pub fn held(&self) -> impl DoubleEndedIterator<Item = &'a Event> {
        let meetings = self.meetings.iter().copied();
        meetings.filter(|meeting| meeting.is_held())
    }

    /// The day as of which the brief is written: the requested one, or else the first day of the latest event or act.
    pub const fn day(&self) -> Option<PartialDate> {
        self.day
    }

    /// The date of the latest meeting.
    pub fn latest_meeting(&self) -> Option<&'a When> {
        let held = self.held();
        latest(held.filter_map(|meeting| meeting.when.as_ref()))
    }

    /// The date of the latest act.
    pub fn latest_act(&self) -> Option<&'a When> {
        let acts = self.acts.iter();
        latest(acts.filter_map(|act| self.records.time(act)))
    }

    /// The acts that were made at a meeting.
    pub fn made_at(&self, meeting: Id) -> impl Iterator<Item = &'a Act> {
        let acts = self.acts.iter().copied();
        acts.filter(move |act| act.made_at == Some(meeting))
    }

    /// Everything that is recorded, regardless of the dates of the request.
    pub fn whole(&self) -> &Self {
        self.undated.as_deref().unwrap_or(self)
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

/// The date that begins last.
fn latest<'a>(dates: impl Iterator<Item = &'a When>) -> Option<&'a When> {
    dates.max_by_key(|when| when.first)
}

fn first(when: Option<&When>) -> Option<PartialDate> {
    when?.first
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
