//! Publishers: the name of each text's publisher, and which of them are sources, not parties, such as media.

use foldhash::HashMap;
use oxigraph::model::LiteralRef;

use super::classes::Classes;
use super::links::{Links, Nodes};
use super::statements::{DerivedGraph, Node, Statements};
use super::wholes::Wholes;
use crate::model::{named_publishers, publisher_name};
use crate::text::enumerated;
use crate::vocab::bil::{self, class, derived};
use crate::vocab::w3c::{dcterms, prov, rdfs};

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

/// Writes the name of the publisher of each text that an act is reported in, or that has an issuer.
pub fn write_names<'a>(
    statements: &Statements<'a>,
    classes: &Classes<'a>,
    graph: &mut DerivedGraph,
) {
    let links = |property| Links::of(statements.links(property));
    let (publishers, issuers) = (links(dcterms::PUBLISHER), links(prov::WAS_ATTRIBUTED_TO));
    let addresses = links(dcterms::SOURCE);
    let known = [prov::WAS_ATTRIBUTED_TO, dcterms::PUBLISHER];
    let known = known
        .into_iter()
        .flat_map(|property| statements.links(property));
    let labels = labels(statements, &known.map(|(_, who)| who).collect());
    let reported_in = statements.links(bil::REPORTED_IN).map(|(_, text)| text);
    let texts: Nodes<'a> = reported_in
        .chain(issuers.sources().iter().copied())
        .collect();
    for text in texts.ordered() {
        let is_organization = |who: &Node<'a>| classes.is_any_of(*who, &[class::ORGANIZATION]);
        let published_by = publishers.targets(*text);
        let known_by = named_publishers(published_by, issuers.targets(*text), is_organization);
        let mut name: Vec<&str> = known_by
            .iter()
            .filter_map(|who| labels.get(who).copied())
            .collect();
        name.sort_unstable();
        let name = (!name.is_empty()).then(|| enumerated(&name));
        let address = match addresses.targets(*text) {
            [Node::NamedNode(address), ..] => address.as_str(),
            _ => "",
        };
        let name = publisher_name(name, address);
        let literal = LiteralRef::new_simple_literal(&name);
        graph.add(*text, derived::PUBLISHER_NAME, literal);
    }
}

/// The first English label of some nodes.
fn labels<'a>(statements: &Statements<'a>, nodes: &Nodes<'a>) -> HashMap<Node<'a>, &'a str> {
    let mut first: HashMap<Node<'a>, &str> = HashMap::default();
    for (node, label) in statements.literals(rdfs::LABEL) {
        if nodes.contains(node) && matches!(label.language(), None | Some("en")) {
            let known = first.entry(node).or_insert(label.value());
            *known = label.value().min(known);
        }
    }
    first
}
