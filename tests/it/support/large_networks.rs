//! Large generated networks, equal for equal numbers.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise, and so may what helps it"
)]

use std::collections::BTreeMap;

use bilateral::model::EntityKind;
use bilateral::network::{ActFacts, Facts, Network, NodeFacts, RelationFacts, Tie};
use oxigraph::model::NamedNode;

const KINDS: [&str; 6] = [
    "Offer",
    "Pledge",
    "Request",
    "Concern",
    "Agreement",
    "Statement",
];

fn term(kind: &str, name: impl std::fmt::Display) -> NamedNode {
    NamedNode::new(format!("https://w3id.org/bilateral/{kind}{name}")).unwrap()
}

pub fn actor(number: usize) -> NamedNode {
    term("id/", format_args!("actor-{number}"))
}

/// A network in which each tie has its own act, with texts as long as those of real readouts.
pub fn network(actors: usize, ties: usize) -> Network {
    let mut numbers = Numbers(1);
    let rows = (0..ties).map(|number| Tie {
        source: actor(numbers.below(actors)),
        target: actor(numbers.below(actors)),
        relation: term("ontology#", KINDS[number % KINDS.len()]),
        act: act(number),
        weight: None,
        date: Some(format!("20{:02}-{:02}", number % 25, number % 12 + 1)),
        layer: None,
    });
    Network::from_ties(rows.collect::<Vec<_>>(), facts(actors, ties)).unwrap()
}

fn act(number: usize) -> NamedNode {
    term("act/", format_args!("2017-11-13-minsk.act-{number}"))
}

fn facts(actors: usize, acts: usize) -> Facts {
    let nodes = (0..actors).map(|number| {
        let known = NodeFacts {
            label: format!("Ministry of Transport of Region {number}"),
            sort: Some(EntityKind::Organization),
            side: (number % 3 < 2).then(|| actor(number % 3)),
            ..NodeFacts::default()
        };
        (actor(number), known)
    });
    let relations = KINDS.iter().zip(0..).map(|(kind, order)| {
        let known = RelationFacts {
            label: (*kind).to_owned(),
            order,
            ..RelationFacts::default()
        };
        (term("ontology#", kind), known)
    });
    let acts = (0..acts).map(|number| {
        let known = ActFacts {
            sentence: format!("Region {number} offers the other side steelwork, cement & “more”"),
            quote: Some(format!(
                "We can supply you with steelwork, cement, and {number} other \"construction materials\" […] if you need help"
            )),
            url: Some(format!(
                "https://example.org/en/events/negotiations-{number}#:~:text=We%20can%20supply%20you%20with%20steelwork"
            )),
            ..ActFacts::default()
        };
        (act(number), known)
    });
    Facts {
        nodes: nodes.collect::<BTreeMap<_, _>>(),
        relations: relations.collect(),
        acts: acts.collect(),
        ..Facts::default()
    }
}

/// Numbers that look random (Knuth's MMIX generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}
