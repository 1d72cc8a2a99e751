//! The colours of an edge: one for its relation, or one for each group of kinds in it, as long as its share.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::colour::Colour;
use super::picture::Picture;
use super::quoted::{Quoted, colour, keyword, shares};
use crate::network::{Edge, Facts};

/// A relation, or a group of kinds, as a line.
#[derive(Debug)]
pub struct EdgeSegment<'a> {
    /// Its relation or group.
    pub(crate) relation: &'a NamedNode,
    pub(crate) pen: Pen,
    /// Its share of the edge.
    weight: f64,
}

/// The style of a relation.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    /// Dark enough for a line.
    pub(crate) colour: Colour,
    /// Dark enough for text.
    pub(crate) ink: Colour,
    /// Dashes distinguish kinds of one group that have similar shades.
    dashes: Dashes,
}

/// The dashes of a line.
#[derive(Debug, Clone, Copy)]
enum Dashes {
    Solid,
    Dashed,
    Dotted,
}

impl Pen {
    /// The style in Graphviz; `None` for a solid line.
    pub(crate) fn style(self) -> Option<Quoted> {
        match self.dashes {
            Dashes::Solid => None,
            Dashes::Dashed => Some(keyword("dashed")),
            Dashes::Dotted => Some(keyword("dotted")),
        }
    }
}

/// The style of each known relation: chosen once, because it may have many edges.
#[derive(Debug)]
pub struct EdgeStyles<'a> {
    facts: &'a Facts,
    picture: &'a Picture,
    known: BTreeMap<&'a NamedNode, Pen>,
}

impl<'a> EdgeStyles<'a> {
    pub(crate) fn of(facts: &'a Facts, picture: &'a Picture) -> Self {
        let known = facts.relations.keys();
        let known = known.map(|relation| (relation, pen(relation, facts, picture)));
        Self {
            facts,
            picture,
            known: known.collect(),
        }
    }

    fn strand<'b>(&self, relation: &'b NamedNode, weight: f64) -> EdgeSegment<'b> {
        let known = self.known.get(relation).copied();
        EdgeSegment {
            relation,
            pen: known.unwrap_or_else(|| pen(relation, self.facts, self.picture)),
            weight,
        }
    }
}

/// The segments of an edge: one, unless it is a bundle of several groups.
pub fn of_edge<'a>(edge: &'a Edge, pens: &EdgeStyles<'a>) -> Vec<EdgeSegment<'a>> {
    let facts = pens.facts;
    let is_within = |relation| facts.group(relation) == &edge.relation;
    let shares = edge.shares.iter();
    let is_one = shares
        .clone()
        .all(|share| share.relation == edge.relation || is_within(&share.relation));
    if is_one {
        return vec![pens.strand(&edge.relation, edge.weight)];
    }
    let mut strands: Vec<EdgeSegment<'_>> = Vec::new();
    for share in shares {
        let group = facts.group(&share.relation);
        match strands.iter_mut().find(|strand| strand.relation == group) {
            Some(strand) => strand.weight += share.weight,
            None => strands.push(pens.strand(group, share.weight)),
        }
    }
    strands
}

fn pen(relation: &NamedNode, facts: &Facts, picture: &Picture) -> Pen {
    let known = facts.relations.get(relation);
    let is_kind = known.is_some_and(|known| known.group.is_some());
    let order = known.map(|known| known.order).filter(|_| is_kind);
    let place = order.or_else(|| place_among_uncoloured(relation, facts, picture));
    let grey = if place.is_some_and(|place| place > 3) {
        Colour::INK
    } else {
        Colour::GREY
    };
    let colour = picture
        .colour(Some(relation.as_ref()), grey)
        .visible_on_white();
    Pen {
        colour,
        ink: colour.readable_on_white(),
        dashes: place.map_or(Dashes::Solid, dashes),
    }
}

/// The position of a relation among those without a colour, from 1.
fn place_among_uncoloured(relation: &NamedNode, facts: &Facts, picture: &Picture) -> Option<u32> {
    let mut uncoloured = facts
        .relations
        .keys()
        .filter(|relation| !picture.palette.contains_key(*relation));
    let place = uncoloured.position(|known| known == relation)?;
    u32::try_from(place + 1).ok()
}

/// Neighbours in the order of kinds, or of relations without a colour, have different dashes.
const fn dashes(order: u32) -> Dashes {
    match order % 3 {
        0 => Dashes::Dotted,
        1 => Dashes::Solid,
        _ => Dashes::Dashed,
    }
}

/// All colours of an edge, each for its share of the length.
pub fn colours(strands: &[EdgeSegment<'_>]) -> Quoted {
    if let [one] = strands {
        return colour(one.pen.colour);
    }
    let whole: f64 = strands.iter().map(|strand| strand.weight).sum();
    let parts = strands
        .iter()
        .map(|strand| (strand.pen.colour, strand.weight / whole));
    shares(&parts.collect::<Vec<_>>())
}
