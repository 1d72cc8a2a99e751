//! Ties: the rows of a view.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::edge::{ActRow, Edge, saturating_sum};
use super::error::NetworkError;
use super::facts::Facts;

/// One row of a view: one act that ties a source to a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// The node at which the tie begins.
    pub source: NamedNode,
    /// The node at which it ends.
    pub target: NamedNode,
    /// The kind of tie, most often a kind of act.
    pub relation: NamedNode,
    /// The act behind the tie.
    pub act: NamedNode,
    /// The weight of the act; `None` counts as 1.
    pub weight: Option<f64>,
    /// The date, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The layer, in a network of several layers.
    pub layer: Option<String>,
}

impl Tie {
    fn weight(&self) -> f64 {
        self.weight.unwrap_or(1.0)
    }

    /// Checks the weight.
    ///
    /// # Errors
    /// [`NetworkError::Weight`] if the weight is negative, infinite or not a number.
    pub(crate) fn check(&self) -> Result<(), NetworkError> {
        let weight = self.weight();
        if is_weight(weight) {
            return Ok(());
        }
        Err(NetworkError::Weight {
            source_iri: self.source.clone(),
            target: self.target.clone(),
            act: self.act.clone(),
            weight,
        })
    }
}

/// Whether a number can be the weight of a tie.
pub fn is_weight(number: f64) -> bool {
    number.is_finite() && !number.is_sign_negative()
}

/// The edge made of all ties with the same source, target and relation.
pub fn into_edge(relation: NamedNode, mut ties: Vec<Tie>, facts: &Facts) -> Edge {
    ties.sort_by(|one, other| one.act.cmp(&other.act));
    let acts = ties.chunk_by(|one, other| one.act == other.act);
    let rows = acts.filter_map(row).collect();
    let layers: BTreeSet<String> = ties.into_iter().filter_map(|tie| tie.layer).collect();
    Edge::of_relation(relation, rows, layers, facts)
}

/// The ties of one act as one row: the span of its dates, and the sum of its distinct weights, because a view may
/// repeat a row for each date or layer.
fn row(ties: &[Tie]) -> Option<ActRow> {
    let dates = || ties.iter().filter_map(|tie| tie.date.as_ref());
    // The bits of non-negative numbers sort as the numbers do.
    let mut weights: Vec<u64> = ties.iter().map(|tie| tie.weight().to_bits()).collect();
    weights.sort_unstable();
    weights.dedup();
    Some(ActRow {
        act: ties.first()?.act.clone(),
        first_date: dates().min().cloned(),
        last_date: dates().max().cloned(),
        weight: saturating_sum(weights.into_iter().map(f64::from_bits)),
    })
}
