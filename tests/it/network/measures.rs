//! Measures compared with naive implementations of their definitions on small graphs, and invariants on large ones.
//!
//! `tests/peers/measures.py` compares them with networkx.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "tests may panic, and their numbers are small"
)]

use std::collections::BTreeSet;

use bilateral::network::measures::{
    articulation_points, betweenness, closeness, clustering, communities, core_number, degree,
    density, diameter, harmonic, modularity, out_strength, pagerank, reciprocity,
    strong_components, transitivity, weak_components, weighted_betweenness,
};
use bilateral::network::{Network, NetworkError, Projection, Tie};
use proptest::prelude::*;
use rayon::ThreadPoolBuilder;

use crate::support::small_networks::tie;

fn graph(nodes: usize, ties: &[(usize, usize, f64)]) -> Projection {
    Projection::from_ties(nodes, ties.iter().copied()).unwrap()
}

/// A pseudorandom graph, always the same.
fn scattered(nodes: usize, ties: usize) -> Projection {
    let mut state = 20_171_113_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let ties = (0..ties).map(|_| (next(nodes), next(nodes), (next(9) + 1) as f64 / 3.0));
    Projection::from_ties(nodes, ties).unwrap()
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

#[test]
fn any_number_of_threads_computes_the_same_bits() {
    let graph = scattered(300, 2_000);
    let measures: [fn(&Projection) -> Vec<f64>; 4] =
        [betweenness, weighted_betweenness, closeness, harmonic];
    let with = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads);
        pool.build().unwrap().install(|| {
            let values = measures.map(|measure| bits(&measure(&graph)));
            (values, diameter(&graph))
        })
    };
    let one = with(1);
    for threads in [2, 3, 8, 100] {
        assert_eq!(with(threads), one, "{threads} threads");
    }
}

#[test]
fn undefined_measures_state_the_reason() {
    let [empty, alone] = [graph(0, &[]), graph(1, &[])];
    let reason = |error: Result<f64, _>| match error {
        Err(undefined) => format!("{undefined}"),
        Ok(value) => panic!("{value}"),
    };
    assert_eq!(
        reason(density(&alone)),
        "undefined: the network has fewer than two nodes"
    );
    assert_eq!(
        reason(reciprocity(&alone)),
        "undefined: all ties are joint acts"
    );
    assert_eq!(
        reason(transitivity(&empty)),
        "undefined: no node has two neighbours"
    );
    assert_eq!(
        reason(modularity(&alone, &[0])),
        "undefined: no tie has a weight"
    );
    assert_eq!(diameter(&alone), Ok(0));
    let apart = graph(5, &[(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0)]);
    let reason = diameter(&apart).unwrap_err().to_string();
    assert_eq!(
        reason,
        "undefined: the network has 2 components; the largest has 3 nodes and the diameter 2"
    );
    for graph in [empty, alone] {
        let values = [
            pagerank(&graph),
            betweenness(&graph),
            weighted_betweenness(&graph),
            closeness(&graph),
            harmonic(&graph),
            clustering(&graph),
            out_strength(&graph),
        ];
        assert!(values.iter().flatten().all(|value| value.is_finite()));
    }
}

#[test]
fn invalid_tie_is_refused() {
    for (target, weight) in [(1, -1.0), (1, f64::NAN), (1, f64::INFINITY), (2, 1.0)] {
        let refused = Projection::from_ties(2, [(0, target, weight)]).unwrap_err();
        assert!(matches!(refused, NetworkError::Tie { .. }), "{refused}");
    }
}

#[test]
fn joint_act_leads_both_ways_but_counts_once() {
    let rows: Vec<Tie> = vec![
        tie("a", "Offer", "b", "alone"),
        tie("a", "Offer", "b", "joint"),
        tie("b", "Offer", "a", "joint"),
        tie("c", "Offer", "c", "loop"),
    ];
    let network = Network::from_ties(rows, bilateral::network::Facts::default()).unwrap();
    let graph = Projection::of(&network);
    assert_eq!(
        (graph.node_count(), graph.tie_count(), graph.pair_count()),
        (3, 2, 1)
    );
    assert_eq!(
        [graph.weight(0, 1), graph.weight(1, 0)],
        [Some(2.0), Some(1.0)]
    );
    assert_eq!(graph.weight(2, 2), None);
    // A joint act does not reciprocate an act of one toward the other.
    assert_eq!(reciprocity(&graph), Ok(0.0));
    let undirected = graph.undirected();
    assert_eq!(
        [undirected.weight(0, 1), undirected.weight(1, 0)],
        [Some(2.0), Some(2.0)]
    );
    assert_eq!(undirected.tie_count(), 1);
}

