//! The sides of a picture: which nodes are in the frame of a side, and on which half of the picture they are.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::elements::{EdgeRef, NodeRef};
use super::picture::Picture;
use crate::model::EntityKind;
use crate::network::Network;

/// Nodes in the order of the network.
type Members<'a> = Vec<&'a NodeRef<'a>>;

/// A half of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Half {
    Left,
    Right,
}

/// The nodes of each side.
#[derive(Debug)]
pub struct Sides<'a> {
    /// The sides with a frame, with their nodes.
    pub framed: BTreeMap<&'a NamedNode, Members<'a>>,
    /// The nodes outside all frames.
    pub others: Members<'a>,
    /// The half of the nodes that belong to the first or second side, by index.
    halves: BTreeMap<usize, Half>,
    /// Nodes with ties only to one side, or only to third parties: they are placed outside, not between the sides.
    outside: BTreeMap<usize, Option<Half>>,
    /// Actors on no side without incoming ties, by index.
    only_doers: BTreeSet<usize>,
    /// The ties that are the only one within their frame, by the indices of their ends.
    lone_ties: BTreeSet<[usize; 2]>,
    /// Whether nodes are between the first and the second side.
    has_middle: bool,
}

impl<'a> Sides<'a> {
    pub fn new(network: &'a Network, picture: &Picture, nodes: &'a [NodeRef<'a>]) -> Self {
        let edges: Vec<EdgeRef<'_>> = EdgeRef::all(network, nodes).collect();
        let (framed, others) = by_side(nodes, picture);
        let halves = halves(nodes, picture);
        let outside = outside(nodes, &edges, &halves, picture);
        let is_middle = |node: &NodeRef<'_>| {
            !halves.contains_key(&node.index) && !outside.contains_key(&node.index)
        };
        Self {
            has_middle: nodes.iter().any(is_middle),
            outside,
            only_doers: only_doers(nodes, &edges),
            lone_ties: lone_ties(&framed, &edges),
            halves,
            framed,
            others,
        }
    }

    /// Whether a tie is the only one within its side. Its ends can then be in one column with the rest of their side,
    /// which keeps the sides opposite each other. With several ties, labels would overlap there.
    pub fn is_lone_tie_within(&self, EdgeRef { from, to, .. }: EdgeRef<'_>) -> bool {
        self.lone_ties.contains(&[from.index, to.index])
    }

    /// The framed side to which both ends of a tie belong.
    pub fn frame_of(&self, EdgeRef { from, to, .. }: EdgeRef<'_>) -> Option<&'a NamedNode> {
        let side = from.side().filter(|side| to.side() == Some(side))?;
        self.framed.get_key_value(side).map(|(side, _)| *side)
    }

    /// Whether a tie links the two sides themselves, past others that are between them.
    pub fn is_past_others(&self, EdgeRef { from, to, .. }: EdgeRef<'_>) -> bool {
        let side = |node: &NodeRef<'_>| {
            let half = self.halves.get(&node.index);
            half.filter(|_| node.side() == Some(node.iri)).copied()
        };
        let [one, other] = [from, to].map(side);
        self.has_middle && one.is_some() && other.is_some() && one != other
    }

    /// Whether a tie is laid out against its direction. This keeps the first side left and the second side right of the
    /// nodes that both are tied to, puts third parties that only act on the right, and puts what belongs to a node on
    /// the far left to the left of it.
    pub fn is_laid_backward(&self, EdgeRef { from, to, .. }: EdgeRef<'_>) -> bool {
        let half = |node: &NodeRef<'_>| self.halves.get(&node.index).copied();
        match (half(from), half(to)) {
            (own, None) if self.outside.get(&to.index) == Some(&own) => own == Some(Half::Left),
            (Some(Half::Right), other) => other != Some(Half::Right),
            (Some(Half::Left) | None, Some(Half::Left)) => true,
            (None, None) => self.only_doers.contains(&from.index),
            _ => false,
        }
    }
}

