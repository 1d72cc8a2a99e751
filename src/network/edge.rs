//! Edges of a network, each with the acts behind it.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::facts::Facts;

/// All ties of one relation from one node to another; in a [bundle](super::bundle()), of several relations.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Edge {
    /// The relation, most often a kind of act; in a bundle, the group of kinds.
    pub relation: NamedNode,
    /// The number of distinct acts, or the sum of the weights that the view assigns to them.
    pub weight: f64,
    /// The acts behind the edge, by date, then by [`order`](super::ActFacts::order), then by IRI; never empty.
    pub acts: Vec<NamedNode>,
    /// The earliest date of an act.
    pub first_date: Option<String>,
    /// The latest date of an act.
    pub last_date: Option<String>,
    /// The layers to which the acts belong.
    pub layers: BTreeSet<String>,
    /// The weight of each relation, in the order of relations; more than one only in a bundle, never empty.
    pub shares: Vec<Share>,
    /// Whether the edge is undirected, because its acts are joint acts of its two ends.
    pub mutual: bool,
    /// The [`acts`](Self::acts), each with its dates and weight.
    pub(crate) rows: Vec<ActRow>,
}

/// The weight of one relation within an edge.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Share {
    /// The relation.
    pub relation: NamedNode,
    /// Its part of the edge's weight.
    pub weight: f64,
}

/// One act of an edge.
#[derive(Debug, Clone, PartialEq)]
pub struct ActRow {
    pub act: NamedNode,
    pub first_date: Option<String>,
    pub last_date: Option<String>,
    pub weight: f64,
}

impl Edge {
    /// The edge of one relation that consists of these acts.
    pub(crate) fn of_relation(
        relation: NamedNode,
        mut rows: Vec<ActRow>,
        layers: BTreeSet<String>,
        facts: &Facts,
    ) -> Self {
        rows.sort_by_cached_key(|row| row.rank(facts));
        let shares = vec![Share {
            weight: saturating_sum(rows.iter().map(|row| row.weight)),
            relation: relation.clone(),
        }];
        Self::new(relation, shares, rows, layers)
    }

    /// A directed edge with these shares and acts, both in their final order.
    pub(crate) fn new(
        relation: NamedNode,
        shares: Vec<Share>,
        rows: Vec<ActRow>,
        layers: BTreeSet<String>,
    ) -> Self {
        Self {
            relation,
            weight: saturating_sum(shares.iter().map(|share| share.weight)),
            acts: rows.iter().map(|row| row.act.clone()).collect(),
            first_date: rows.iter().filter_map(|row| row.first_date.clone()).min(),
            last_date: rows.iter().filter_map(|row| row.last_date.clone()).max(),
            layers,
            shares,
            mutual: false,
            rows,
        }
    }

    /// The first and the last date of each act, in the order of [`acts`](Self::acts).
    pub fn dates(&self) -> impl Iterator<Item = [Option<&str>; 2]> {
        self.rows
            .iter()
            .map(|row| [row.first_date.as_deref(), row.last_date.as_deref()])
    }
}

impl ActRow {
    /// The sort key of an act: its date, then its order among the acts of that date, then its IRI.
    pub fn rank(&self, facts: &Facts) -> (Option<String>, Option<u32>, NamedNode) {
        let order = facts.acts.get(&self.act).map(|facts| facts.order);
        (self.first_date.clone(), order, self.act.clone())
    }
}

/// The sum of weights, at most [`f64::MAX`]: no output format can write infinity.
pub fn saturating_sum(weights: impl Iterator<Item = f64>) -> f64 {
    // `Iterator::sum` returns −0 for no weights.
    weights.fold(0.0, |sum, weight| sum + weight).min(f64::MAX)
}
