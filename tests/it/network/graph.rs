//! Rows become a network, in any order; its parts and bundles.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests and their helpers may panic"
)]

use std::collections::BTreeMap;

use bilateral::network::{
    ActFacts, Bundling, Edge, Facts, Network, NetworkError, RelationFacts, Tie, bundle,
};
use oxigraph::model::NamedNode;
use proptest::prelude::*;

use crate::support::row_networks::{iri, network, tie};

fn nodes(network: &Network) -> Vec<&str> {
    network.nodes().map(local).collect()
}

fn local(node: &NamedNode) -> &str {
    node.as_str().rsplit('/').next().unwrap()
}

/// `source relation target weight: acts`.
fn edges(network: &Network) -> Vec<String> {
    let nodes = nodes(network);
    network
        .edges()
        .map(|(source, target, edge)| {
            let acts: Vec<&str> = edge.acts.iter().map(local).collect();
            let relation = local(&edge.relation);
            format!(
                "{} {relation} {} {}: {}",
                nodes[source],
                nodes[target],
                edge.weight,
                acts.join(" ")
            )
        })
        .collect()
}

fn only_edge(ties: Vec<Tie>, facts: Facts) -> Edge {
    let network = Network::from_ties(ties, facts).unwrap();
    let mut edges = network.edges();
    let (_, _, edge) = edges.next().unwrap();
    assert!(edges.next().is_none());
    edge.clone()
}

#[test]
fn rows_with_equal_ends_and_relation_become_one_edge() {
    let network = network(&[
        "b offers a 2",
        "b offers a 1",
        "b offers a 2",
        "b asks a 3",
        "a offers b 4",
    ]);
    assert_eq!(nodes(&network), ["a", "b"]);
    assert_eq!(
        edges(&network),
        ["a offers b 1: 4", "b asks a 1: 3", "b offers a 2: 1 2"]
    );
}

#[test]
fn weights_add_up_and_rows_that_differ_only_in_layer_count_once() {
    let rows = [(1, 0.5, "x"), (1, 0.5, "y"), (1, 2.0, "x"), (2, 3.0, "x")];
    let ties = rows.map(|(act, weight, layer)| Tie {
        weight: Some(weight),
        layer: Some(layer.to_owned()),
        ..tie(&format!("a r b {act}"))
    });
    let edge = only_edge(ties.to_vec(), Facts::default());
    assert!((edge.weight - 5.5).abs() < f64::EPSILON);
    assert_eq!(edge.acts, [iri("1"), iri("2")]);
    assert_eq!(edge.layers.into_iter().collect::<Vec<_>>(), ["x", "y"]);
}

#[test]
fn acts_are_sorted_by_date_then_order_and_the_edge_spans_their_dates() {
    let ties = [
        ("a", "2018-01-01"),
        ("b", "2017-11-13"),
        ("c", "2017-11-13"),
    ]
    .map(|(act, date)| Tie {
        date: Some(date.to_owned()),
        ..tie(&format!("x r y {act}"))
    });
    let facts_of = |order| ActFacts {
        order,
        ..ActFacts::default()
    };
    let facts = Facts {
        acts: BTreeMap::from([
            (iri("a"), facts_of(0)),
            (iri("b"), facts_of(9)),
            (iri("c"), facts_of(5)),
        ]),
        ..Facts::default()
    };
    let edge = only_edge(ties.to_vec(), facts);
    assert_eq!(edge.acts, [iri("c"), iri("b"), iri("a")]);
    assert_eq!(edge.first_date.as_deref(), Some("2017-11-13"));
    assert_eq!(edge.last_date.as_deref(), Some("2018-01-01"));
}

#[test]
fn invalid_weight_is_refused_with_its_tie() {
    for weight in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0] {
        let tie = Tie {
            weight: Some(weight),
            ..tie("a r b 1")
        };
        let error = Network::from_ties([tie], Facts::default()).unwrap_err();
        assert!(matches!(error, NetworkError::Weight { .. }));
        assert!(
            error.to_string().contains("<https://example.org/a>"),
            "{error}"
        );
    }
}

#[test]
fn sum_of_the_greatest_weights_is_finite() {
    let ties = ["1", "2"].map(|act| Tie {
        weight: Some(f64::MAX),
        ..tie(&format!("a r b {act}"))
    });
    assert!(
        only_edge(ties.to_vec(), Facts::default())
            .weight
            .is_finite()
    );
}

