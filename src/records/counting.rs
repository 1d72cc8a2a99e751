//! What counts once: an act that several texts report, a visit and the meeting within it.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::arena::Records;
use super::event::Event;
use super::figure::Figure;
use super::terms::Id;
use super::when::When;
use crate::model::PartialDate;
use crate::vocab::bil::class;

/// One act as all texts together report it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Claim<'a> {
    /// The report that counts: that of the weakest kind.
    pub act: &'a Act,
    /// All reports with the same doers, first the one that counts.
    pub reports: Vec<&'a Act>,
}

impl<'a> Claim<'a> {
    /// The date of the act, or else of its event.
    #[must_use]
    pub fn when(&self, records: &'a Records) -> Option<&'a When> {
        records.time(self.act)
    }

    /// The last day of this date.
    #[must_use]
    pub fn last_day(&self, records: &'a Records) -> Option<PartialDate> {
        self.when(records)?.last
    }

    /// Whether a report states an amount.
    #[must_use]
    pub fn has_amount(&self) -> bool {
        self.reports.iter().any(|act| !act.figures.is_empty())
    }

    /// Whether the reports have different kinds or amounts, or dates that share no day.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.reports.iter().any(|other| differ(self.act, other))
    }

    /// The acts of all reports.
    #[must_use]
    pub fn ids(&self) -> Vec<Id> {
        self.reports.iter().map(|act| act.id).collect()
    }
}

/// Whether two reports of one act have different kinds or amounts, or dates that share no day.
#[must_use]
pub fn differ(act: &Act, other: &Act) -> bool {
    let dates = act.when.as_ref().zip(other.when.as_ref());
    act.kind != other.kind
        || amounts(act) != amounts(other)
        || dates.is_some_and(|(one, other)| !one.overlaps(other))
}

fn amounts(act: &Act) -> BTreeSet<[Option<&str>; 4]> {
    act.figures.iter().map(Figure::amount).collect()
}

/// Some acts as claims, in the order of their first reports; reports that are not among these acts do not exist.
pub fn claims<'a>(records: &Records, acts: impl IntoIterator<Item = &'a Act>) -> Vec<Claim<'a>> {
    let mut places: BTreeMap<Id, usize> = BTreeMap::new();
    let mut all: Vec<Vec<&'a Act>> = Vec::new();
    for act in acts {
        let place = *places.entry(act.counts_as).or_insert(all.len());
        match all.get_mut(place) {
            Some(reports) => reports.push(act),
            None => all.push(vec![act]),
        }
    }
    let strength = |act: &Act| records.kind(act.kind).and_then(|kind| kind.strength);
    let claims = all.into_iter().filter_map(|mut reports| {
        // Without the weakest report, the weakest of the others counts.
        reports.sort_by_key(|act| (act.id != act.counts_as, strength(act)));
        Some(Claim {
            act: reports.first()?,
            reports,
        })
    });
    claims.collect()
}

/// The acts of other actors that only echo an act, such as thanks for a pledge, in the order of their names.
pub fn echoes<'a>(records: &'a Records, act: &'a Act) -> impl Iterator<Item = &'a Act> {
    let matches = act.matches.iter().filter_map(|other| records.act(*other));
    matches.filter(move |other| is_echo_of(records, other, act))
}

/// Whether an act only echoes an act of another actor; it counts as an act of its own kind, never as what it echoes.
#[must_use]
pub fn is_echo(records: &Records, act: &Act) -> bool {
    let mut matches = act.matches.iter().filter_map(|other| records.act(*other));
    matches.any(|other| is_echo_of(records, act, other))
}

/// Whether the first of two matching acts is an Account or a Stance, and the second an Ask, an Answer or a Commitment of
/// other actors.
#[must_use]
pub fn is_echo_of(records: &Records, act: &Act, other: &Act) -> bool {
    let is_any = |act: &Act, groups: &[_]| groups.iter().any(|group| records.is_of(act, *group));
    act.by != other.by
        && is_any(act, &[class::ACCOUNT, class::STANCE])
        && is_any(other, &[class::ASK, class::ANSWER, class::COMMITMENT])
}

/// Some events without the visits within which a meeting of the same sides is among them: the two are one.
#[must_use]
pub fn meetings_once<'a>(
    records: &Records,
    events: impl IntoIterator<Item = &'a Event>,
) -> Vec<&'a Event> {
    let mut events: Vec<&Event> = events.into_iter().collect();
    let [visit, meeting] = [class::VISIT, class::MEETING].map(|class| records.id(class));
    let sides = |event: &Event| -> BTreeSet<Id> {
        let sides = event.sides.iter();
        sides.map(|side| side.actor).collect()
    };
    let meetings = events.iter().filter(|event| Some(event.class) == meeting);
    let parts: BTreeSet<(Id, BTreeSet<Id>)> = meetings
        .flat_map(|part| part.wholes.iter().map(|whole| (*whole, sides(part))))
        .collect();
    let is_part_counted = |event: &Event| parts.contains(&(event.id, sides(event)));
    events.retain(|event| Some(event.class) != visit || !is_part_counted(event));
    events
}
