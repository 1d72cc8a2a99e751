//! Small networks with all facts of a picture, and hostile ones.

use std::collections::BTreeMap;

use bilateral::export::dot::{Picture, to_string};
use bilateral::model::EntityKind;
use bilateral::network::{ActFacts, Facts, Network, NodeFacts, RelationFacts, Tie};
use oxigraph::model::NamedNode;

pub fn id(slug: &str) -> NamedNode {
    NamedNode::new(format!("https://w3id.org/bilateral/id/{slug}")).unwrap()
}

pub fn kind(name: &str) -> NamedNode {
    NamedNode::new(format!("https://w3id.org/bilateral/ontology#{name}")).unwrap()
}

pub fn act(name: &str) -> NamedNode {
    NamedNode::new(format!("https://w3id.org/bilateral/act/r.{name}")).unwrap()
}

pub fn tie(source: &str, relation: &str, target: &str, act_name: &str) -> Tie {
    Tie {
        source: id(source),
        target: id(target),
        relation: kind(relation),
        act: act(act_name),
        weight: None,
        date: None,
        layer: None,
    }
}

pub fn node(label: &str, sort: EntityKind, side: Option<&str>) -> NodeFacts {
    NodeFacts {
        label: label.to_owned(),
        sort: Some(sort),
        side: side.map(id),
        ..NodeFacts::default()
    }
}

pub fn offer(quote: &str, url: &str) -> ActFacts {
    ActFacts {
        sentence: "Belarus offers Kaliningrad Oblast steelwork".to_owned(),
        quote: Some(quote.to_owned()),
        url: Some(url.to_owned()),
        order: 0,
        ..ActFacts::default()
    }
}

pub fn facts() -> Facts {
    Facts {
        nodes: BTreeMap::from([
            (
                id("belarus"),
                node("Belarus", EntityKind::State, Some("belarus")),
            ),
            (
                id("minister"),
                node("Minister of Education", EntityKind::Post, Some("belarus")),
            ),
            (
                id("kaliningrad"),
                node(
                    "Kaliningrad Oblast",
                    EntityKind::Region,
                    Some("kaliningrad"),
                ),
            ),
        ]),
        relations: BTreeMap::from([(
            kind("Offer"),
            RelationFacts {
                label: "Offer".to_owned(),
                order: 4,
                ..RelationFacts::default()
            },
        )]),
        acts: BTreeMap::from([
            (
                act("1"),
                offer(
                    "We can supply you with steelwork",
                    "https://example.org/#:~:text=We%20can",
                ),
            ),
            (act("2"), offer("If you need help", "javascript:alert(1)")),
        ]),
        ..Facts::default()
    }
}

pub fn rows() -> Vec<Tie> {
    vec![
        tie("belarus", "Offer", "kaliningrad", "2"),
        tie("belarus", "Offer", "kaliningrad", "1"),
        tie("minister", "Offer", "kaliningrad", "2"),
    ]
}

pub fn picture() -> Picture {
    Picture {
        title: "Offers".to_owned(),
        palette: BTreeMap::from([
            (kind("Offer"), "#009e73".to_owned()),
            (kind("State"), "#77aadd".to_owned()),
        ]),
        ..Picture::default()
    }
}

pub fn drawn(rows: Vec<Tie>, facts: Facts) -> String {
    to_string(&Network::from_ties(rows, facts).unwrap(), &picture())
}

/// A network of one tie whose source, relation and act have hostile texts.
pub fn hostile(text: &str) -> String {
    let mut facts = facts();
    facts
        .nodes
        .insert(id("belarus"), node(text, EntityKind::State, None));
    let relation = RelationFacts {
        label: text.to_owned(),
        order: 0,
        ..RelationFacts::default()
    };
    facts.relations.insert(kind("Offer"), relation);
    facts
        .acts
        .insert(act("1"), offer(text, "https://example.org/?a=1&b=2"));
    drawn(vec![tie("belarus", "Offer", "kaliningrad", "1")], facts)
}