#[test]
fn long_path_does_not_overflow_the_stack() {
    let nodes = 200_000;
    let ties = (1..nodes).map(|node| (node - 1, node, 1.0));
    let path = Projection::from_ties(nodes, ties).unwrap();
    assert_eq!(strong_components(&path).len(), nodes);
    assert_eq!(weak_components(&path).len(), 1);
    let points = articulation_points(&path)
        .into_iter()
        .filter(|is_one| *is_one);
    assert_eq!(points.count(), nodes - 2);
    assert!(core_number(&path).iter().all(|core| *core == 1));
    assert_eq!(diameter(&path), Ok(nodes - 1));
}

#[test]
fn million_ties_are_measured() {
    let graph = scattered(100_000, 1_000_000);
    assert!(graph.tie_count() > 999_000);
    let shares = pagerank(&graph);
    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    assert_eq!(weak_components(&graph).len(), 1);
    assert!(core_number(&graph).iter().max().unwrap() > &5);
    assert!(transitivity(&graph).unwrap() < 0.01);
}

fn weights() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![1.0, 2.0, 4.0, 8.0])
}

fn a_graph() -> impl Strategy<Value = Projection> {
    (1_usize..9).prop_flat_map(|nodes| {
        let ties = prop::collection::vec((0..nodes, 0..nodes, weights()), 0..24);
        ties.prop_map(move |ties| graph(nodes, &ties))
    })
}

/// A graph whose lengths add up without rounding: no parallel ties, whose weights could add up to 3, a length of ⅓.
fn an_exact_graph() -> impl Strategy<Value = Projection> {
    (1_usize..9).prop_flat_map(|nodes| {
        let ties = prop::collection::btree_map((0..nodes, 0..nodes), weights(), 0..24);
        ties.prop_map(move |ties| {
            let ties = ties.into_iter();
            let ties: Vec<_> = ties
                .map(|((from, to), weight)| (from, to, weight))
                .collect();
            graph(nodes, &ties)
        })
    })
}

/// The distances between all nodes, by the Floyd–Warshall algorithm.
fn distances(graph: &Projection, length: impl Fn(f64) -> f64) -> Vec<Vec<f64>> {
    let nodes = graph.node_count();
    let direct = |from, to| graph.weight(from, to).map_or(f64::INFINITY, &length);
    let mut far: Vec<Vec<f64>> = (0..nodes)
        .map(|from| {
            (0..nodes)
                .map(|to| if from == to { 0.0 } else { direct(from, to) })
                .collect()
        })
        .collect();
    for by in 0..nodes {
        for from in 0..nodes {
            for to in 0..nodes {
                far[from][to] = far[from][to].min(far[from][by] + far[by][to]);
            }
        }
    }
    far
}

/// The number of shortest paths from one node to another: the sum of those to its predecessors on them.
fn paths(
    graph: &Projection,
    far: &[Vec<f64>],
    length: &impl Fn(f64) -> f64,
    from: usize,
    to: usize,
) -> f64 {
    if from == to {
        return 1.0;
    }
    (0..graph.node_count())
        .filter(|&before| {
            let last = graph.weight(before, to).map_or(f64::INFINITY, length);
            last.is_finite() && (far[from][before] + last - far[from][to]).abs() < 1e-12
        })
        .map(|before| paths(graph, far, length, from, before))
        .sum()
}

/// Betweenness by its definition, for lengths that add up without rounding.
fn by_definition(graph: &Projection, length: impl Fn(f64) -> f64) -> Vec<f64> {
    let nodes = graph.node_count();
    let far = distances(graph, &length);
    let count = |from, to| paths(graph, &far, &length, from, to);
    let share = |by: usize, from: usize, to: usize| {
        let is_on = far[from][to].is_finite()
            && (far[from][by] + far[by][to] - far[from][to]).abs() < 1e-12;
        if is_on {
            count(from, by) * count(by, to) / count(from, to)
        } else {
            0.0
        }
    };
    let of = |by: usize| {
        let others = (0..nodes).filter(|other| *other != by);
        let pairs = others
            .clone()
            .flat_map(|from| others.clone().map(move |to| (from, to)));
        let sum: f64 = pairs
            .filter(|(from, to)| from != to)
            .map(|(from, to)| share(by, from, to))
            .sum();
        if nodes > 2 {
            sum / ((nodes - 1) * (nodes - 2)) as f64
        } else {
            0.0
        }
    };
    (0..nodes).map(of).collect()
}

