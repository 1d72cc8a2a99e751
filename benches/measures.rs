//! How long measures take, and others for the same: networkx, rustworkx and networkit on the same graph, in the same run.
//!
//! The others run where `BILATERAL_PEERS` names a Python that has them:
//! `python3 -m venv v && v/bin/pip install networkx rustworkx networkit scipy`, then
//! `BILATERAL_PEERS=v/bin/python cargo bench --bench measures`.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot run should say so at once, and what it finds is for people"
)]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use bilateral::derive::derive;
use bilateral::diagnostic::SourceText;
use bilateral::network::measures::{
    articulation_points, assortativity, betweenness, clustering, communities, core_number, degree,
    density, modularity, out_strength, pagerank, reciprocity, strong_components, transitivity,
    weak_components, weighted_betweenness,
};
use bilateral::network::{self, Network, Projection, Scope, Tie as Row};
use bilateral::query::NamedQuery;
use bilateral::records::Records;
use bilateral::source::{Answer, Source};
use bilateral::vocab::bil;
use criterion::{BatchSize, Criterion};
use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};

/// Nodes and ties: the large graph, one that networkx can go through within a minute, and one of a million ties.
const LARGE: [usize; 2] = [10_000, 100_000];
const SMALL: [usize; 2] = [1_000, 10_000];
const HUGE: [usize; 2] = [100_000, 1_000_000];

/// Source, target and weight of a tie.
type Tie = (usize, usize, f64);

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for [nodes, ties] in [SMALL, LARGE, HUGE] {
        let graph = Projection::from_ties(nodes, scattered(nodes, ties)).expect("a graph");
        measure(
            &mut criterion,
            &graph,
            &format!("{nodes} nodes, {ties} ties"),
        );
    }
    view(&mut criterion);
    criterion.final_summary();
    peers();
}

/// Ties that look thrown together, but are always the same.
fn scattered(nodes: usize, ties: usize) -> Vec<Tie> {
    let mut state = 20_171_113_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    };
    let weight = |number: usize| f64::from(u32::try_from(number).expect("a small number")) / 3.0;
    (0..ties)
        .map(|_| (next(nodes), next(nodes), weight(next(9) + 1)))
        .collect()
}

fn measure(criterion: &mut Criterion, graph: &Projection, size: &str) {
    let mut group = criterion.benchmark_group(size);
    group.bench_function("all linear measures", |bencher| {
        bencher.iter(|| linear(graph));
    });
    group.bench_function("pagerank", |bencher| bencher.iter(|| pagerank(graph)));
    group.bench_function("communities", |bencher| {
        bencher.iter(|| communities(graph));
    });
    if graph.node_count() <= LARGE[0] {
        group.bench_function("betweenness, two cores", |bencher| {
            bencher.iter(|| betweenness(graph));
        });
    }
    if graph.node_count() <= SMALL[0] {
        group.bench_function("weighted betweenness, two cores", |bencher| {
            bencher.iter(|| weighted_betweenness(graph));
        });
    }
    group.finish();
}

/// Everything whose time grows about as the number of ties.
fn linear(graph: &Projection) {
    let kinds: Vec<Option<usize>> = (0..graph.node_count()).map(|node| Some(node % 4)).collect();
    let groups = communities(graph);
    let of_nodes = (degree(graph), out_strength(graph), pagerank(graph));
    let in_groups = (
        core_number(graph),
        clustering(graph),
        articulation_points(graph),
    );
    let of_all = (density(graph), reciprocity(graph), transitivity(graph));
    let parts = (weak_components(graph), strong_components(graph));
    let told_apart = (assortativity(graph, &kinds), modularity(graph, &groups));
    black_box(&(of_nodes, in_groups, of_all, parts, told_apart));
}

/// What it costs to make a network and its projection out of the rows of a view, beside running the view.
fn view(criterion: &mut Criterion) {
    let [nodes, ties] = LARGE;
    let quads = quads(nodes, ties);
    let records = Records::from_quads(&quads);
    let source = Source::local(quads).expect("an index");
    let text = include_str!("../queries/views/actors.rq");
    let view = NamedQuery::read(Arc::new(SourceText::new("actors.rq", text))).expect("a view");
    let mut scope = Scope::default();
    scope.skip_details = true;
    let mut group = criterion.benchmark_group("view of 100000 acts");
    group.bench_function("the query alone", |bencher| {
        bencher.iter(|| match source.run(text).expect("an answer") {
            Answer::Solutions(rows) => rows.count(),
            _ => 0,
        });
    });
    let network = || network::of_view(&source, &records, &view, &scope).expect("a network");
    group.bench_function("query, facts and network", |bencher| {
        bencher.iter_with_large_drop(network);
    });
    let whole = network();
    let rows: Vec<_> = rows(&source, text);
    group.bench_function("network of the rows", |bencher| {
        let input = || (rows.clone(), whole.facts().clone());
        let build = |(rows, facts)| Network::from_ties(rows, facts).expect("a network");
        bencher.iter_batched(input, build, BatchSize::PerIteration);
    });
    group.bench_function("projection of the network", |bencher| {
        bencher.iter_with_large_drop(|| Projection::of(&whole));
    });
    group.finish();
}

