//! How the time to read, index and query dossiers grows with their number: it should be linear.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot run should fail at once"
)]

use std::path::Path;

use bilateral::load::{self, Graph};
use bilateral::model::InferencePolicy;
use bilateral::records::{ActFilter, Records};
use bilateral::source::Source;
use bilateral::vocab::Namespace;
use bilateral::{dossier, report};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};

#[path = "../tests/it/support/copies.rs"]
mod copies;

const NUMBERS: [usize; 4] = [25, 50, 100, 200];

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for number in NUMBERS {
        let folder = tempfile::tempdir().expect("a scratch folder");
        copies::write(folder.path(), number);
        measure(&mut criterion, folder.path(), number);
    }
    criterion.final_summary();
}

fn measure(criterion: &mut Criterion, folder: &Path, number: usize) {
    let mut group = criterion.benchmark_group("many dossiers");
    group.throughput(Throughput::Elements(number as u64));
    group.bench_function(BenchmarkId::new("load", number), |bencher| {
        bencher.iter_with_large_drop(|| load(folder));
    });
    let graph = load(folder);
    group.bench_function(BenchmarkId::new("index", number), |bencher| {
        let quads = || [graph.quads.as_slice(), graph.derived()].concat();
        bencher.iter_batched(quads, Source::local, BatchSize::PerIteration);
    });
    let records = || Records::from_quads(graph.quads.iter().chain(graph.derived()));
    group.bench_function(BenchmarkId::new("records", number), |bencher| {
        bencher.iter_with_large_drop(records);
    });
    let records = records();
    let mut of_one = ActFilter::default();
    let side = copies::renamed("norland", number / 2);
    of_one.by = vec![Namespace::Id.mint(&side)];
    for (name, filter) in [
        ("all acts", ActFilter::default()),
        ("acts of one side", of_one),
    ] {
        group.bench_function(BenchmarkId::new(name, number), |bencher| {
            bencher.iter(|| report::acts(&records, &filter).count());
        });
    }
    group.finish();
}

fn load(folder: &Path) -> Graph {
    let dossiers = dossier::open(folder).expect("dossiers");
    load::load(&dossiers, InferencePolicy::All).expect("a graph")
}