#[test]
fn focus_keeps_nodes_within_some_hops_in_both_directions() {
    let network = network(&["a r b 1", "c r b 2", "c r d 3", "e r f 4"]);
    let focus = |hops| nodes(&network.focus(&iri("a"), hops)).join(" ");
    assert_eq!(focus(0), "a");
    assert_eq!(focus(1), "a b");
    assert_eq!(focus(2), "a b c");
    assert_eq!(focus(usize::MAX), "a b c d");
    assert_eq!(
        edges(&network.focus(&iri("a"), 2)),
        ["a r b 1: 1", "c r b 1: 2"]
    );
    assert!(network.focus(&iri("unknown"), 3).is_empty());
}

#[test]
fn at_least_drops_light_edges_and_isolated_nodes() {
    let network = network(&["a r b 1", "a r b 2", "b r c 3"]);
    let heavy = network.at_least(2.0);
    assert_eq!(nodes(&heavy), ["a", "b"]);
    assert_eq!(edges(&heavy), ["a r b 2: 1 2"]);
    assert!(network.at_least(3.0).is_empty());
}

#[test]
fn no_rows_make_an_empty_network() {
    let network = network(&[]);
    assert!(network.is_empty());
    assert_eq!(network.edges().count(), 0);
}

/// Relations in groups: `offers` and `pledges` share one, `asks` is in another, `holds` in none.
fn groups() -> Facts {
    let of = |order, group: Option<&str>| RelationFacts {
        label: String::new(),
        order,
        group: group.map(iri),
        ..RelationFacts::default()
    };
    Facts {
        relations: BTreeMap::from([
            (iri("offers"), of(2, Some("Commitment"))),
            (iri("pledges"), of(1, Some("Commitment"))),
            (iri("asks"), of(3, Some("Ask"))),
            (iri("holds"), of(u32::MAX, None)),
        ]),
        ..Facts::default()
    }
}

/// `source relation target weight[ both ways]: shares`.
fn bundles(rows: &[&str], by: Bundling) -> Vec<String> {
    let ties = rows.iter().copied().map(tie);
    let network = bundle(&Network::from_ties(ties, groups()).unwrap(), by);
    let nodes = nodes(&network);
    let lines = network.edges().map(|(source, target, edge)| {
        let shares: Vec<String> = edge
            .shares
            .iter()
            .map(|share| format!("{} {}", local(&share.relation), share.weight))
            .collect();
        format!(
            "{} {} {} {}{}: {}",
            nodes[source],
            edge.relation.as_str().rsplit(['/', '#']).next().unwrap(),
            nodes[target],
            edge.weight,
            if edge.mutual { " both ways" } else { "" },
            shares.join(", ")
        )
    });
    lines.collect()
}

const ROWS: [&str; 8] = [
    "a offers b 1",
    "a offers b 2",
    "a pledges b 3",
    "a asks b 4",
    "b asks a 5",
    "a offers b 6",
    "b offers a 6",
    "a holds c m",
];

#[test]
fn bundles_merge_by_kind_group_or_pair_and_keep_joint_acts_apart() {
    assert_eq!(
        bundles(&ROWS, Bundling::Kind),
        [
            "a asks b 1: asks 1",
            "a offers b 2: offers 2",
            "a pledges b 1: pledges 1",
            "a offers b 1 both ways: offers 1",
            "a holds c 1: holds 1",
            "b asks a 1: asks 1",
        ]
    );
    assert_eq!(
        bundles(&ROWS, Bundling::Group),
        [
            "a Ask b 1: asks 1",
            "a Commitment b 3: pledges 1, offers 2",
            "a Commitment b 1 both ways: offers 1",
            "a holds c 1: holds 1",
            "b Ask a 1: asks 1",
        ]
    );
    assert_eq!(
        bundles(&ROWS, Bundling::Pair),
        [
            "a Act b 4: pledges 1, offers 2, asks 1",
            "a Commitment b 1 both ways: offers 1",
            "a holds c 1: holds 1",
            "b Ask a 1: asks 1",
        ]
    );
}

