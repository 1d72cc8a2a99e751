//! Bundles: parallel edges merged, as they are drawn.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::edge::{ActRow, Edge, Share};
use super::facts::Facts;
use super::graph::Network;
use crate::vocab::bil;

/// Which parallel edges become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bundling {
    /// Those of one relation, most often a kind of act.
    Kind,
    /// Those of one group of kinds; a relation without a group is a bundle of its own.
    Group,
    /// All, except that joint acts stay apart from those of one node toward another.
    Pair,
}

/// Source, target, whether the bundle is mutual, and its relation.
type Key = (usize, usize, bool, NamedNode);

/// The acts merged so far.
#[derive(Default)]
struct Bundle {
    shares: BTreeMap<NamedNode, f64>,
    rows: BTreeMap<NamedNode, ActRow>,
    dates: BTreeSet<String>,
    layers: BTreeSet<String>,
}

/// The same nodes, with parallel edges merged.
///
/// Joint acts, which tie two nodes in both directions with the same relation and weight, go into a bundle of their own
/// that counts each once and is [`mutual`](Edge::mutual). The relation of a bundle is its kind or group; if it merges
/// several groups, it is [`bil:Act`](bil::class::ACT).
#[must_use]
pub fn bundle(network: &Network, by: Bundling) -> Network {
    let facts = network.facts();
    let joint = network.joint_acts();
    let mut bundles: BTreeMap<Key, Bundle> = BTreeMap::new();
    for (source, target, edge) in network.edges() {
        for row in &edge.rows {
            let mutual = joint.contains(source, target, edge, row);
            if mutual && source > target {
                continue;
            }
            let relation = match by {
                // To hear an act is no act.
                _ if edge.relation == bil::HEARD_BY => edge.relation.clone(),
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
    network.with_edges(edges)
}

impl Bundle {
    fn add(&mut self, edge: &Edge, row: &ActRow) {
        *self.shares.entry(edge.relation.clone()).or_default() += row.weight;
        let known = self.rows.entry(row.act.clone());
        known.or_insert_with(|| row.clone());
        let dates = [&row.first_date, &row.last_date];
        self.dates.extend(dates.into_iter().flatten().cloned());
        self.layers.extend(edge.layers.iter().cloned());
    }

    fn into_edge(self, relation: NamedNode, mutual: bool, facts: &Facts) -> Edge {
        let shares = self.shares.into_iter();
        let mut shares: Vec<Share> = shares
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
        let mut rows: Vec<ActRow> = self.rows.into_values().collect();
        rows.sort_by_cached_key(|row| row.rank(facts));
        Edge {
            mutual,
            // An act may have other dates in other relations, but `rows` has only those of the first.
            first_date: self.dates.first().cloned(),
            last_date: self.dates.last().cloned(),
            ..Edge::new(relation, shares, rows, self.layers)
        }
    }
}

/// The group to which all shares belong.
fn common_group(shares: &[Share], facts: &Facts) -> Option<NamedNode> {
    let mut groups = shares.iter().map(|share| facts.group(&share.relation));
    let first = groups.next()?;
    groups.all(|group| group == first).then(|| first.clone())
}
