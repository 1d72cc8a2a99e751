//! Ties between the same two nodes, put together as they are drawn.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::edge::ActRow;
use super::{Edge, Facts, Network, Share};
use crate::vocab::bil;

/// Which ties between the same two nodes are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bundling {
    /// Those of one relation, most often a kind of act.
    Kind,
    /// Those of one group of kinds; a relation that belongs to no group stays alone.
    Group,
    /// All of them. What both do together stays apart from what each does toward the other.
    Pair,
}

/// The ends of a bundle, whether it goes both ways, and its relation.
type Key = (usize, usize, bool, NamedNode);

/// What a bundle holds so far.
#[derive(Default)]
struct Bundle {
    shares: BTreeMap<NamedNode, f64>,
    rows: BTreeMap<NamedNode, ActRow>,
    first_date: Option<String>,
    last_date: Option<String>,
    layers: BTreeSet<String>,
}

impl Network {
    /// The same nodes, with their ties in bundles.
    ///
    /// An act that ties two nodes both ways with the same relation and weight, such as a joint one, goes into a bundle
    /// of its own, which counts it once and is [`mutual`](Edge::mutual). The relation of a bundle of one group is that
    /// group, that of any other [`bil:Act`](bil::class::ACT).
    #[must_use]
    pub fn bundled(&self, by: Bundling) -> Self {
        let facts = self.facts();
        let mut bundles: BTreeMap<Key, Bundle> = BTreeMap::new();
        let both_ways = BothWays::of(self);
        for (source, target, edge) in self.edges() {
            for row in &edge.rows {
                let mutual = both_ways.has(source, target, edge, row);
                if mutual && source > target {
                    continue;
                }
                let relation = match by {
                    Bundling::Kind => edge.relation.clone(),
                    Bundling::Group => facts.group(&edge.relation).clone(),
                    Bundling::Pair => bil::class::ACT.into_owned(),
                };
                let bundle = bundles.entry((source, target, mutual, relation));
                bundle.or_default().add(edge, row);
            }
        }
        let edges = bundles
            .into_iter()
            .map(|((source, target, mutual, relation), bundle)| {
                (source, target, bundle.into_edge(relation, mutual, facts))
            });
        self.with_edges(edges)
    }
}

/// The ends, relation and act of a row.
type Row<'a> = (usize, usize, &'a NamedNode, &'a NamedNode);

/// The weight of each row.
pub struct BothWays<'a>(BTreeMap<Row<'a>, f64>);

impl<'a> BothWays<'a> {
    pub(crate) fn of(network: &'a Network) -> Self {
        let rows = network.edges().flat_map(|(source, target, edge)| {
            let rows = edge.rows.iter();
            rows.map(move |row| ((source, target, &edge.relation, &row.act), row.weight))
        });
        Self(rows.collect())
    }

    /// Whether an act ties the two the other way, too, with the same relation and weight.
    pub(crate) fn has(&self, source: usize, target: usize, edge: &Edge, row: &ActRow) -> bool {
        let back = self.0.get(&(target, source, &edge.relation, &row.act));
        source != target && back.is_some_and(|weight| weight.total_cmp(&row.weight).is_eq())
    }
}

impl Bundle {
    fn add(&mut self, edge: &Edge, row: &ActRow) {
        *self.shares.entry(edge.relation.clone()).or_default() += row.weight;
        self.rows
            .entry(row.act.clone())
            .or_insert_with(|| row.clone());
        let earlier = row
            .first_date
            .clone()
            .into_iter()
            .chain(self.first_date.take());
        self.first_date = earlier.min();
        let later = row
            .last_date
            .clone()
            .into_iter()
            .chain(self.last_date.take());
        self.last_date = later.max();
        self.layers.extend(edge.layers.iter().cloned());
    }

    fn into_edge(self, relation: NamedNode, mutual: bool, facts: &Facts) -> Edge {
        let mut shares: Vec<Share> = self
            .shares
            .into_iter()
            .map(|(relation, weight)| Share { relation, weight })
            .collect();
        shares.sort_by_cached_key(|share| {
            let (order, relation) = facts.rank(&share.relation);
            (order, relation.clone())
        });
        let relation = if relation == bil::class::ACT {
            common_group(&shares, facts).unwrap_or(relation)
        } else {
            relation
        };
        let weight: f64 = shares.iter().map(|share| share.weight).sum();
        let mut rows: Vec<ActRow> = self.rows.into_values().collect();
        rows.sort_by_cached_key(|row| row.rank(facts));
        Edge {
            relation,
            weight: weight.min(f64::MAX),
            acts: rows.iter().map(|row| row.act.clone()).collect(),
            first_date: self.first_date,
            last_date: self.last_date,
            layers: self.layers,
            shares,
            mutual,
            rows,
        }
    }
}

/// The group to which all of these belong, if there is one.
fn common_group(shares: &[Share], facts: &Facts) -> Option<NamedNode> {
    let groups: BTreeSet<&NamedNode> = shares
        .iter()
        .map(|share| facts.group(&share.relation))
        .collect();
    let first = groups.first().copied().cloned();
    first.filter(|_| groups.len() == 1)
}