#[test]
fn self_loop_is_not_a_joint_act() {
    assert_eq!(
        bundles(&["a offers a 1"], Bundling::Pair),
        ["a Commitment a 1: offers 1"]
    );
}

#[test]
fn missing_label_falls_back_to_prefixed_name_or_iri() {
    let facts = Facts::default();
    let belarus = NamedNode::new("https://w3id.org/bilateral/id/belarus").unwrap();
    assert_eq!(facts.node_label(&belarus), "id:belarus");
    assert_eq!(facts.relation_label(&iri("x")), "https://example.org/x");
}

fn a_tie() -> impl Strategy<Value = Tie> {
    ("[a-d] [rs] [a-d] [1-5]", prop::option::of(0.0..9.0)).prop_map(|(row, weight)| Tie {
        weight,
        ..tie(&row)
    })
}

proptest! {
    #[test]
    fn order_and_repetition_of_rows_do_not_matter(ties in prop::collection::vec(a_tie(), 0..30)) {
        let forward = Network::from_ties(ties.clone(), Facts::default()).unwrap();
        let mut twice = ties.clone();
        twice.extend(ties);
        twice.reverse();
        let backward = Network::from_ties(twice, Facts::default()).unwrap();
        prop_assert_eq!(nodes(&forward), nodes(&backward));
        prop_assert_eq!(edges(&forward), edges(&backward));
        prop_assert!(forward.nodes().is_sorted());
    }

    #[test]
    fn bundles_keep_all_acts_and_nodes(ties in prop::collection::vec(a_tie(), 0..30)) {
        let whole = Network::from_ties(ties, groups()).unwrap();
        let acts = |network: &Network| -> std::collections::BTreeSet<NamedNode> {
            network.edges().flat_map(|(_, _, edge)| edge.acts.clone()).collect()
        };
        for by in [Bundling::Kind, Bundling::Group, Bundling::Pair] {
            let bundled = bundle(&whole, by);
            prop_assert_eq!(acts(&whole), acts(&bundled));
            prop_assert_eq!(nodes(&whole), nodes(&bundled));
            for (_, _, edge) in bundled.edges() {
                let sum: f64 = edge.shares.iter().map(|share| share.weight).sum();
                prop_assert!((sum - edge.weight).abs() < 1e-9);
            }
        }
    }
}

#[test]
fn network_around_its_centres_grows_by_the_node_with_the_most_acts_to_it() {
    let whole = network(&[
        "a offers b 1",
        "a offers c 2",
        "c asks a 3",
        "b offers d 4",
        "d offers e 5",
        "e offers f 6",
        "f offers e 7",
        "e asks f 8",
    ]);
    let around = |centres: &[&str], count| {
        let centres: Vec<NamedNode> = centres.iter().map(|centre| iri(centre)).collect();
        nodes(&whole.around(&centres, count)).join(" ")
    };
    assert_eq!(around(&["a"], 2), "a c");
    // Of two with one act each to `a` and `c`, or to `b`: first `b`, then `d`.
    assert_eq!(around(&["a"], 3), "a b c");
    assert_eq!(around(&["a"], 4), "a b c d");
    // The most connected node, without a centre that occurs.
    assert_eq!(around(&[], 2), "e f");
    assert_eq!(around(&["x"], 2), "e f");
    assert_eq!(around(&["a"], 9), "a b c d e f");
}

#[test]
fn noun_after_a_number_is_that_of_the_ontology_or_regular() {
    let named = |label: &str, plural: Option<&str>| RelationFacts {
        label: label.to_owned(),
        plural: plural.map(str::to_owned),
        ..RelationFacts::default()
    };
    for (facts, [one, several]) in [
        (named("Offer", None), ["offer", "offers"]),
        (named("Inquiry", None), ["inquiry", "inquiries"]),
        (named("Survey", None), ["survey", "surveys"]),
        (named("Match", None), ["match", "matches"]),
        (named("NATO act", None), ["NATO act", "NATO acts"]),
        (
            named("Loan of money", Some("loans of money")),
            ["loan of money", "loans of money"],
        ),
    ] {
        let facts = Facts {
            relations: BTreeMap::from([(iri("r"), facts)]),
            ..Facts::default()
        };
        assert_eq!(
            [true, false].map(|is_one| facts.noun(&iri("r"), is_one)),
            [one, several]
        );
    }
}
