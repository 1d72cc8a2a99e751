//! How a projection is made: of a network, or of plain ties.

use petgraph::csr::Csr;

use super::super::bundled::BothWays;
use super::{Projection, Rows};
use crate::network::{Network, NetworkError};

/// Source, target and weight.
type Arc = (u32, u32, f64);

impl Projection {
    /// The projection of a network, whose nodes it takes in their order.
    #[must_use]
    pub fn of(network: &Network) -> Self {
        let both_ways = BothWays::of(network);
        let mut aimed = Vec::new();
        let mut joint = Vec::new();
        for (source, target, edge) in network.edges() {
            let (Ok(from), Ok(to)) = (u32::try_from(source), u32::try_from(target)) else {
                continue;
            };
            let [mut alone, mut together] = [None, None];
            for row in &edge.rows {
                let is_joint = both_ways.has(source, target, edge, row);
                let sum = if is_joint { &mut together } else { &mut alone };
                *sum = Some((sum.unwrap_or(0.0) + row.weight).min(f64::MAX));
            }
            aimed.extend(alone.map(|weight| (from, to, weight)));
            // The way back says the same once more.
            joint.extend(
                together
                    .filter(|_| from < to)
                    .map(|weight| (from, to, weight)),
            );
        }
        Self::new(network.nodes().count(), aimed, &joint)
    }

    /// The projection of ties given as source, target and weight, none of which is of two together.
    ///
    /// Those with the same source and target become one, their weights added up; loops are dropped.
    ///
    /// # Errors
    /// [`NetworkError::Tie`] where an end is not among the nodes, or a weight is negative, infinite or no number.
    ///
    /// # Example
    /// ```
    /// use bilateral::network::Projection;
    ///
    /// let projection = Projection::from_ties(3, [(0, 1, 2.0), (0, 1, 1.0), (1, 1, 9.0)])?;
    /// assert_eq!(projection.node_count(), 3);
    /// assert_eq!(projection.tie_count(), 1);
    /// assert!(Projection::from_ties(3, [(0, 1, -2.0)]).is_err());
    /// # Ok::<(), bilateral::network::NetworkError>(())
    /// ```
    pub fn from_ties(
        nodes: usize,
        ties: impl IntoIterator<Item = (usize, usize, f64)>,
    ) -> Result<Self, NetworkError> {
        let arcs = ties.into_iter().map(|(source, target, weight)| {
            let is_sound = weight.is_finite() && !weight.is_sign_negative();
            match (u32::try_from(source), u32::try_from(target)) {
                (Ok(from), Ok(to)) if is_sound && source.max(target) < nodes => {
                    Ok((from, to, weight))
                }
                _ => Err(NetworkError::Tie {
                    ends: [source, target],
                    weight,
                    nodes,
                }),
            }
        });
        Ok(Self::new(nodes, arcs.collect::<Result<_, _>>()?, &[]))
    }

    /// The same with direction set aside: every tie leads both ways, with the weights of both.
    #[must_use]
    pub fn undirected(&self) -> Self {
        Self {
            directed: false,
            out: self.around.clone(),
            into: self.around.clone(),
            around: self.around.clone(),
            aimed: self.around.clone(),
        }
    }

    fn new(nodes: usize, aimed: Vec<Arc>, joint: &[Arc]) -> Self {
        let aimed = summed(aimed);
        let both = |arcs: &[Arc]| -> Vec<Arc> {
            let ways = arcs.iter();
            let ways =
                ways.flat_map(|&(from, to, weight)| [(from, to, weight), (to, from, weight)]);
            ways.collect()
        };
        let out = summed([aimed.clone(), both(joint)].concat());
        let back = out.iter().map(|&(from, to, weight)| (to, from, weight));
        Self {
            directed: true,
            into: rows(nodes, &summed(back.collect())),
            around: rows(nodes, &summed(both(&[aimed.as_slice(), joint].concat()))),
            out: rows(nodes, &out),
            aimed: rows(nodes, &aimed),
        }
    }
}

/// One tie for each two ends, in their order, without loops.
fn summed(mut arcs: Vec<Arc>) -> Vec<Arc> {
    arcs.retain(|(from, to, _)| from != to);
    // Stable, so that equal ends are added up in the order in which they came.
    arcs.sort_by_key(|&(from, to, _)| (from, to));
    arcs.dedup_by(|next, kept| {
        let same = (next.0, next.1) == (kept.0, kept.1);
        if same {
            // Finite weights may still add up to infinity.
            kept.2 = (kept.2 + next.2).min(f64::MAX);
        }
        same
    });
    arcs
}

fn rows(nodes: usize, arcs: &[Arc]) -> Rows {
    // They are sorted, so they are never refused.
    let mut rows: Rows = Csr::from_sorted_edges(arcs).unwrap_or_default();
    while rows.node_count() < nodes {
        rows.add_node(());
    }
    rows
}
