//! Networks from rows in a short notation: `source relation target act`.

use bilateral::network::{Facts, Network, Tie};
use oxigraph::model::NamedNode;

pub fn iri(name: &str) -> NamedNode {
    NamedNode::new(format!("https://example.org/{name}")).unwrap()
}

/// The row `source relation target act`.
pub fn tie(row: &str) -> Tie {
    let names: Vec<NamedNode> = row.split_whitespace().map(iri).collect();
    let [source, relation, target, act] = names.try_into().unwrap();
    Tie {
        source,
        target,
        relation,
        act,
        weight: None,
        date: None,
        layer: None,
    }
}

pub fn network(rows: &[&str]) -> Network {
    Network::from_ties(rows.iter().copied().map(tie), Facts::default()).unwrap()
}
