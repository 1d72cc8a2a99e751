//! The shortest connections between two nodes, held against all that there are.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, and so may what helps it"
)]

use std::collections::BTreeMap;

use bilateral::network::{
    Bundling, Facts, Heading, Network, Path, RelationFacts, bundle, shortest_paths,
};
use oxigraph::model::NamedNode;
use proptest::prelude::*;

use crate::row_networks::{iri, network, tie};

fn local(node: &NamedNode) -> &str {
    node.as_str().rsplit('/').next().unwrap()
}

/// `a b c`.
fn nodes(path: &Path<'_>) -> String {
    let first = path.steps.first().map(|step| step.from);
    let nodes = first
        .into_iter()
        .chain(path.steps.iter().map(|step| step.to));
    nodes.map(local).collect::<Vec<_>>().join(" ")
}

fn found(network: &Network, from: &str, to: &str, most: usize, hops: usize) -> Vec<String> {
    let paths = shortest_paths(network, &iri(from), &iri(to), most, hops);
    paths.iter().map(nodes).collect()
}

const ANY: usize = usize::MAX;

#[test]
fn the_shortest_come_first_and_equals_in_the_order_of_their_iris() {
    let network = network(&[
        "a r d 1", "d r z 2", "a r c 3", "z r c 4", "b r a 5", "b r e 6", "e r z 7",
    ]);
    assert_eq!(
        found(&network, "a", "z", 9, ANY),
        ["a c z", "a d z", "a b e z"]
    );
    assert_eq!(found(&network, "z", "a", 2, ANY), ["z c a", "z d a"]);
    assert_eq!(found(&network, "a", "z", 9, 2), ["a c z", "a d z"]);
    assert_eq!(found(&network, "a", "z", 9, 1), [""; 0]);
    assert_eq!(found(&network, "a", "z", 0, ANY), [""; 0]);
}

#[test]
fn parallel_ties_are_one_step_which_tells_how_each_of_them_points() {
    let rows = [
        "a offers b 1",
        "a offers b 2",
        "b asks a 3",
        "a pledges b 4",
        "a agrees b 5",
        "b agrees a 5",
        "a notes a 6",
    ];
    let order = |relation, order| {
        let known = RelationFacts {
            order,
            ..RelationFacts::default()
        };
        (iri(relation), known)
    };
    let facts = Facts {
        relations: BTreeMap::from([order("pledges", 1), order("asks", 0), order("agrees", 2)]),
        ..Facts::default()
    };
    let network = Network::from_ties(rows.map(tie), facts).unwrap();
    let network = bundle(&network, Bundling::Kind);
    let paths = shortest_paths(&network, &iri("a"), &iri("b"), 9, ANY);
    assert_eq!(paths.len(), 1);
    let told: Vec<(Heading, &str, usize)> = paths[0].steps[0]
        .ties
        .iter()
        .map(|(heading, edge)| (*heading, local(&edge.relation), edge.acts.len()))
        .collect();
    let expected = [
        (Heading::Along, "offers", 2),
        (Heading::Along, "pledges", 1),
        (Heading::Both, "agrees", 1),
        (Heading::Against, "asks", 1),
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_is_not_there_and_what_is_the_same_is_connected_by_nothing() {
    let parts = network(&["a r b 1", "c r d 2"]);
    assert_eq!(found(&parts, "a", "c", 3, ANY), [""; 0]);
    assert_eq!(found(&parts, "a", "nobody", 3, ANY), [""; 0]);
    assert_eq!(found(&parts, "nobody", "a", 3, ANY), [""; 0]);
    assert_eq!(found(&parts, "a", "a", 3, ANY), [""; 0]);
    assert_eq!(found(&network(&[]), "a", "b", 3, ANY), [""; 0]);
    assert!(parts.contains(&iri("a")) && !parts.contains(&iri("nobody")));
}

#[test]
fn the_reach_of_a_node_is_told_from_near_to_far() {
    let network = network(&[
        "b r a 1", "a r c 2", "d r c 3", "b r e 4", "x r y 5", "a r a 6",
    ]);
    let reach = |from, hops| -> Vec<&str> {
        network
            .reach(&iri(from), hops)
            .into_iter()
            .map(local)
            .collect()
    };
    assert_eq!(reach("a", ANY), ["b", "c", "d", "e"]);
    assert_eq!(reach("a", 1), ["b", "c"]);
    assert_eq!(reach("a", 0), [""; 0]);
    assert_eq!(reach("x", ANY), ["y"]);
    assert_eq!(reach("nobody", ANY), [""; 0]);
}

#[test]
fn many_ways_through_a_hub_and_a_long_chain_end_soon() {
    let all: Vec<String> = (0..60)
        .flat_map(|from| (0..60).map(move |to| format!("n{from:02} r n{to:02} {from}-{to}")))
        .collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let paths = found(&network(&all), "n00", "n59", 100, ANY);
    assert_eq!(paths.len(), 100);
    assert_eq!(paths[0], "n00 n59");
    assert_eq!(paths[1], "n00 n01 n59");
    assert_eq!(paths[59], "n00 n01 n02 n59");

    let chain: Vec<String> = (0..20_000)
        .map(|node| format!("n{node:05} r n{:05} {node}", node + 1))
        .collect();
    let chain: Vec<&str> = chain.iter().map(String::as_str).collect();
    let network = network(&chain);
    let paths = shortest_paths(&network, &iri("n00000"), &iri("n20000"), 3, ANY);
    assert_eq!(paths.len(), 1);
    assert_eq!(paths[0].steps.len(), 20_000);
}

/// Every simple path of at most so many steps, by length, then by IRIs.
fn all_paths(rows: &[String], from: &str, to: &str, hops: usize) -> Vec<String> {
    let mut neighbours: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        let words: Vec<&str> = row.split_whitespace().collect();
        for (here, there) in [(words[0], words[2]), (words[2], words[0])] {
            neighbours.entry(here).or_default().push(there);
        }
    }
    let mut open: Vec<Vec<&str>> = vec![vec![from]];
    let mut found: Vec<(usize, String)> = Vec::new();
    while let Some(path) = open.pop() {
        let here = path[path.len() - 1];
        if here == to {
            found.push((path.len(), path.join(" ")));
        } else if path.len() <= hops {
            let next = neighbours.get(here).into_iter().flatten();
            let next = next.filter(|node| !path.contains(node));
            open.extend(next.map(|node| [path.as_slice(), &[node]].concat()));
        }
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(_, path)| path).collect()
}

proptest! {
    #[test]
    fn they_are_the_first_of_all_that_there_are(
        rows in prop::collection::vec("[a-g] [rs] [a-g] [1-3]", 0..16),
        most in 1_usize..40,
        hops in 1_usize..8,
    ) {
        let ties = rows.iter().map(|row| tie(row));
        let network = Network::from_ties(ties, Facts::default()).unwrap();
        let mut all = all_paths(&rows, "a", "b", hops);
        all.truncate(most);
        prop_assert_eq!(found(&network, "a", "b", most, hops), all);
    }
}
