//! The two or more sides, as frames with their nodes in them.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::picture::Picture;
use super::quoted::{Quoted, keyword};
use super::statement::Attributes;
use crate::model::EntityKind;
use crate::network::Network;

/// Nodes with their indices, in the order of the network.
pub type Members<'a> = Vec<(usize, &'a NamedNode)>;

/// On which half of the picture a side is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
}

/// The nodes of each side.
#[derive(Debug)]
pub struct Sides<'a> {
    /// The sides with a frame, with their nodes.
    pub(crate) framed: BTreeMap<&'a NamedNode, Members<'a>>,
    /// The nodes outside all frames.
    pub(crate) others: Members<'a>,
    /// The half of the nodes that belong to the first or second side, by index.
    flanks: BTreeMap<usize, Side>,
    /// Nodes with ties only to one side, or only to third parties: they are placed outside, not between the sides.
    outside: BTreeMap<usize, Option<Side>>,
    /// Actors on no side without incoming ties, by index.
    only_doers: BTreeSet<usize>,
    /// The number of the frame of each node in a frame, by index.
    frame_of: BTreeMap<usize, usize>,
    /// The number of ties within each frame, by its number.
    ties_within: Vec<usize>,
}

impl<'a> Sides<'a> {
    pub(crate) fn of(network: &'a Network, picture: &Picture) -> Self {
        let (framed, others) = by_side(network, picture);
        let numbered = framed.values().enumerate();
        let nodes =
            numbered.flat_map(|(frame, nodes)| nodes.iter().map(move |(node, _)| (*node, frame)));
        let frame_of = nodes.collect();
        let flanks = flanks(network, picture);
        let mut sides = Self {
            outside: outside(network, &flanks, picture),
            only_doers: only_doers(network),
            flanks,
            ties_within: vec![0; framed.len()],
            framed,
            others,
            frame_of,
        };
        for (source, target, _) in network.edges() {
            let frame = sides.common(source, target);
            if let Some(ties) = frame.and_then(|frame| sides.ties_within.get_mut(frame)) {
                *ties += 1;
            }
        }
        sides
    }

    /// Whether a tie is the only one within its side. Its ends can then be in one column with the rest of their side,
    /// which keeps the sides opposite each other. With several ties, labels would overlap there.
    pub(crate) fn is_lone_tie_within(&self, source: usize, target: usize) -> bool {
        let frame = self.common(source, target);
        frame.is_some_and(|frame| self.ties_within.get(frame) == Some(&1))
    }

    /// Whether a tie is laid out against its direction. This keeps the first side left and the second side right of the
    /// nodes that both are tied to, puts third parties that only act on the right, and puts what belongs to a node on
    /// the far left to the left of it.
    pub(crate) fn is_laid_backward(&self, source: usize, target: usize) -> bool {
        let flank = |node| self.flanks.get(&node).copied();
        match (flank(source), flank(target)) {
            (own, None) if self.outside.get(&target) == Some(&own) => own == Some(Side::Left),
            (Some(Side::Right), other) => other != Some(Side::Right),
            (Some(Side::Left) | None, Some(Side::Left)) => true,
            (None, None) => self.only_doers.contains(&source),
            _ => false,
        }
    }

    /// The frame that contains both ends of a tie.
    fn common(&self, source: usize, target: usize) -> Option<usize> {
        let frame = self.frame_of.get(&source).copied()?;
        (source != target && self.frame_of.get(&target) == Some(&frame)).then_some(frame)
    }
}

/// A pale frame with a small title.
pub fn frame(title: Quoted) -> Attributes {
    Attributes::default()
        .with("label", title)
        .with("style", keyword("filled,rounded"))
        .with("color", keyword("#e2e2e2"))
        .with("fillcolor", keyword("#f9f9f9"))
        .with("fontcolor", keyword("#666666"))
        .with("fontsize", keyword("11"))
}

/// The sides with their nodes, and the nodes without a side. A side with a single node gets no frame.
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

/// The first side on the left, the second on the right, with or without a frame.
fn flanks(network: &Network, picture: &Picture) -> BTreeMap<usize, Side> {
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
        0 => Some(Side::Left),
        1 => Some(Side::Right),
        _ => None,
    };
    let nodes = network.nodes().enumerate();
    nodes
        .filter_map(|(index, iri)| Some((index, flank(iri)?)))
        .collect()
}

/// The nodes without outgoing ties whose incoming ties are all from one side, or all from third parties.
///
/// Actors and events only if the picture is crowded: otherwise third parties stay between those who speak of them, and
/// events in order of time.
fn outside(
    network: &Network,
    flanks: &BTreeMap<usize, Side>,
    picture: &Picture,
) -> BTreeMap<usize, Option<Side>> {
    let mut doers: BTreeMap<usize, BTreeSet<Option<Side>>> = BTreeMap::new();
    let mut sources: BTreeSet<usize> = flanks.keys().copied().collect();
    for (source, target, edge) in network.edges() {
        let flank = flanks.get(&source).copied();
        doers.entry(target).or_default().insert(flank);
        sources.insert(source);
        sources.extend(edge.mutual.then_some(target));
    }
    let names: Vec<&NamedNode> = network.nodes().collect();
    let may_move = |index: &usize| {
        let known = names
            .get(*index)
            .and_then(|name| network.facts().nodes.get(*name));
        let sort = known.and_then(|known| known.sort);
        !picture.labels || sort.is_some_and(|sort| !is_actor(sort) && sort != EntityKind::Event)
    };
    let moved = doers
        .into_iter()
        .filter(|(index, flanks)| flanks.len() == 1 && !sources.contains(index) && may_move(index));
    moved
        .filter_map(|(index, flanks)| Some((index, flanks.first().copied()?)))
        .collect()
}

fn is_actor(sort: EntityKind) -> bool {
    EntityKind::ACTORS.contains(&sort) || EntityKind::PEOPLE.contains(&sort)
}

/// The actors on no side without incoming ties.
fn only_doers(network: &Network) -> BTreeSet<usize> {
    let aimed_at: BTreeSet<usize> = network.edges().map(|(_, target, _)| target).collect();
    let is_third_party = |iri| {
        let known = network.facts().nodes.get(iri);
        known.is_some_and(|known| known.side.is_none() && known.sort.is_some_and(is_actor))
    };
    let nodes = network.nodes().enumerate();
    let doers = nodes.filter(|(index, iri)| !aimed_at.contains(index) && is_third_party(iri));
    doers.map(|(index, _)| index).collect()
}
