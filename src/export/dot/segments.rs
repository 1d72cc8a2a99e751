//! The colours of an edge: one for its relation, or one for each group of kinds in it, as long as its share.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::picture::Picture;
use super::quoted::{Quoted, colour, shares};
use crate::export::colour::Colour;
use crate::network::{Edge, Facts, Share};

/// A shorter part of a line is not visible.
const SHORTEST: f64 = 0.005;

/// A relation, or a group of kinds, as a line.
#[derive(Debug)]
pub struct EdgeSegment<'a> {
    /// Its relation or group.
    pub relation: &'a NamedNode,
    pub pen: Pen,
    /// Its share of the edge.
    weight: f64,
}

/// The style of a relation.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    /// Dark enough for a line.
    pub colour: Colour,
    /// Dark enough for text.
    pub ink: Colour,
}

/// The style of each known relation: chosen once, because it may have many edges.
#[derive(Debug)]
pub struct EdgeStyles<'a> {
    facts: &'a Facts,
    picture: &'a Picture,
    pens: BTreeMap<&'a NamedNode, Pen>,
}

impl<'a> EdgeStyles<'a> {
    pub fn new(facts: &'a Facts, picture: &'a Picture) -> Self {
        let relations = facts.relations.keys();
        let pens = relations.map(|relation| (relation, pen(relation, facts, picture)));
        Self {
            facts,
            picture,
            pens: pens.collect(),
        }
    }

    fn pen(&self, relation: &NamedNode) -> Pen {
        let pen_of_unknown = || pen(relation, self.facts, self.picture);
        let pen = self.pens.get(relation).copied();
        pen.unwrap_or_else(pen_of_unknown)
    }
}

/// The segments of an edge: one, unless it is a bundle of several groups.
pub fn of_edge<'a>(edge: &'a Edge, styles: &EdgeStyles<'a>) -> Vec<EdgeSegment<'a>> {
    let facts = styles.facts;
    let is_own = |relation: &NamedNode| {
        *relation == edge.relation || *facts.group(relation) == edge.relation
    };
    let segments = if edge.shares.iter().all(|share| is_own(&share.relation)) {
        vec![(&edge.relation, edge.weight)]
    } else {
        by_group(&edge.shares, facts)
    };
    let segment = |(relation, weight)| EdgeSegment {
        relation,
        pen: styles.pen(relation),
        weight,
    };
    segments.into_iter().map(segment).collect()
}

/// The groups of some relations, in the order of their first, with their shares added up.
pub fn by_group<'a>(shares: &'a [Share], facts: &'a Facts) -> Vec<(&'a NamedNode, f64)> {
    let mut groups: Vec<(&NamedNode, f64)> = Vec::new();
    for share in shares {
        let group = facts.group(&share.relation);
        match groups.iter_mut().find(|(other, _)| *other == group) {
            Some((_, weight)) => *weight += share.weight,
            None => groups.push((group, share.weight)),
        }
    }
    groups
}

/// A kind has the colour of its group, which the legend explains; its name is on the edge.
fn pen(relation: &NamedNode, facts: &Facts, picture: &Picture) -> Pen {
    let group = Some(facts.group(relation).as_ref());
    let own = picture.colour(Some(relation.as_ref()), Colour::GREY);
    let colour = picture.colour(group, own).visible_on_white();
    Pen {
        colour,
        ink: colour.readable_on_white(),
    }
}

/// The colours of the two halves of an edge, each for its share of the length.
pub fn halves(segments: &[EdgeSegment<'_>]) -> [Quoted; 2] {
    let whole: f64 = segments.iter().map(|segment| segment.weight).sum();
    let half = |from: f64| {
        let mut begin = 0.0;
        let parts = segments.iter().filter_map(|segment| {
            let end = begin + segment.weight / whole;
            let length = f64::min(end, from + 0.5) - f64::max(begin, from);
            begin = end;
            (length > SHORTEST).then_some((segment.pen.colour, 2.0 * length))
        });
        match parts.collect::<Vec<_>>().as_slice() {
            [] => segments
                .first()
                .map_or_else(|| colour(Colour::GREY), |one| colour(one.pen.colour)),
            [(one, _)] => colour(*one),
            several => shares(several),
        }
    };
    [half(0.0), half(0.5)]
}

/// All colours of an edge, each for its share of the length.
pub fn colours(segments: &[EdgeSegment<'_>]) -> Quoted {
    if let [one] = segments {
        return colour(one.pen.colour);
    }
    let whole: f64 = segments.iter().map(|segment| segment.weight).sum();
    let parts = segments
        .iter()
        .map(|segment| (segment.pen.colour, segment.weight / whole));
    shares(&parts.collect::<Vec<_>>())
}
