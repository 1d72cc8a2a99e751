//! The rows of a view, and how those between the same two ends become one edge.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::edge::ActRow;
use super::{Edge, Facts, NetworkError};

/// One row of a view: one act that ties a source to a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// Where the tie begins.
    pub source: NamedNode,
    /// Where it ends.
    pub target: NamedNode,
    /// What kind of tie it is.
    pub relation: NamedNode,
    /// The act behind it.
    pub act: NamedNode,
    /// How much the act counts; `None` for 1.
    pub weight: Option<f64>,
    /// When, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The layer of a network of several.
    pub layer: Option<String>,
}

/// What all rows with the same source, target and relation say.
#[derive(Debug, Default)]
pub(super) struct Bundle {
    acts: BTreeMap<NamedNode, Row>,
    layers: BTreeSet<String>,
}

/// What the rows of one act say.
#[derive(Debug, Default)]
struct Row {
    dates: BTreeSet<String>,
    /// As bits, which for numbers from 0 up sort as the numbers do.
    weights: BTreeSet<u64>,
}

impl Bundle {
    /// Adds a row; one that says nothing new changes nothing.
    ///
    /// # Errors
    /// [`NetworkError::Weight`] where the weight is negative, infinite or no number.
    pub(super) fn add(&mut self, tie: Tie) -> Result<(), NetworkError> {
        let weight = tie.weight.unwrap_or(1.0);
        if !weight.is_finite() || weight.is_sign_negative() {
            return Err(NetworkError::Weight {
                source_iri: tie.source,
                target: tie.target,
                act: tie.act,
                weight,
            });
        }
        let row = self.acts.entry(tie.act).or_default();
        row.dates.extend(tie.date);
        row.weights.insert(weight.to_bits());
        self.layers.extend(tie.layer);
        Ok(())
    }

    /// The edge that the rows make: the weights added up, the acts in the order in which they were told.
    pub(super) fn into_edge(self, relation: NamedNode, facts: &Facts) -> Edge {
        let rows = self.acts.into_iter().map(Row::of_act).collect();
        Edge::of_rows(relation, rows, self.layers, facts)
    }
}

impl Row {
    fn of_act((act, row): (NamedNode, Self)) -> ActRow {
        let weights = row.weights.iter().map(|bits| f64::from_bits(*bits));
        ActRow {
            act,
            first_date: row.dates.first().cloned(),
            last_date: row.dates.last().cloned(),
            weight: weights.sum::<f64>().min(f64::MAX),
        }
    }
}
