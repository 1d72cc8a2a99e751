//! A small graph, and functions to query it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::collections::BTreeSet;

use bilateral::model::{ActKind, EntityKind, NameIndex, NamedEntity, Phrase};
use bilateral::source::{Answer, Solutions, Source, SourceError};
use bilateral::vocab::w3c::{rdf, rdfs};
use bilateral::vocab::{Namespace, bil, graph};
use oxigraph::model::{Literal, NamedNode, Quad, Term};

/// Two acts in one readout, and their actors in the reference graph.
pub fn quads() -> Vec<Quad> {
    let readout = Namespace::Readout.mint("2017-11-13-minsk");
    let belarus = Namespace::Id.mint("belarus");
    let region = Namespace::Id.mint("kaliningrad-oblast");
    let offer = Namespace::Act.mint("2017-11-13-minsk.materials");
    let concern = Namespace::Act.mint("2017-11-13-minsk.nato");
    let kind = |name: &str| Namespace::Ontology.mint(name);
    let label = |thing: &NamedNode, text: &str| {
        let label = Literal::new_language_tagged_literal(text, "en").expect("a good tag");
        Quad::new(thing.clone(), rdfs::LABEL, label, graph::REFERENCE)
    };
    vec![
        Quad::new(offer.clone(), rdf::TYPE, kind("Offer"), readout.clone()),
        Quad::new(offer.clone(), bil::BY, belarus.clone(), readout.clone()),
        Quad::new(offer.clone(), bil::TO, region.clone(), readout.clone()),
        Quad::new(
            offer,
            bil::SECTOR,
            Namespace::Sector.mint("construction"),
            readout.clone(),
        ),
        Quad::new(concern.clone(), rdf::TYPE, kind("Concern"), readout.clone()),
        Quad::new(concern, bil::BY, belarus.clone(), readout),
        label(&belarus, "Belarus"),
        label(&region, "Kaliningrad Oblast"),
    ]
}

pub fn source() -> Source {
    Source::local(quads()).expect("quads are indexed")
}

/// The names for the graph.
pub fn name_index() -> NameIndex {
    let mut name_index = NameIndex::default();
    let mut add = |sort: EntityKind, slug: &str, label: &str| {
        let thing = NamedEntity {
            kinds: BTreeSet::from([sort]),
            label: label.to_owned(),
            in_text: None,
            short_name: None,
            aliases: Vec::new(),
            broader: Vec::new(),
        };
        name_index.add_entity(sort.namespace().mint(slug), thing);
    };
    add(EntityKind::State, "belarus", "Belarus");
    add(
        EntityKind::Region,
        "kaliningrad-oblast",
        "Kaliningrad Oblast",
    );
    add(EntityKind::Sector, "construction", "Construction");
    add(EntityKind::Topic, "security", "Security");
    add(EntityKind::Good, "cement", "Cement");
    add(EntityKind::Person, "anton-alikhanov", "Anton Alikhanov");
    add(EntityKind::Event, "2017-11-13-minsk", "Meeting in Minsk");
    name_index.add_kind(ActKind {
        iri: Namespace::Ontology.mint("Offer"),
        group: Namespace::Ontology.mint("Commitment"),
        label: "offer".to_owned(),
        synonyms: Vec::new(),
        phrases: vec![Phrase::new("offers {to} {items}")],
        joint_phrases: Vec::new(),
    });
    name_index
}

pub fn ask(sparql: &str) -> Result<Answer, SourceError> {
    source().run(sparql)
}

pub fn select(sparql: &str) -> Solutions {
    match ask(sparql) {
        Ok(Answer::Solutions(solutions)) => solutions,
        other => panic!("{sparql}: {other:?}"),
    }
}

/// The first column of every row.
pub fn column(solutions: Solutions) -> Vec<Term> {
    solutions
        .map(|row| row.expect("a row").at(0).expect("a value").clone())
        .collect()
}
