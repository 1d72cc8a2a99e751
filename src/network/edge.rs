//! What stands between two nodes: the ties of one relation, or several of them bundled, with the acts behind them.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::Facts;

/// All ties of one relation from one node to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// What kind of tie it is.
    pub relation: NamedNode,
    /// The number of distinct acts, or the sum of the weights that the view gives them.
    pub weight: f64,
    /// The acts behind it, by date, then as told, then by IRI; never empty.
    pub acts: Vec<NamedNode>,
    /// The earliest date of an act.
    pub first_date: Option<String>,
    /// The latest date of an act.
    pub last_date: Option<String>,
    /// The layers to which the acts belong.
    pub layers: BTreeSet<String>,
    /// What it is made of, in the order of relations; never empty, and more than one only in a bundle.
    pub shares: Vec<Share>,
    /// Whether it goes both ways, as what two do together does.
    pub mutual: bool,
    /// The acts once more, each with its dates and weight.
    pub(crate) rows: Vec<ActRow>,
}

impl Edge {
    /// The first and the last date of each act, in the order of [`acts`](Self::acts).
    pub fn dates(&self) -> impl Iterator<Item = [Option<&str>; 2]> {
        self.rows
            .iter()
            .map(|row| [row.first_date.as_deref(), row.last_date.as_deref()])
    }
}

/// A part of an edge: what is of one relation in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The relation.
    pub relation: NamedNode,
    /// How much of the edge's weight it is.
    pub weight: f64,
}

/// An act of an edge.
#[derive(Debug, Clone, PartialEq)]
pub struct ActRow {
    pub(crate) act: NamedNode,
    pub(crate) first_date: Option<String>,
    pub(crate) last_date: Option<String>,
    pub(crate) weight: f64,
}

impl Edge {
    /// The edge that these acts make, in the order in which they were told.
    pub(crate) fn of_rows(
        relation: NamedNode,
        mut rows: Vec<ActRow>,
        layers: BTreeSet<String>,
        facts: &Facts,
    ) -> Self {
        rows.sort_by_cached_key(|row| row.rank(facts));
        // Finite weights may still add up to infinity, which no format can write.
        let weight = rows
            .iter()
            .fold(0.0, |sum, row| sum + row.weight)
            .min(f64::MAX);
        Self {
            shares: vec![Share {
                relation: relation.clone(),
                weight,
            }],
            relation,
            weight,
            acts: rows.iter().map(|row| row.act.clone()).collect(),
            first_date: rows.iter().filter_map(|row| row.first_date.clone()).min(),
            last_date: rows.iter().filter_map(|row| row.last_date.clone()).max(),
            layers,
            mutual: false,
            rows,
        }
    }
}

impl ActRow {
    /// Where an act stands among others: by date, then as told, then by IRI.
    pub(crate) fn rank(&self, facts: &Facts) -> (Option<String>, Option<u32>, NamedNode) {
        let order = facts.acts.get(&self.act).map(|facts| facts.order);
        (self.first_date.clone(), order, self.act.clone())
    }
}
