//! How many ties run side by side between two nodes: a node must be tall enough for all of them to reach it.

use std::collections::BTreeMap;

use crate::network::Network;

/// Up to this many ties between two nodes fit on a node of ordinary height.
const FEW: u32 = 2;
/// The room that a tie with its label takes, in inches.
const TIE_HEIGHT: f64 = 0.34;

/// The greatest number of ties that each node shares with one other.
#[derive(Debug)]
pub(super) struct Bundles(BTreeMap<usize, u32>);

impl Bundles {
    pub(super) fn of(network: &Network) -> Self {
        let mut pairs: BTreeMap<[usize; 2], u32> = BTreeMap::new();
        for (source, target, _) in network.edges() {
            let pair = [source.min(target), source.max(target)];
            *pairs.entry(pair).or_default() += 1;
        }
        let mut thickest = BTreeMap::new();
        for (pair, ties) in pairs {
            for node in pair {
                let known: &mut u32 = thickest.entry(node).or_default();
                *known = ties.max(*known);
            }
        }
        Self(thickest)
    }

    /// The least height of a node in inches, where it must be taller than its label makes it.
    pub(super) fn height(&self, node: usize) -> Option<f64> {
        let ties = self.0.get(&node).copied().filter(|ties| *ties > FEW)?;
        Some(f64::from(ties) * TIE_HEIGHT)
    }
}
