//! Pairs of nodes, and what each does toward the other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::subject::Subject;
use crate::network::edge::saturating_sum;
use crate::network::error::Undefined;
use crate::network::graph::Network;

/// The weight of the acts of the first of a pair toward the second, of those in return, and of joint acts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Flow {
    pub given: f64,
    pub received: f64,
    pub together: f64,
}

impl Flow {
    pub fn add(&mut self, other: Self) {
        let sum = |one: f64, other: f64| saturating_sum([one, other].into_iter());
        self.given = sum(self.given, other.given);
        self.received = sum(self.received, other.received);
        self.together = sum(self.together, other.together);
    }

    /// `one way`, `both ways`, or `together only`.
    pub fn direction(self) -> String {
        let word = match (self.given > 0.0, self.received > 0.0) {
            (true, true) => "both ways",
            (false, false) => "together only",
            _ => "one way",
        };
        word.to_owned()
    }

    fn total(self) -> f64 {
        self.given + self.received + self.together
    }

    /// From 1, if only the first acts, through 0 to −1, if only the second does; joint acts are ignored.
    pub fn balance(self) -> Result<f64, Undefined> {
        // Halved, so that the sum of the greatest weights is finite.
        let (given, received) = (self.given / 2.0, self.received / 2.0);
        if given + received > 0.0 {
            Ok((given - received) / (given + received))
        } else {
            Err(Undefined::since("all acts are joint acts"))
        }
    }
}

/// Two nodes with an edge between them.
#[derive(Debug)]
pub struct Pair<'a> {
    /// The first and the second.
    pub nodes: [&'a NamedNode; 2],
    pub by_relation: BTreeMap<&'a NamedNode, Flow>,
    /// The sectors of the acts of the first, and of those of the second.
    pub sectors: [BTreeSet<&'a NamedNode>; 2],
}

impl Pair<'_> {
    /// The flow of all relations together.
    pub fn flow(&self) -> Flow {
        let mut sum = Flow::default();
        for flow in self.by_relation.values() {
            sum.add(*flow);
        }
        sum
    }

    /// The Jaccard index of the sectors of the two.
    #[expect(clippy::cast_precision_loss, reason = "sectors are few")]
    pub fn sector_overlap(&self) -> Result<f64, Undefined> {
        let [first, second] = &self.sectors;
        match first.union(second).count() {
            0 => Err(Undefined::since("neither has an act in a sector")),
            all => Ok(first.intersection(second).count() as f64 / all as f64),
        }
    }
}

/// All pairs of neighbours, by descending weight of all acts between them.
pub fn pairs<'a>(subject: &Subject<'a>) -> Vec<Pair<'a>> {
    let network = subject.network;
    let (facts, joint) = (network.facts(), network.joint_acts());
    let mut pairs: BTreeMap<[usize; 2], Pair<'a>> = BTreeMap::new();
    for (source, target, edge) in network.edges() {
        if source == target {
            continue;
        }
        let ends = ordered(network, source, target);
        let is_given = ends == [source, target];
        let pair = pairs.entry(ends).or_insert_with(|| Pair {
            nodes: ends.map(|end| network.node(end)),
            by_relation: BTreeMap::new(),
            sectors: [BTreeSet::new(), BTreeSet::new()],
        });
        let flow = pair.by_relation.entry(&edge.relation).or_default();
        let [of_first, of_second] = &mut pair.sectors;
        let sectors = if is_given { of_first } else { of_second };
        for row in &edge.rows {
            let mut act = Flow::default();
            match (joint.contains(source, target, edge, row), is_given) {
                (false, true) => act.given = row.weight,
                (false, false) => act.received = row.weight,
                (true, true) => act.together = row.weight,
                // The edge in the other direction repeats the joint acts.
                (true, false) => {}
            }
            flow.add(act);
            sectors.extend(facts.sectors.get(&row.act).into_iter().flatten());
        }
    }
    let mut pairs: Vec<Pair<'a>> = pairs.into_values().collect();
    // The bits of non-negative numbers sort as the numbers do.
    pairs.sort_by_key(|pair| Reverse(pair.flow().total().to_bits()));
    pairs
}

/// Two nodes in the order of their sides, then of their IRIs.
fn ordered(network: &Network, one: usize, other: usize) -> [usize; 2] {
    let facts = network.facts();
    let rank = |position: usize| {
        let side = facts.nodes.get(network.node(position));
        let side = side.and_then(|node| {
            let side = node.side.as_ref()?;
            facts.sides.iter().position(|known| known == side)
        });
        (side.unwrap_or(usize::MAX), position)
    };
    if rank(one) <= rank(other) {
        [one, other]
    } else {
        [other, one]
    }
}