/// The sides with their nodes, and the nodes without a side. A side with a single node gets no frame.
fn by_side<'a>(
    nodes: &'a [NodeRef<'a>],
    picture: &Picture,
) -> (BTreeMap<&'a NamedNode, Members<'a>>, Members<'a>) {
    let mut sides: BTreeMap<&NamedNode, Members<'_>> = BTreeMap::new();
    let mut others = Members::new();
    for node in nodes {
        match node.side() {
            Some(side) if picture.clusters => sides.entry(side).or_default().push(node),
            _ => others.push(node),
        }
    }
    let (alone, framed): (BTreeMap<_, _>, _) = sides
        .into_iter()
        .partition(|(side, members)| members.iter().all(|member| member.iri == *side));
    others.extend(alone.into_values().flatten());
    others.sort_unstable_by_key(|node| node.index);
    (framed, others)
}

/// The first side that occurs on the left, the second on the right, with or without a frame.
fn halves(nodes: &[NodeRef<'_>], picture: &Picture) -> BTreeMap<usize, Half> {
    let occurring: BTreeSet<&NamedNode> = nodes.iter().filter_map(NodeRef::side).collect();
    let known = picture.sides.iter().filter(|side| occurring.contains(side));
    let rest = occurring.iter().copied();
    let rest = rest.filter(|side| !picture.sides.contains(side));
    let order: Vec<&NamedNode> = known.chain(rest).collect();
    let half = |node: &NodeRef<'_>| {
        let side = node.side()?;
        match order.iter().position(|known| *known == side)? {
            0 => Some((node.index, Half::Left)),
            1 => Some((node.index, Half::Right)),
            _ => None,
        }
    };
    nodes.iter().filter_map(half).collect()
}

fn lone_ties(
    framed: &BTreeMap<&NamedNode, Members<'_>>,
    edges: &[EdgeRef<'_>],
) -> BTreeSet<[usize; 2]> {
    let mut ties_within: BTreeMap<&NamedNode, Vec<[usize; 2]>> = BTreeMap::new();
    for EdgeRef { from, to, .. } in edges {
        let Some(side) = from.side().filter(|side| framed.contains_key(side)) else {
            continue;
        };
        if from.index != to.index && to.side() == Some(side) {
            let ties = ties_within.entry(side).or_default();
            ties.push([from.index, to.index]);
        }
    }
    let ties = ties_within.into_values();
    ties.filter(|ties| ties.len() == 1).flatten().collect()
}

/// The nodes without outgoing ties whose incoming ties are all from one side, or all from third parties.
///
/// Actors and events only if the picture is crowded: otherwise third parties stay between those who speak of them, and
/// events in order of time.
fn outside(
    nodes: &[NodeRef<'_>],
    edges: &[EdgeRef<'_>],
    halves: &BTreeMap<usize, Half>,
    picture: &Picture,
) -> BTreeMap<usize, Option<Half>> {
    let mut doers: BTreeMap<usize, BTreeSet<Option<Half>>> = BTreeMap::new();
    let mut sources: BTreeSet<usize> = halves.keys().copied().collect();
    for EdgeRef { from, to, edge, .. } in edges {
        let half = halves.get(&from.index).copied();
        doers.entry(to.index).or_default().insert(half);
        sources.insert(from.index);
        sources.extend(edge.mutual.then_some(to.index));
    }
    let may_move = |kind| !is_actor(kind) && kind != EntityKind::Event;
    let moved = nodes.iter().filter(|node| {
        let may_move = !picture.labels || node.kind().is_some_and(may_move);
        may_move && !sources.contains(&node.index)
    });
    moved
        .filter_map(|node| {
            let doers = doers.get(&node.index)?;
            let half = doers.first().filter(|_| doers.len() == 1)?;
            Some((node.index, *half))
        })
        .collect()
}

fn is_actor(kind: EntityKind) -> bool {
    EntityKind::ACTORS.contains(&kind) || EntityKind::PEOPLE.contains(&kind)
}

/// The actors on no side without incoming ties.
fn only_doers(nodes: &[NodeRef<'_>], edges: &[EdgeRef<'_>]) -> BTreeSet<usize> {
    let targets: BTreeSet<usize> = edges.iter().map(|edge| edge.to.index).collect();
    let is_third_party =
        |node: &&NodeRef<'_>| node.side().is_none() && node.kind().is_some_and(is_actor);
    let third_parties = nodes.iter().filter(is_third_party);
    let doers = third_parties.map(|node| node.index);
    doers.filter(|index| !targets.contains(index)).collect()
}
