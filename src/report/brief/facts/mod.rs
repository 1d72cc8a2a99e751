//! What is in a brief: the facts that its rules choose, before any wording.

pub mod commitments;
pub mod coverage;
pub mod differences;
pub mod expectations;
pub mod glance;
pub mod open;
pub mod people;
pub mod sequel;
pub mod series;

use self::commitments::Commitments;
use self::coverage::Coverage;
use self::differences::{Difference, differences};
use self::expectations::Expectation;
use self::glance::Glance;
use self::open::Open;
use self::people::People;
use self::series::{Series, series};
use super::relationship::Relationship;

/// The facts of a brief, section by section.
pub struct Facts<'a> {
    pub relationship: Relationship<'a>,
    pub coverage: Coverage<'a>,
    pub glance: Glance<'a>,
    pub commitments: Commitments<'a>,
    pub open: Open<'a>,
    /// Of each side.
    pub expectations: [Expectation<'a>; 2],
    pub differences: Vec<Difference<'a>>,
    pub series: Vec<Series<'a>>,
    /// Of each side.
    pub people: [People<'a>; 2],
}

impl<'a> Facts<'a> {
    /// Chooses the facts.
    pub fn of(relationship: Relationship<'a>) -> Self {
        let open = Open::of(&relationship);
        let sides = relationship.sides;
        Self {
            coverage: Coverage::of(&relationship),
            glance: Glance::of(&relationship),
            commitments: Commitments::of(&relationship),
            expectations: sides.map(|side| Expectation::of(side, &open, &relationship)),
            open,
            differences: differences(&relationship),
            series: series(&relationship),
            people: sides.map(|side| People::of(side, &relationship)),
            relationship,
        }
    }
}
