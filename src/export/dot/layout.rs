//! Where nodes are and how tall they must be.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::drawing::Drawing;
use super::edge_label;
use super::elements::NodeRef;
use super::statement::{Attributes, Body};

/// The minimum height of a node, in inches.
const ORDINARY: f64 = 0.5;
/// The space for each of several edges between the same two nodes, in addition to its label, in inches.
const PARALLEL_TIE: f64 = 0.17;
/// The space for a line of a label, in inches.
const LINE: f64 = 0.17;
/// The space for any edge, in inches: edges fan out to different nodes, and may leave on two sides.
const TIE: f64 = 0.16;
/// The space for any edge in a picture without labels.
const TIE_OF_MANY: f64 = 0.04;

/// The heights in inches of the nodes, by index, that must be taller than their labels so that all their edges reach
/// them side by side and not at one corner.
pub fn node_heights(drawing: &Drawing<'_>) -> BTreeMap<usize, f64> {
    let mut pairs: BTreeMap<[usize; 2], Space> = BTreeMap::new();
    for edge in drawing.edges() {
        let mut pair = [edge.from.index, edge.to.index];
        pair.sort_unstable();
        let space = pairs.entry(pair).or_default();
        if drawing.picture.labels {
            space.add_labelled(edge_label::lines(edge, drawing.facts).len());
        } else {
            space.all += TIE_OF_MANY;
        }
    }
    let mut nodes: BTreeMap<usize, Space> = BTreeMap::new();
    for (pair, parallel) in pairs {
        for node in pair {
            nodes.entry(node).or_default().join(&parallel);
        }
    }
    let heights = nodes.into_iter();
    let heights = heights.map(|(node, space)| (node, space.parallel.max(space.all)));
    heights.filter(|(_, height)| *height > ORDINARY).collect()
}

/// The space for the edges of one node, or between two.
#[derive(Debug, Default)]
struct Space {
    /// For all of them, as they fan out.
    all: f64,
    /// For those between the same two nodes, with their labels.
    parallel: f64,
}

impl Space {
    /// Adds an edge with a label of this many lines.
    fn add_labelled(&mut self, lines: usize) {
        let lines = u16::try_from(lines).unwrap_or(u16::MAX);
        self.all += TIE;
        self.parallel += PARALLEL_TIE + LINE * f64::from(lines);
    }

    /// Adds the edges to one more node.
    fn join(&mut self, to_one_node: &Self) {
        self.all += to_one_node.all;
        self.parallel = self.parallel.max(to_one_node.parallel);
    }
}

/// Places dated events one below the other in order of time: ties each to the next by an invisible edge, before the
/// nodes are written, because Graphviz keeps the order of first mention. An event with parts is placed next to them.
pub fn write_timeline(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    let between_events = drawing
        .edges()
        .filter(|edge| edge.from.is_event() && edge.to.is_event());
    let wholes: BTreeSet<usize> = between_events.map(|edge| edge.to.index).collect();
    let events = drawing.nodes.iter();
    let events = events.filter(|node| node.is_event() && !wholes.contains(&node.index));
    let mut dated: Vec<(&str, &NodeRef<'_>)> = events
        .filter_map(|event| Some((event.date()?, event)))
        .collect();
    dated.sort_unstable_by_key(|(date, event)| (*date, event.iri));
    if dated.len() < 2 {
        return Ok(());
    }
    let unseen = Attributes::fixed("style=invis");
    body.subgraph("timeline", |column| {
        column.defaults("graph", &Attributes::fixed("rank=same"))?;
        for ((_, earlier), (_, later)) in dated.iter().zip(dated.iter().skip(1)) {
            column.edge(&earlier.name, &later.name, &unseen)?;
        }
        Ok(())
    })
}