fn rows(source: &Source, text: &str) -> Vec<Row> {
    let mut ties = Vec::new();
    let read = source.each_row(text, |row| {
        let node = |name| row.node(name).expect("an IRI").clone();
        ties.push(Row {
            source: node("source"),
            target: node("target"),
            relation: node("relation"),
            act: node("act"),
            weight: None,
            date: row.text("date").map(str::to_owned),
            layer: None,
        });
    });
    read.expect("rows");
    ties
}

/// Acts as a dossier has them, each of one actor toward another.
fn quads(nodes: usize, ties: usize) -> Vec<Quad> {
    let id = |number: usize| {
        NamedNode::new_unchecked(format!("https://w3id.org/bilateral/id/actor-{number}"))
    };
    let quad = |subject: &NamedNode, property: NamedNodeRef<'_>, object: Term| {
        Quad::new(subject.clone(), property, object, GraphName::DefaultGraph)
    };
    let [offer, commitment] = ["Offer", "Commitment"].map(|kind| {
        NamedNode::new_unchecked(format!("https://w3id.org/bilateral/ontology#{kind}"))
    });
    let mut quads = vec![
        quad(&offer, rdfs::SUB_CLASS_OF, commitment.clone().into()),
        quad(&commitment, rdfs::SUB_CLASS_OF, bil::class::ACT.into()),
    ];
    for (number, (by, to, _)) in scattered(nodes, ties).into_iter().enumerate() {
        let act = NamedNode::new_unchecked(format!(
            "https://w3id.org/bilateral/act/readout.offer-{number}"
        ));
        let day = format!(
            "20{:02}-{:02}-{:02}",
            number % 25,
            number % 12 + 1,
            number % 28 + 1
        );
        quads.extend([
            quad(&act, rdf::TYPE, offer.clone().into()),
            quad(&act, bil::BY, id(by).into()),
            quad(&act, bil::TO, id(to).into()),
            quad(
                &act,
                bil::DATE,
                Literal::new_typed_literal(day, xsd::DATE).into(),
            ),
        ]);
    }
    quads.extend(derive(&quads));
    quads
}

/// Lets the others measure the same graphs, and us once more right before each, so that both meet the same machine.
fn peers() {
    let Some(python) = env::var_os("BILATERAL_PEERS") else {
        println!(
            "networkx, rustworkx and networkit were not asked: BILATERAL_PEERS names no Python that has them"
        );
        return;
    };
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = folder.path().join("ties.txt");
    let ask = |[nodes, ties]: [usize; 2], what: &str, ours: &dyn Fn(&Projection)| {
        let list = scattered(nodes, ties);
        let mut text = String::new();
        for (source, target, weight) in &list {
            // Writing into a String never fails.
            let _ = writeln!(text, "{source} {target} {weight}");
        }
        fs::write(&path, text).expect("a file of ties");
        let graph = Projection::from_ties(nodes, list).expect("a graph");
        let mut times = Vec::new();
        let mut theirs = Vec::new();
        for _ in 0..5 {
            let start = Instant::now();
            ours(&graph);
            times.push(start.elapsed().as_secs_f64());
            let mut command = Command::new(&python);
            command
                .arg("benches/peers.py")
                .args([what, &nodes.to_string()])
                .arg(&path);
            let output = command.output().expect("Python runs");
            let told = String::from_utf8_lossy(&output.stdout).trim().to_owned();
            theirs.push(told.parse::<f64>().expect("seconds"));
        }
        let [ours, theirs] = [times, theirs].map(median);
        println!(
            "{what}, {nodes} nodes, {ties} ties: {theirs:.3} s, ours {ours:.3} s, {:.2} times as fast",
            theirs / ours
        );
    };
    ask(SMALL, "networkx-betweenness", &|graph| {
        black_box(betweenness(graph));
    });
    ask(LARGE, "rustworkx-betweenness", &|graph| {
        black_box(betweenness(graph));
    });
    ask(LARGE, "networkit-pagerank", &|graph| {
        black_box(pagerank(graph));
    });
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
