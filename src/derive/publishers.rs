//! Publishers that are sources and no parties: media that report on two sides.

use super::classes::Classes;
use super::links::{Links, Nodes};
use super::statements::{DerivedGraph, Statements};
use super::wholes::Wholes;
use crate::vocab::bil::{self, class, derived};
use crate::vocab::w3c::{dcterms, prov};

/// Writes the texts of each organization that issued or published one, unless it is a party: a side of an event or part
/// of one, or the target of an act.
pub fn write<'a>(
    statements: &Statements<'a>,
    classes: &Classes<'a>,
    wholes: &Wholes<'a>,
    graph: &mut DerivedGraph,
) {
    let parties = [bil::SIDE, bil::TO];
    let parties = parties
        .into_iter()
        .flat_map(|property| statements.links(property));
    let parties: Nodes<'a> = parties.map(|(_, party)| party).collect();
    let texts = [prov::WAS_ATTRIBUTED_TO, dcterms::PUBLISHER];
    let texts = texts
        .into_iter()
        .flat_map(|property| statements.links(property));
    let texts = Links::of(texts.map(|(text, publisher)| (publisher, text)));
    for publisher in texts.sources() {
        let is_party = wholes
            .above(publisher)
            .iter()
            .any(|whole| parties.contains(*whole));
        if !is_party && classes.is_any_of(*publisher, &[class::ORGANIZATION]) {
            let all: Nodes<'a> = texts.targets(*publisher).iter().copied().collect();
            graph.add_all(
                *publisher,
                derived::PUBLISHES,
                all.ordered().iter().copied(),
            );
        }
    }
}
