//! How fast a network is written out, in each format.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot run should say so at once"
)]

use std::hint::black_box;

use bilateral::export::dot::{self, Picture};
use criterion::{Criterion, Throughput};

#[path = "../tests/it/large_networks.rs"]
mod large_networks;

const ACTORS: usize = 10_000;
const TIES: usize = 100_000;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let network = large_networks::network(ACTORS, TIES);
    let mut group = criterion.benchmark_group("write 100,000 ties");
    let picture = Picture {
        labels: false,
        palette: large_networks::palette(),
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
    group.finish();
    criterion.final_summary();
}
