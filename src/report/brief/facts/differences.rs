//! Where the texts of the two sides on one meeting differ.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::records::{Act, Event, Figure, Id};
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;

/// One meeting with texts of both sides that differ.
#[derive(Debug)]
pub struct Difference<'a> {
    pub meeting: &'a Event,
    /// The acts with figures that only the texts of each side have.
    pub amounts: [Vec<(&'a Act, Vec<&'a Figure>)>; 2],
    /// Acts that both report, under different kinds or with different amounts.
    pub pairs: Vec<[&'a Act; 2]>,
    /// The other acts that only the texts of each side have, the most binding first.
    pub alone: [Vec<&'a Act>; 2],
}

/// The differences, those in amounts or kinds first, then the latest first.
pub fn differences<'a>(relationship: &Relationship<'a>) -> Vec<Difference<'a>> {
    let mut acts: BTreeMap<Id, Vec<&'a Act>> = BTreeMap::new();
    for act in &relationship.acts {
        if let Some(meeting) = act.made_at {
            acts.entry(meeting).or_default().push(act);
        }
    }
    let meetings = relationship.held();
    let differences = meetings.filter_map(|meeting| {
        let acts = acts.get(&meeting.id)?;
        difference(meeting, acts, relationship)
    });
    let mut all: Vec<Difference<'a>> = differences.collect();
    all.sort_by_key(|difference| {
        let is_strong = difference.amounts.iter().any(|acts| !acts.is_empty());
        let is_strong = is_strong || !difference.pairs.is_empty();
        let when = difference.meeting.when.as_ref().and_then(|when| when.first);
        (!is_strong, Reverse(when), difference.meeting.id)
    });
    all
}

fn difference<'a>(
    meeting: &'a Event,
    acts: &[&'a Act],
    relationship: &Relationship<'a>,
) -> Option<Difference<'a>> {
    let sides = [[true, false], [false, true]]
        .map(|official_of| acts_of_side(meeting, acts, official_of, relationship));
    let [a, b] = &sides;
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let alone = [only(a, b), only(b, a)];
    let known = sides.each_ref().map(|acts| {
        let figures = acts.iter().flat_map(|act| &act.figures);
        figures.map(Figure::amount).collect::<BTreeSet<_>>()
    });
    let [of_a, of_b] = &known;
    let amounts = [(a, of_b), (b, of_a)].map(|(acts, known)| with_new_figures(acts, known));
    let alone = alone.map(|acts| {
        let acts = acts.into_iter().filter(|act| {
            let mut stated = amounts.iter().flatten();
            is_weighty(act, relationship) && !stated.any(|(other, _)| other.id == act.id)
        });
        let mut acts: Vec<&Act> = acts.collect();
        acts.sort_by_key(|act| (Reverse(relationship.strength(act)), relationship.order(act)));
        acts
    });
    let pairs = a.iter().flat_map(|first| {
        let others = b.iter().filter(|second| first.matches.contains(&second.id));
        let others = others.filter(move |second| {
            let mut both = [first, *second].into_iter();
            let is_weighty = both.any(|act| is_weighty(act, relationship));
            first.by == second.by && first.kind != second.kind && is_weighty
        });
        others.map(|second| [*first, *second])
    });
    let difference = Difference {
        meeting,
        pairs: pairs.collect(),
        amounts,
        alone,
    };
    let is_empty = difference.pairs.is_empty()
        && difference.amounts.iter().all(Vec::is_empty)
        && difference.alone.iter().all(Vec::is_empty);
    (!is_empty).then_some(difference)
}

/// The acts with figures that are not known, each with these.
fn with_new_figures<'a>(
    acts: &[&'a Act],
    known: &BTreeSet<[Option<&str>; 4]>,
) -> Vec<(&'a Act, Vec<&'a Figure>)> {
    let acts = acts.iter().map(|act| {
        let figures = act.figures.iter();
        let new = figures.filter(|figure| !known.contains(&figure.amount()));
        (*act, new.collect::<Vec<&Figure>>())
    });
    acts.filter(|(_, figures)| !figures.is_empty()).collect()
}

/// Of the acts made at a meeting, those in texts of one side alone.
fn acts_of_side<'a>(
    meeting: &Event,
    acts: &[&'a Act],
    official_of: [bool; 2],
    relationship: &Relationship<'a>,
) -> Vec<&'a Act> {
    let texts: BTreeSet<Id> = meeting
        .texts
        .iter()
        .filter_map(|text| relationship.records.text(*text))
        .filter(|text| relationship.is_official(text) == official_of)
        .map(|text| text.id)
        .collect();
    let acts = acts.iter().copied();
    acts.filter(|act| act.text.is_some_and(|text| texts.contains(&text)))
        .collect()
}

/// The acts of one side's texts that no text of the other side reports.
fn only<'a>(acts: &[&'a Act], others: &[&'a Act]) -> Vec<&'a Act> {
    let ids: BTreeSet<Id> = others.iter().map(|act| act.id).collect();
    let acts = acts.iter().copied();
    acts.filter(|act| !act.matches.iter().any(|other| ids.contains(other)))
        .collect()
}

/// Whether the absence of an act from a text is worth a line.
fn is_weighty(act: &Act, relationship: &Relationship<'_>) -> bool {
    let kinds = [class::ASK, class::ANSWER, class::OBJECTION, class::WARNING];
    let is_strong = relationship.strength(act) >= Some(3);
    is_strong
        || kinds
            .iter()
            .any(|kind| relationship.records.is_of(act, *kind))
}
