//! The shortest paths between two nodes, compared with all simple paths.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests and their helpers may panic"
)]

use std::collections::BTreeMap;

use bilateral::network::{
    Bundling, Facts, Heading, Network, Path, RelationFacts, bundle, shortest_paths,
};
use oxigraph::model::NamedNode;
use proptest::prelude::*;

use crate::support::row_networks::{iri, network, tie};

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

fn shortest(network: &Network, from: &str, to: &str, count: usize, hops: usize) -> Vec<String> {
    let paths = shortest_paths(network, &iri(from), &iri(to), count, hops);
    paths.iter().map(nodes).collect()
}

const ANY: usize = usize::MAX;

#[test]
fn paths_are_sorted_by_length_then_iri() {
    let network = network(&[
        "a r d 1", "d r z 2", "a r c 3", "z r c 4", "b r a 5", "b r e 6", "e r z 7",
    ]);
    assert_eq!(
        shortest(&network, "a", "z", 9, ANY),
        ["a c z", "a d z", "a b e z"]
    );
    assert_eq!(shortest(&network, "z", "a", 2, ANY), ["z c a", "z d a"]);
    assert_eq!(shortest(&network, "a", "z", 9, 2), ["a c z", "a d z"]);
    assert_eq!(shortest(&network, "a", "z", 9, 1), [""; 0]);
    assert_eq!(shortest(&network, "a", "z", 0, ANY), [""; 0]);
}

#[test]
fn parallel_edges_are_one_step_with_their_headings() {
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
    let ties: Vec<(Heading, &str, usize)> = paths[0].steps[0]
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
    assert_eq!(ties, expected);
}

#[test]
fn no_path_joins_unconnected_unknown_or_equal_nodes() {
    let parts = network(&["a r b 1", "c r d 2"]);
    assert_eq!(shortest(&parts, "a", "c", 3, ANY), [""; 0]);
    assert_eq!(shortest(&parts, "a", "unknown", 3, ANY), [""; 0]);
    assert_eq!(shortest(&parts, "unknown", "a", 3, ANY), [""; 0]);
    assert_eq!(shortest(&parts, "a", "a", 3, ANY), [""; 0]);
    assert_eq!(shortest(&network(&[]), "a", "b", 3, ANY), [""; 0]);
    assert!(parts.contains(&iri("a")) && !parts.contains(&iri("unknown")));
}

#[test]
fn reach_lists_nodes_by_distance() {
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
    assert_eq!(reach("unknown", ANY), [""; 0]);
}

#[test]
fn complete_graph_and_long_chain_are_searched() {
    let all: Vec<String> = (0..60)
        .flat_map(|from| (0..60).map(move |to| format!("n{from:02} r n{to:02} {from}-{to}")))
        .collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let paths = shortest(&network(&all), "n00", "n59", 100, ANY);
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

/// All simple paths of at most `hops` steps, by length, then by IRIs.
fn all_paths(rows: &[String], from: &str, to: &str, hops: usize) -> Vec<String> {
    let mut neighbours: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        let words: Vec<&str> = row.split_whitespace().collect();
        for (from, to) in [(words[0], words[2]), (words[2], words[0])] {
            neighbours.entry(from).or_default().push(to);
        }
    }
    let mut open: Vec<Vec<&str>> = vec![vec![from]];
    let mut paths: Vec<(usize, String)> = Vec::new();
    while let Some(path) = open.pop() {
        let last = path[path.len() - 1];
        if last == to {
            paths.push((path.len(), path.join(" ")));
        } else if path.len() <= hops {
            let next = neighbours.get(last).into_iter().flatten();
            let next = next.filter(|node| !path.contains(node));
            open.extend(next.map(|node| [path.as_slice(), &[node]].concat()));
        }
    }
    paths.sort();
    paths.dedup();
    paths.into_iter().map(|(_, path)| path).collect()
}

proptest! {
    #[test]
    fn paths_are_the_first_of_all_simple_paths(
        rows in prop::collection::vec("[a-g] [rs] [a-g] [1-3]", 0..16),
        count in 1_usize..40,
        hops in 1_usize..8,
    ) {
        let ties = rows.iter().map(|row| tie(row));
        let network = Network::from_ties(ties, Facts::default()).unwrap();
        let mut all = all_paths(&rows, "a", "b", hops);
        all.truncate(count);
        prop_assert_eq!(shortest(&network, "a", "b", count, hops), all);
    }
}
