//! The rows of a view, and how those between the same two ends become one edge.

use std::collections::BTreeSet;

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

/// What the rows of one act say.
#[derive(Debug)]
struct Row {
    act: NamedNode,
    first_date: Option<String>,
    last_date: Option<String>,
    /// As bits, which for numbers from 0 up sort as the numbers do.
    weights: Vec<u64>,
}

impl Tie {
    /// How much the act counts.
    fn weight(&self) -> f64 {
        self.weight.unwrap_or(1.0)
    }

    /// Refuses a weight that is none.
    ///
    /// # Errors
    /// [`NetworkError::Weight`] where the weight is negative, infinite or no number.
    pub(crate) fn check(&self) -> Result<(), NetworkError> {
        let weight = self.weight();
        if weight.is_finite() && !weight.is_sign_negative() {
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

/// The edge of all rows with the same source, target and relation: the weights added up, the acts in the order in which
/// they were told. A row that says nothing new changes nothing.
pub fn into_edge(relation: NamedNode, mut ties: Vec<Tie>, facts: &Facts) -> Edge {
    ties.sort_by(|one, other| one.act.cmp(&other.act));
    let mut layers = BTreeSet::new();
    let mut rows: Vec<Row> = Vec::with_capacity(1);
    for mut tie in ties {
        layers.extend(tie.layer.take());
        match rows.last_mut() {
            Some(row) if row.act == tie.act => row.add(tie),
            _ => rows.push(Row::of(tie)),
        }
    }
    let rows = rows.into_iter().map(Row::into_act).collect();
    Edge::of_rows(relation, rows, layers, facts)
}

impl Row {
    fn of(tie: Tie) -> Self {
        Self {
            weights: vec![tie.weight().to_bits()],
            act: tie.act,
            last_date: tie.date.clone(),
            first_date: tie.date,
        }
    }

    fn add(&mut self, tie: Tie) {
        self.weights.push(tie.weight().to_bits());
        if let Some(date) = tie.date {
            let is_earlier = self.first_date.as_ref().is_none_or(|first| date < *first);
            let is_later = self.last_date.as_ref().is_none_or(|last| date > *last);
            if is_earlier {
                self.first_date = Some(date.clone());
            }
            if is_later {
                self.last_date = Some(date);
            }
        }
    }

    fn into_act(mut self) -> ActRow {
        self.weights.sort_unstable();
        self.weights.dedup();
        let weights = self.weights.into_iter().map(f64::from_bits);
        ActRow {
            act: self.act,
            first_date: self.first_date,
            last_date: self.last_date,
            weight: weights.sum::<f64>().min(f64::MAX),
        }
    }
}
