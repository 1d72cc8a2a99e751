//! The parts of which the bars of commitments are stacks.

use std::collections::BTreeMap;

use crate::records::{Act, Claim, Outcome, Records};
use crate::vocab::bil;

/// What the parts of a bar show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stack {
    /// What came of the commitments.
    #[default]
    Outcome,
    /// The sectors that they are about; a commitment in several counts in each.
    Sector,
}

/// What came of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A delivery: it reports what was done, and nothing can follow.
    Delivered,
    /// An agreement: both sides have said yes.
    Agreed,
    Became(Outcome),
    /// An assurance, for instance.
    NoAnswer,
}

/// The most sectors with a part of their own.
const SECTORS: usize = 7;
const OTHER_SECTORS: &str = "other sectors";
const NO_SECTOR: &str = "no sector";
/// The part of commitments that expect no answer.
pub const NO_ANSWER: &str = "no answer expected";

impl Part {
    /// From the bottom of a stack to its top.
    const ALL: [Self; 9] = [
        Self::Delivered,
        Self::Became(Outcome::Fulfilled),
        Self::Agreed,
        Self::Became(Outcome::Accepted),
        Self::Became(Outcome::Open),
        Self::Became(Outcome::Declined),
        Self::Became(Outcome::Lapsed),
        Self::Became(Outcome::Replaced),
        Self::NoAnswer,
    ];

    fn of(records: &Records, act: &Act) -> Self {
        match act.outcome {
            Some(outcome) => Self::Became(outcome),
            None if records.is_of(act, bil::class::DELIVERY) => Self::Delivered,
            None if records.is_of(act, bil::class::AGREEMENT) => Self::Agreed,
            None => Self::NoAnswer,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Agreed => "agreed",
            Self::Became(outcome) => outcome.word(),
            Self::NoAnswer => NO_ANSWER,
        }
    }
}

impl Stack {
    /// Its name in titles: `Commitments by year and outcome`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Sector => "sector",
        }
    }

    /// The names of all parts, from the bottom of a stack to its top: the sectors with the most commitments first.
    pub(crate) fn parts<'a>(self, records: &'a Records, claims: &[Claim<'_>]) -> Vec<&'a str> {
        if self == Self::Outcome {
            return Part::ALL.map(Part::word).to_vec();
        }
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let sectors = claims.iter().flat_map(|claim| &claim.act.sectors);
        for sector in sectors {
            *numbers.entry(records.label(*sector)).or_default() += 1;
        }
        let mut names: Vec<(&str, usize)> = numbers.into_iter().collect();
        names.sort_by_key(|(name, number)| (std::cmp::Reverse(*number), *name));
        let names = names.into_iter().map(|(name, _)| name).take(SECTORS);
        names.chain([OTHER_SECTORS, NO_SECTOR]).collect()
    }

    /// The parts in which an act counts, as places among all parts.
    pub(crate) fn places(self, records: &Records, act: &Act, parts: &[&str]) -> Vec<usize> {
        let place = |name: &str| parts.iter().position(|part| *part == name);
        let mut places: Vec<usize> = match self {
            Self::Outcome => place(Part::of(records, act).word()).into_iter().collect(),
            Self::Sector if act.sectors.is_empty() => place(NO_SECTOR).into_iter().collect(),
            Self::Sector => {
                let names = act.sectors.iter().map(|sector| records.label(*sector));
                names
                    .filter_map(|name| place(name).or_else(|| place(OTHER_SECTORS)))
                    .collect()
            }
        };
        places.sort_unstable();
        places.dedup();
        places
    }
}
