//! The relationship at a glance: the last meetings, what is new, who committed to what.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{MeetingLevel, PartialDate};
use crate::records::{Act, Claim, Event, Id, Records, meetings_once};
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;
use crate::vocab::w3c::skos;

/// The relationship at a glance.
#[derive(Debug)]
pub struct Glance<'a> {
    pub last: Option<&'a Event>,
    pub last_of_leaders: Option<&'a Event>,
    /// The next planned meeting.
    pub next: Option<&'a Event>,
    /// What is new since the last meeting of the leaders.
    pub news: News<'a>,
    /// The commitments of each side alone, and of both together.
    pub balance: Balance,
}

/// The number of commitments of each kind: of each side alone, and of both together.
pub type Balance = [Vec<(Id, usize)>; 3];

/// What is new.
#[derive(Debug)]
pub struct News<'a> {
    /// The meeting that it comes after; without a later act, the meeting at which it was said.
    pub meeting: Option<&'a Event>,
    pub is_later: bool,
    /// The acts, the weightiest first.
    pub claims: Vec<Claim<'a>>,
}

impl<'a> Glance<'a> {
    pub fn of(relationship: &Relationship<'a>) -> Self {
        let held: Vec<&Event> = dated(relationship);
        let last = held.last().copied();
        let mut latest_first = held.iter().rev().copied();
        let last_of_leaders = latest_first.find(|meeting| is_of_leaders(meeting));
        let day = relationship.day();
        let planned = relationship.meetings.iter().copied();
        let next = planned.filter(|meeting| {
            let is_planned = meeting.status.as_deref() == Some("planned");
            is_planned && first(meeting).is_some_and(|first| Some(first) > day)
        });
        Self {
            last,
            last_of_leaders,
            next: next.min_by_key(|meeting| first(meeting)),
            news: news(last, last_of_leaders, relationship),
            balance: balance(relationship),
        }
    }
}

/// The meetings that took place and have a date, each once, in order of time.
pub fn dated<'a>(relationship: &Relationship<'a>) -> Vec<&'a Event> {
    let dated = relationship.held();
    let dated = dated.filter(|meeting| first(meeting).is_some());
    meetings_once(relationship.records, dated)
}

/// Whether it was a meeting of the leaders.
pub fn is_of_leaders(meeting: &Event) -> bool {
    meeting.level == Some(MeetingLevel::Leaders)
}

fn first(event: &Event) -> Option<PartialDate> {
    event.when.as_ref()?.first
}

/// The acts after the last meeting of the leaders; if there are none, those made at the last meeting.
fn news<'a>(
    last: Option<&'a Event>,
    of_leaders: Option<&'a Event>,
    relationship: &Relationship<'a>,
) -> News<'a> {
    let first = |claim: &Claim<'a>| claim.when(relationship.records)?.first;
    let since = of_leaders.and_then(|meeting| meeting.when.as_ref()?.last);
    let claims = || relationship.claims.iter();
    let later = claims().filter(|claim| since.is_some_and(|since| first(claim) > Some(since)));
    let later = ranked(later.cloned().collect(), relationship);
    if !later.is_empty() {
        return News {
            meeting: of_leaders,
            is_later: true,
            claims: later,
        };
    }
    let is_at = |act: &Act| last.is_some_and(|last| act.made_at == Some(last.id));
    let at_last = claims().filter(|claim| is_at(claim.act));
    News {
        meeting: last,
        is_later: false,
        claims: ranked(at_last.cloned().collect(), relationship),
    }
}

/// Commitments, answers and asks first, then stances, figures and other accounts; of one rank, the latest first.
fn ranked<'a>(mut claims: Vec<Claim<'a>>, relationship: &Relationship<'a>) -> Vec<Claim<'a>> {
    let is_of = |act: &Act, kind| relationship.records.is_of(act, kind);
    let rank = |claim: &Claim<'_>| {
        let act = claim.act;
        let is_weak = relationship
            .strength(act)
            .is_some_and(|strength| strength < 3);
        if is_of(act, class::COMMITMENT) && !is_weak {
            0
        } else if is_of(act, class::ANSWER) || is_of(act, class::ASK) {
            1
        } else if is_of(act, class::OBJECTION) || is_of(act, class::WARNING) {
            2
        } else if !act.figures.is_empty() {
            3
        } else if is_of(act, class::STATEMENT) || is_of(act, class::ASSESSMENT) {
            4
        } else {
            5
        }
    };
    claims.sort_by_key(|claim| (rank(claim), Reverse(claim.last_day(relationship.records))));
    claims
}

/// The first so many of some claims on different facts: of those that match each other or state the same measure only one,
/// and those on a new topic before others.
pub fn distinct<'a, 'b>(
    records: &Records,
    claims: impl Iterator<Item = &'b Claim<'a>>,
    number: usize,
) -> Vec<&'b Claim<'a>>
where
    'a: 'b,
{
    let claims: Vec<&Claim<'a>> = claims.collect();
    let mut chosen: Vec<usize> = Vec::new();
    for must_be_new in [true, false] {
        for (place, claim) in claims.iter().enumerate() {
            if chosen.len() == number {
                break;
            }
            let mut others = chosen.iter().filter_map(|place| claims.get(*place));
            let is_known = others.any(|other| {
                let is_same_topic = must_be_new && has_topic_of(records, claim.act, other.act);
                is_same_topic || is_same_fact(claim.act, other.act)
            });
            if !is_known && !chosen.contains(&place) {
                chosen.push(place);
            }
        }
    }
    chosen.sort_unstable();
    let chosen = chosen.into_iter();
    chosen
        .filter_map(|place| claims.get(place).copied())
        .collect()
}

/// Whether two acts match or state the same measure.
fn is_same_fact(act: &Act, other: &Act) -> bool {
    let measures: BTreeSet<&str> = act.figures.iter().map(|figure| &*figure.of).collect();
    let mut others = other.figures.iter();
    act.matches.contains(&other.id) || others.any(|figure| measures.contains(&*figure.of))
}

/// Whether two acts share a broadest sector, a good or another subject.
fn has_topic_of(records: &Records, act: &Act, other: &Act) -> bool {
    let topics = |act: &Act| {
        let topics = [&act.sectors, &act.items, &act.about].into_iter().flatten();
        records.closure(topics.copied(), skos::BROADER)
    };
    !topics(act).is_disjoint(&topics(other))
}

/// The number of commitments of each kind, the strongest first: of each side alone, and of both together.
pub fn balance(relationship: &Relationship<'_>) -> Balance {
    type Counts = BTreeMap<(Reverse<Option<i64>>, Id), usize>;
    let mut counts: [Counts; 3] = Default::default();
    let [a, b] = relationship.sides;
    for claim in relationship.claims_of(class::COMMITMENT) {
        let act = claim.act;
        let has = [act.by.contains(&a), act.by.contains(&b)];
        let [of_a, of_b, joint] = &mut counts;
        let of = match has {
            [true, true] => joint,
            [true, false] => of_a,
            [false, true] => of_b,
            [false, false] => continue,
        };
        *of.entry((Reverse(relationship.strength(act)), act.kind))
            .or_default() += 1;
    }
    counts.map(|counts| {
        let counts = counts.into_iter();
        counts.map(|((_, kind), number)| (kind, number)).collect()
    })
}
