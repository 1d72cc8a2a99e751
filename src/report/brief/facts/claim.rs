//! Acts that several texts report, as one.

use std::collections::BTreeSet;

use crate::model::PartialDate;
use crate::records::{Act, Figure, Id, When};
use crate::report::brief::relationship::Relationship;

/// One act as all texts together report it.
#[derive(Debug, Clone)]
pub struct Claim<'a> {
    /// The report of the weakest kind: it counts.
    pub act: &'a Act,
    /// All reports with the same doers.
    pub reports: Vec<&'a Act>,
    /// What other actors say about the same, such as thanks for a pledge.
    pub echoes: Vec<&'a Act>,
}

impl<'a> Claim<'a> {
    /// The date of the act, or else of its event.
    pub fn when(&self, relationship: &Relationship<'a>) -> Option<&'a When> {
        relationship.records.time(self.act)
    }

    /// The last day of this date.
    pub fn last_day(&self, relationship: &Relationship<'a>) -> Option<PartialDate> {
        self.when(relationship)?.last
    }

    /// Whether it states an amount.
    pub fn has_amount(&self) -> bool {
        self.reports.iter().any(|act| !act.figures.is_empty())
    }

    /// Whether the reports have different kinds or amounts.
    pub fn differs(&self) -> bool {
        let mut reports = self.reports.iter();
        let act = self.act;
        reports.any(|other| other.kind != act.kind || amounts(other) != amounts(act))
    }

    /// The acts of all reports.
    pub fn ids(&self) -> Vec<Id> {
        self.reports.iter().map(|act| act.id).collect()
    }
}

/// The value, the bounds and the unit of a figure.
pub type Amount<'a> = [Option<&'a str>; 4];

/// The amount that a figure states.
pub fn amount(figure: &Figure) -> Amount<'_> {
    [&figure.value, &figure.min, &figure.max, &figure.unit].map(Option::as_deref)
}

/// The amounts of an act.
fn amounts(act: &Act) -> BTreeSet<Amount<'_>> {
    act.figures.iter().map(amount).collect()
}

/// Some acts as claims, in the order of their first reports.
pub fn claims<'a>(
    relationship: &Relationship<'a>,
    acts: impl Iterator<Item = &'a Act>,
) -> Vec<Claim<'a>> {
    let acts: Vec<&Act> = acts.collect();
    let ids: BTreeSet<Id> = acts.iter().map(|act| act.id).collect();
    let mut seen: BTreeSet<Id> = BTreeSet::new();
    let mut claims = Vec::new();
    for act in acts {
        if !seen.insert(act.id) {
            continue;
        }
        let matches = act.matches.iter();
        let matches = matches.filter_map(|other| relationship.records.act(*other));
        let (same, echoes): (Vec<&Act>, Vec<&Act>) = matches.partition(|other| other.by == act.by);
        let same = same.into_iter().filter(|other| ids.contains(&other.id));
        let mut reports: Vec<&Act> = std::iter::once(act).chain(same).collect();
        seen.extend(reports.iter().map(|report| report.id));
        reports.sort_by_key(|report| relationship.strength(report));
        claims.push(Claim {
            act: reports.first().copied().unwrap_or(act),
            reports,
            echoes,
        });
    }
    claims
}
