//! How the time to read dossiers, to index them and to ask them grows with their number: it should be in step.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot run should say so at once"
)]

use std::path::Path;

use bilateral::load::{self, Graph};
use bilateral::model::InferencePolicy;
use bilateral::source::{Answer, Source};
use bilateral::{dossier, query, report};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};

#[path = "../tests/it/copies.rs"]
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
        let quads = || graph.quads.clone();
        bencher.iter_batched(quads, Source::local, BatchSize::PerIteration);
    });
    let name_index = graph.name_index;
    let source = Source::local(graph.quads).expect("an index");
    let acts = report::acts().expect("a good header");
    group.bench_function(BenchmarkId::new("all acts", number), |bencher| {
        bencher.iter(|| rows(acts.run(&source, &[], &name_index)));
    });
    let side = copies::renamed("norland", number / 2);
    let of_one = [("by".to_owned(), side)];
    group.bench_function(BenchmarkId::new("acts of one side", number), |bencher| {
        bencher.iter(|| rows(acts.run(&source, &of_one, &name_index)));
    });
    group.finish();
}

fn load(folder: &Path) -> Graph {
    let dossiers = dossier::open(folder).expect("dossiers");
    load::load(&dossiers, InferencePolicy::All).expect("a graph")
}

fn rows(answer: Result<Answer, query::QueryError>) -> usize {
    match answer.expect("an answer") {
        Answer::Solutions(rows) => rows.collect::<Result<Vec<_>, _>>().expect("rows").len(),
        _ => 0,
    }
}
