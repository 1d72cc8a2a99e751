//! Figures: amounts with their units and periods.

use std::sync::Arc;

use super::statements::Statements;
use super::terms::Id;
use super::when::When;
use crate::vocab::bil::{self, derived};
use crate::vocab::w3c::{dcterms, schema};

/// An amount that an act states.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Figure {
    /// Its node.
    pub id: Id,
    /// What is measured, such as `trade turnover`.
    pub of: Arc<str>,
    /// The amount, as recorded.
    pub value: Option<Arc<str>>,
    /// The minimum.
    pub min: Option<Arc<str>>,
    /// The maximum.
    pub max: Option<Arc<str>>,
    /// How exact the amount is: `about`, `almost`, `over` or `aimed at`.
    pub qualifier: Option<Arc<str>>,
    /// The unit, such as `USD million`.
    pub unit: Option<Arc<str>>,
    /// The ISO 4217 code of the currency in the unit.
    pub currency: Option<Arc<str>>,
    /// The period to which it applies.
    pub period: Option<When>,
    /// The good or service.
    pub item: Option<Id>,
}

impl Figure {
    /// The amount that it states: its value, bounds and unit.
    #[must_use]
    pub fn amount(&self) -> [Option<&str>; 4] {
        [&self.value, &self.min, &self.max, &self.unit].map(Option::as_deref)
    }

    fn read(id: Id, statements: &Statements) -> Option<Self> {
        let text = |property| statements.text(id, property);
        Some(Self {
            id,
            of: text(schema::NAME)?,
            value: text(schema::VALUE),
            min: text(schema::MIN_VALUE),
            max: text(schema::MAX_VALUE),
            qualifier: text(bil::QUALIFIER),
            unit: text(schema::UNIT_TEXT),
            currency: text(derived::CURRENCY),
            period: text(dcterms::TEMPORAL).map(|period| When::parse(&period)),
            item: statements.node(id, bil::ITEM),
        })
    }
}

/// The figures of an act, in the order of their nodes.
pub fn figures(act: Id, statements: &Statements) -> Vec<Figure> {
    let figures = statements.nodes(act, bil::FIGURE);
    figures
        .filter_map(|figure| Figure::read(figure, statements))
        .collect()
}
