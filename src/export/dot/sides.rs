//! The two sides, or more, as frames with their nodes in them.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::picture::Picture;
use super::quoted::{Quoted, keyword};
use super::statement::Attributes;
use crate::network::Network;

/// Nodes with their indices, in the order of the network.
pub(super) type Members<'a> = Vec<(usize, &'a NamedNode)>;

/// On which flank of the picture a side stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flank {
    Left,
    Right,
}

/// Who belongs to which side.
#[derive(Debug)]
pub(super) struct Sides<'a> {
    /// The sides that get a frame, with their nodes.
    pub(super) framed: BTreeMap<&'a NamedNode, Members<'a>>,
    /// The nodes outside of all frames.
    pub(super) others: Members<'a>,
    /// Where nodes stand that belong to the first or second side, by index.
    flanks: BTreeMap<usize, Flank>,
    /// For each node in a frame the side, by index.
    side_of: BTreeMap<usize, &'a NamedNode>,
    /// How many ties lead from one node of a side to another.
    ties_within: BTreeMap<&'a NamedNode, usize>,
}

impl<'a> Sides<'a> {
    pub(super) fn of(network: &'a Network, picture: &Picture) -> Self {
        let (framed, others) = by_side(network, picture);
        let nodes = framed
            .iter()
            .flat_map(|(side, nodes)| nodes.iter().map(|node| (node.0, *side)));
        let side_of: BTreeMap<usize, &NamedNode> = nodes.collect();
        let mut sides = Self {
            flanks: flanks(network, picture),
            framed,
            others,
            side_of,
            ties_within: BTreeMap::new(),
        };
        for (source, target, _) in network.edges() {
            if let Some(side) = sides.common(source, target) {
                *sides.ties_within.entry(side).or_default() += 1;
            }
        }
        sides
    }

    /// Whether a tie is the only one within its side. Its ends may then stand in one column with the rest of their side,
    /// which keeps the sides opposite each other. The labels of several ties would lie on top of each other there.
    pub(super) fn is_lone_tie_within(&self, source: usize, target: usize) -> bool {
        let side = self.common(source, target);
        side.is_some_and(|side| self.ties_within.get(side) == Some(&1))
    }

    /// Whether a tie is laid out against its direction, so that the first side stands on the left of what both have to
    /// do with, and the second on the right; and on the left what belongs to somebody on the far left.
    pub(super) fn is_laid_backward(&self, source: usize, target: usize) -> bool {
        let flank = |node| self.flanks.get(&node).copied();
        match (flank(source), flank(target)) {
            (Some(Flank::Left), Some(Flank::Left)) => true,
            (Some(Flank::Right), other) => other != Some(Flank::Right),
            (other, Some(Flank::Left)) => other.is_none(),
            _ => false,
        }
    }

    fn common(&self, source: usize, target: usize) -> Option<&'a NamedNode> {
        let side = self.side_of.get(&source).copied()?;
        (source != target && self.side_of.get(&target) == Some(&side)).then_some(side)
    }
}

/// A pale frame with a small title.
pub(super) fn frame(title: Quoted) -> Attributes {
    Attributes::default()
        .with("label", title)
        .with("style", keyword("filled,rounded"))
        .with("color", keyword("#e2e2e2"))
        .with("fillcolor", keyword("#f9f9f9"))
        .with("fontcolor", keyword("#666666"))
        .with("fontsize", keyword("11"))
}

/// The sides with their nodes, and the nodes without a side. A side that is alone needs no frame with its own name.
fn by_side<'a>(
    network: &'a Network,
    picture: &Picture,
) -> (BTreeMap<&'a NamedNode, Members<'a>>, Members<'a>) {
    let mut sides: BTreeMap<&NamedNode, Members<'_>> = BTreeMap::new();
    let mut others = Members::new();
    for (index, iri) in network.nodes().enumerate() {
        let facts = network.facts().nodes.get(iri);
        match facts.and_then(|facts| facts.side.as_ref()) {
            Some(side) if picture.clusters => sides.entry(side).or_default().push((index, iri)),
            _ => others.push((index, iri)),
        }
    }
    let (alone, framed): (BTreeMap<_, _>, _) = sides
        .into_iter()
        .partition(|(side, members)| members.iter().all(|(_, member)| member == side));
    others.extend(alone.into_values().flatten());
    others.sort_unstable();
    (framed, others)
}

/// The first side on the left, the second on the right, framed or not.
fn flanks(network: &Network, picture: &Picture) -> BTreeMap<usize, Flank> {
    let side = |iri| network.facts().nodes.get(iri)?.side.as_ref();
    let occurring: BTreeSet<&NamedNode> = network.nodes().filter_map(side).collect();
    let given = picture.sides.iter().filter(|side| occurring.contains(side));
    let known: BTreeSet<&NamedNode> = picture.sides.iter().collect();
    let rest = occurring
        .iter()
        .copied()
        .filter(|side| !known.contains(side));
    let order: Vec<&NamedNode> = given.chain(rest).collect();
    let flank = |iri| match order.iter().position(|known| side(iri) == Some(*known))? {
        0 => Some(Flank::Left),
        1 => Some(Flank::Right),
        _ => None,
    };
    let nodes = network.nodes().enumerate();
    nodes
        .filter_map(|(index, iri)| Some((index, flank(iri)?)))
        .collect()
}
