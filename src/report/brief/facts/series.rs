//! Figures as series: one measure in one unit over time.

use std::collections::BTreeMap;

use crate::records::{Act, Figure, Id, When};
use crate::report::brief::relationship::Relationship;

/// The values of one measure, by period; those without a period are last.
#[derive(Debug)]
pub struct Series<'a> {
    pub measure: &'a str,
    pub unit: Option<&'a str>,
    pub item: Option<Id>,
    pub values: Vec<Value<'a>>,
}

/// One value of a series, with the acts that state it.
#[derive(Debug)]
pub struct Value<'a> {
    pub figure: &'a Figure,
    pub acts: Vec<&'a Act>,
}

/// What identifies a value within its series.
type Key<'a> = (bool, Option<&'a When>, [Option<&'a str>; 4]);

impl Series<'_> {
    /// The number of periods.
    pub fn periods(&self) -> usize {
        let mut periods: Vec<&When> = self
            .values
            .iter()
            .filter_map(|value| value.figure.period.as_ref())
            .collect();
        periods.dedup();
        periods.len()
    }
}

/// All series, those with the most periods first, then by name.
pub fn series<'a>(relationship: &Relationship<'a>) -> Vec<Series<'a>> {
    type Values<'a> = BTreeMap<Key<'a>, Value<'a>>;
    let mut all: BTreeMap<(&str, Option<&str>, Option<Id>), Values<'a>> = BTreeMap::new();
    for act in &relationship.acts {
        for figure in &act.figures {
            let period = figure.period.as_ref();
            let amount =
                [&figure.qualifier, &figure.value, &figure.min, &figure.max].map(Option::as_deref);
            let key = (&*figure.of, figure.unit.as_deref(), figure.item);
            let values = all.entry(key).or_default();
            let value = values
                .entry((period.is_none(), period, amount))
                .or_insert_with(|| Value {
                    figure,
                    acts: Vec::new(),
                });
            value.acts.push(act);
        }
    }
    let mut all: Vec<Series<'a>> = all
        .into_iter()
        .map(|((measure, unit, item), values)| Series {
            measure,
            unit,
            item,
            values: values.into_values().collect(),
        })
        .collect();
    all.sort_by_key(|series| std::cmp::Reverse(series.periods()));
    all
}
