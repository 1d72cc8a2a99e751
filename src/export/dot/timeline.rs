//! Places events one below the other in order of time.

use std::collections::BTreeSet;
use std::io;

use super::drawing::Drawing;
use super::ends::NodeRef;
use super::quoted::keyword;
use super::statement::{Attributes, Body};
use crate::model::EntityKind;

/// Ties each dated event to the next by an invisible edge, before the nodes are written, because Graphviz keeps the
/// order of first mention. An event with parts is placed next to them.
pub fn write(body: &mut Body<'_>, drawing: &Drawing<'_>) -> io::Result<()> {
    let ends = &drawing.ends;
    let is_event = |end: &NodeRef<'_>| {
        end.known
            .is_some_and(|known| known.sort == Some(EntityKind::Event))
    };
    let events = ends.iter().enumerate().filter(|(_, end)| is_event(end));
    let events: BTreeSet<usize> = events.map(|(index, _)| index).collect();
    let between = drawing.network.edges();
    let wholes: BTreeSet<usize> = between
        .filter(|(source, target, _)| events.contains(source) && events.contains(target))
        .map(|(_, target, _)| target)
        .collect();
    let alone = events
        .difference(&wholes)
        .filter_map(|index| ends.get(*index));
    let mut dated: Vec<(&str, &NodeRef<'_>)> = alone
        .filter_map(|end| Some((end.known?.date.as_deref()?, end)))
        .collect();
    dated.sort_unstable_by_key(|(date, end)| (*date, end.iri));
    if dated.len() < 2 {
        return Ok(());
    }
    let unseen = Attributes::default().with("style", keyword("invis"));
    body.subgraph("timeline", |column| {
        let rank = Attributes::default().with("rank", keyword("same"));
        column.defaults("graph", &rank)?;
        for ((_, earlier), (_, later)) in dated.iter().zip(dated.iter().skip(1)) {
            column.edge(&earlier.name, &later.name, &unseen)?;
        }
        Ok(())
    })
}
