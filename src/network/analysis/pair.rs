//! Two nodes, and what each does toward the other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::{Subject, Value};
use crate::network::bundled::BothWays;
use crate::network::measures::Undefined;

/// What goes from the first of a pair to the second, back, and what they do together.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Flow {
    pub(crate) given: f64,
    pub(crate) received: f64,
    pub(crate) together: f64,
}

impl Flow {
    pub(crate) fn add(&mut self, other: Self) {
        // Finite weights may still add up to infinity, which no format can write.
        let sum = |one: f64, other: f64| (one + other).min(f64::MAX);
        self.given = sum(self.given, other.given);
        self.received = sum(self.received, other.received);
        self.together = sum(self.together, other.together);
    }

    fn total(self) -> f64 {
        self.given + self.received + self.together
    }

    /// From −1, where all that one does alone comes from the second, over 0 to 1, where all comes from the first.
    pub(crate) fn balance(self) -> Result<f64, Undefined> {
        // Halved, so that the greatest weights can be added.
        let (given, received) = (self.given / 2.0, self.received / 2.0);
        if given + received > 0.0 {
            Ok((given - received) / (given + received))
        } else {
            Err(Undefined("all that they do they do together".to_owned()))
        }
    }
}

/// Two nodes that have to do with each other.
#[derive(Debug)]
pub struct Pair<'a> {
    /// The indices of the first and the second.
    pub(crate) ends: [usize; 2],
    /// What they do of each relation.
    pub(crate) by_relation: BTreeMap<&'a NamedNode, Flow>,
    /// The sectors in which the first, and those in which the second does something.
    pub(crate) sectors: [BTreeSet<&'a NamedNode>; 2],
}

impl Pair<'_> {
    /// What they do, all relations together.
    pub(crate) fn flow(&self) -> Flow {
        let mut sum = Flow::default();
        for flow in self.by_relation.values() {
            sum.add(*flow);
        }
        sum
    }

    /// `one way`, `both ways`, or `together only`.
    pub(crate) fn direction(&self) -> Value {
        let flow = self.flow();
        let word = match (flow.given > 0.0, flow.received > 0.0) {
            (true, true) => "both ways",
            (false, false) => "together only",
            _ => "one way",
        };
        Value::Text(word.to_owned())
    }

    /// The share of the sectors of either in which both do something (P. Jaccard, 1901).
    #[expect(clippy::cast_precision_loss, reason = "sectors are few")]
    pub(crate) fn sector_overlap(&self) -> Result<f64, Undefined> {
        let [first, second] = &self.sectors;
        match first.union(second).count() {
            0 => Err(Undefined("neither does anything in a sector".to_owned())),
            all => Ok(first.intersection(second).count() as f64 / all as f64),
        }
    }
}

/// All pairs that are tied, those with the most weight between them first.
pub fn pairs<'a>(subject: &Subject<'a>) -> Vec<Pair<'a>> {
    let mut pairs: BTreeMap<[usize; 2], Pair<'a>> = BTreeMap::new();
    let both_ways = BothWays::of(subject.network);
    for (source, target, edge) in subject
        .network
        .edges()
        .filter(|(source, target, _)| source != target)
    {
        let ends = ordered(subject, source, target);
        let is_given = ends == [source, target];
        let pair = pairs.entry(ends).or_insert_with(|| Pair {
            ends,
            by_relation: BTreeMap::new(),
            sectors: [BTreeSet::new(), BTreeSet::new()],
        });
        let flow = pair.by_relation.entry(&edge.relation).or_default();
        let [of_first, of_second] = &mut pair.sectors;
        let own_sectors = if is_given { of_first } else { of_second };
        for row in &edge.rows {
            let mut more = Flow::default();
            match (both_ways.has(source, target, edge, row), is_given) {
                (false, true) => more.given = row.weight,
                (false, false) => more.received = row.weight,
                (true, true) => more.together = row.weight,
                // The way back says the same once more.
                (true, false) => {}
            }
            flow.add(more);
            own_sectors.extend(subject.sectors.get(&row.act).into_iter().flatten());
        }
    }
    let mut pairs: Vec<Pair<'a>> = pairs.into_values().collect();
    // Weights are never negative, so their bits sort as they do.
    pairs.sort_by_key(|pair| (Reverse(pair.flow().total().to_bits()), pair.ends));
    pairs
}

/// Two nodes in the order of their sides, then of their IRIs.
fn ordered(subject: &Subject<'_>, one: usize, other: usize) -> [usize; 2] {
    let place = |node: usize| {
        let facts = subject
            .nodes
            .get(node)
            .and_then(|node| subject.network.facts().nodes.get(*node));
        let side = facts.and_then(|facts| facts.side.as_ref());
        let side = side.and_then(|side| subject.sides.iter().position(|known| known == side));
        (side.unwrap_or(usize::MAX), node)
    };
    if place(one) <= place(other) {
        [one, other]
    } else {
        [other, one]
    }
}
