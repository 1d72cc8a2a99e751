//! The speed of writing a network, in each format.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot run should fail at once"
)]

use std::collections::BTreeMap;
use std::hint::black_box;

use bilateral::export::dot::{self, Picture};
use bilateral::export::exchange::{self, About, ExchangeFormat};
use bilateral::network::{Network, shortest_paths};
use criterion::{Criterion, Throughput};
use oxigraph::model::NamedNode;

#[path = "../tests/it/support/large_networks.rs"]
mod large_networks;

const ACTORS: usize = 10_000;
const TIES: usize = 100_000;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let network = large_networks::network(ACTORS, TIES);
    let mut group = criterion.benchmark_group("write 100,000 ties");
    let picture = Picture {
        labels: false,
        palette: palette(&network),
        ..Picture::default()
    };
    let mut text = Vec::new();
    dot::write(&network, &picture, &mut text).expect("a picture");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("dot", |bencher| {
        bencher.iter(|| {
            text.clear();
            dot::write(&network, &picture, black_box(&mut text))
        });
    });
    for format in ExchangeFormat::ALL {
        let mut text = Vec::new();
        exchange::write(&network, &About::default(), format, &mut text).expect("a network");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format.name(), |bencher| {
            bencher.iter(|| {
                text.clear();
                exchange::write(&network, &About::default(), format, black_box(&mut text))
            });
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("find connections among 100,000 ties");
    let ends = [1, ACTORS / 2].map(large_networks::actor);
    for most in [1, 3, 100] {
        group.bench_function(format!("the {most} shortest"), |bencher| {
            bencher.iter(|| {
                black_box(shortest_paths(
                    &network,
                    &ends[0],
                    &ends[1],
                    most,
                    usize::MAX,
                ))
                .len()
            });
        });
    }
    group.finish();
    criterion.final_summary();
}

/// One colour per kind of act.
fn palette(network: &Network) -> BTreeMap<NamedNode, String> {
    let kinds = network.facts().relations.keys().cloned();
    let colours = [
        "#0a9a80", "#f0e442", "#e69f00", "#cc79a7", "#1b4f8f", "#999999",
    ];
    kinds.zip(colours.map(str::to_owned)).collect()
}