/// The number of components without one node.
fn parts_without(graph: &Projection, gone: Option<usize>) -> usize {
    let nodes = graph.node_count();
    let mut left: BTreeSet<usize> = (0..nodes).filter(|node| Some(*node) != gone).collect();
    let mut parts = 0;
    while let Some(first) = left.pop_first() {
        parts += 1;
        let mut open = vec![first];
        while let Some(node) = open.pop() {
            let near: Vec<usize> = left
                .iter()
                .copied()
                .filter(|&other| {
                    graph.weight(node, other).is_some() || graph.weight(other, node).is_some()
                })
                .collect();
            for other in near {
                left.remove(&other);
                open.push(other);
            }
        }
    }
    parts
}

/// Core numbers by removing nodes again and again.
fn cores(graph: &Projection) -> Vec<usize> {
    let nodes = graph.node_count();
    let tied = |a: usize, b: usize| graph.weight(a, b).is_some() || graph.weight(b, a).is_some();
    let mut core = vec![0; nodes];
    for least in 1..nodes {
        let mut left: BTreeSet<usize> = (0..nodes).collect();
        loop {
            let few = left
                .iter()
                .copied()
                .find(|&node| left.iter().filter(|&&other| tied(node, other)).count() < least);
            match few {
                Some(node) => left.remove(&node),
                None => break,
            };
        }
        for node in left {
            core[node] = least;
        }
    }
    core
}

fn all_close(ours: &[f64], theirs: &[f64]) -> bool {
    ours.len() == theirs.len()
        && ours
            .iter()
            .zip(theirs)
            .all(|(one, other)| (one - other).abs() < 1e-9)
}

proptest! {
    #[test]
    fn betweenness_matches_its_definition(graph in a_graph()) {
        let ours = betweenness(&graph);
        prop_assert!(all_close(&ours, &by_definition(&graph, |_| 1.0)), "{ours:?}");
    }

    #[test]
    fn weighted_betweenness_matches_its_definition(graph in an_exact_graph()) {
        let ours = weighted_betweenness(&graph);
        prop_assert!(all_close(&ours, &by_definition(&graph, |weight| 1.0 / weight)), "{ours:?}");
    }

    #[test]
    fn components_cores_and_articulation_points_match_their_definitions(graph in a_graph()) {
        let whole = parts_without(&graph, None);
        prop_assert_eq!(weak_components(&graph).len(), whole);
        let falls: Vec<bool> = (0..graph.node_count()).map(|node| parts_without(&graph, Some(node)) > whole).collect();
        prop_assert_eq!(articulation_points(&graph), falls);
        prop_assert_eq!(core_number(&graph), cores(&graph));
    }

    #[test]
    fn diameter_is_the_greatest_distance(graph in a_graph()) {
        let undirected = graph.undirected();
        let far = distances(&undirected, |_| 1.0);
        let greatest = far.iter().flatten().fold(0.0_f64, |most, far| most.max(*far));
        let ours = diameter(&graph);
        match ours {
            Ok(hops) => prop_assert!((hops as f64 - greatest).abs() < 1e-9),
            Err(_) => prop_assert!(greatest.is_infinite()),
        }
    }

    #[test]
    fn communities_are_numbered_by_size_and_no_worse_than_a_single_one(graph in a_graph()) {
        let found = communities(&graph);
        let count = found.iter().max().map_or(0, |most| most + 1);
        let sizes: Vec<usize> = (0..count).map(|number| found.iter().filter(|of| **of == number).count()).collect();
        prop_assert!(sizes.iter().all(|size| *size > 0) && sizes.iter().rev().is_sorted(), "{sizes:?}");
        if let Ok(quality) = modularity(&graph, &found) {
            prop_assert!((-1e-9..1.0).contains(&quality), "{quality}");
        }
    }

    #[test]
    fn degrees_and_shares_add_up(graph in a_graph()) {
        prop_assert_eq!(degree(&graph).iter().sum::<usize>(), 2 * graph.pair_count());
        prop_assert!((pagerank(&graph).iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let parts = strong_components(&graph);
        prop_assert_eq!(parts.iter().map(Vec::len).sum::<usize>(), graph.node_count());
    }
}
