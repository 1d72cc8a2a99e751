//! Parts of a network: the ties of some time, and those of some weight.

use std::collections::BTreeSet;

use super::edge::ActRow;
use super::{Edge, Network, Projection};
use crate::model::PartialDate;

impl Network {
    /// What is dated within a year, at least in part, and the nodes that it ties.
    #[must_use]
    pub fn in_year(&self, year: u16) -> Self {
        let is_within =
            |row: &ActRow| years(row).is_some_and(|[first, last]| first <= year && year <= last);
        let edges: Vec<(usize, usize, Edge)> = self
            .edges()
            .filter_map(|(source, target, edge)| {
                let rows: Vec<ActRow> = edge
                    .rows
                    .iter()
                    .filter(|row| is_within(row))
                    .cloned()
                    .collect();
                let edge = || {
                    let layers = edge.layers.clone();
                    Edge::of_rows(edge.relation.clone(), rows.clone(), layers, self.facts())
                };
                (!rows.is_empty()).then(|| (source, target, edge()))
            })
            .collect();
        self.with_edges(edges.into_iter()).without_isolated()
    }

    /// The years in which anything is dated, ascending.
    #[must_use]
    pub fn years(&self) -> BTreeSet<u16> {
        let rows = self.edges().flat_map(|(_, _, edge)| &edge.rows);
        rows.filter_map(years)
            .flat_map(|[first, last]| first..=last)
            .collect()
    }

    /// How many acts have no date, and so are of no year.
    #[must_use]
    pub fn undated(&self) -> usize {
        let rows = self.edges().flat_map(|(_, _, edge)| &edge.rows);
        let undated = rows.filter(|row| years(row).is_none());
        undated.map(|row| &row.act).collect::<BTreeSet<_>>().len()
    }

    /// The ties from one node to another, or between the two if undirected, that all together have at least some weight,
    /// and the nodes that they join.
    #[must_use]
    pub fn tied_with(&self, weight: f64, undirected: bool) -> Self {
        let graph = Projection::of(self);
        let graph = if undirected {
            graph.undirected()
        } else {
            graph
        };
        let is_heavy = |source, target| {
            graph
                .weight(source, target)
                .is_some_and(|found| found >= weight)
        };
        let heavy = self
            .edges()
            .filter(|(source, target, _)| is_heavy(*source, *target));
        let edges: Vec<(usize, usize, Edge)> = heavy
            .map(|(source, target, edge)| (source, target, edge.clone()))
            .collect();
        self.with_edges(edges.into_iter()).without_isolated()
    }
}

/// The first and the last year of an act.
fn years(row: &ActRow) -> Option<[u16; 2]> {
    let year = |date: &Option<String>| {
        date.as_deref()?
            .parse::<PartialDate>()
            .ok()
            .map(PartialDate::year)
    };
    let (first, last) = (year(&row.first_date), year(&row.last_date));
    Some([first.or(last)?, last.or(first)?])
}
