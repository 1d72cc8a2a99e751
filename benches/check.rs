//! The cost of checking a million triples, compared with loading them and with rdflib and pySHACL.
//!
//! Set `BILATERAL_PEERS` to a Python that has the peers (`tests/peers/requirements.txt`) to measure them, too.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot run should fail at once"
)]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use bilateral::check::{self, Options};
use bilateral::diagnostic::Severity;
use bilateral::dossier::{self, Dossier};
use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::source::Source;
use criterion::{BenchmarkId, Criterion};

mod generated;

/// Readouts of a hundred acts each.
const READOUTS: [usize; 3] = [100, 200, 400];
/// The number of runs; the median is printed.
const RUNS: usize = 5;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for readouts in READOUTS {
        let folder = tempfile::tempdir().expect("a scratch folder");
        generated::write(folder.path(), readouts);
        measure(&mut criterion, folder.path(), readouts * generated::ACTS);
    }
    criterion.final_summary();
    if std::env::args().any(|argument| argument == "--bench") {
        let folder = tempfile::tempdir().expect("a scratch folder");
        generated::write(folder.path(), 400);
        compare(folder.path());
    }
}

fn measure(criterion: &mut Criterion, folder: &Path, acts: usize) {
    let mut group = criterion.benchmark_group("check");
    group.bench_function(BenchmarkId::new("load", acts), |bencher| {
        bencher.iter_with_large_drop(|| load(folder));
    });
    group.bench_function(BenchmarkId::new("check", acts), |bencher| {
        bencher.iter(|| checked(folder));
    });
    group.finish();
}

fn dossiers(folder: &Path) -> Vec<Dossier> {
    dossier::open(folder).expect("dossiers")
}

fn load(folder: &Path) -> Source {
    let mut graph = load::load(&dossiers(folder), InferencePolicy::All).expect("a graph");
    Source::local(graph.take_quads()).expect("an index")
}

fn checked(folder: &Path) -> usize {
    let options = Options::new(Severity::Warn);
    let report = check::check(&dossiers(folder), &[], &options);
    let report = report.expect("a report");
    assert_eq!(report.count_of(Severity::Error), 0, "{:?}", report.counts);
    report.seen.statements
}

/// Prints the ratios of `benches/README.md`, all measured in this run.
fn compare(folder: &Path) {
    let loading = median(|| load(folder));
    let checking = median(|| checked(folder));
    println!("check / load: {:.2}", ratio(checking, loading));

    let bilateral = env!("CARGO_BIN_EXE_bilateral");
    let export = folder.join("export.ttl");
    let status = Command::new(bilateral)
        .args([
            "-C".as_ref(),
            folder,
            "export".as_ref(),
            "-o".as_ref(),
            export.as_path(),
        ])
        .status();
    assert!(status.expect("bilateral").success());
    let of_export = || {
        let run = Command::new(bilateral)
            .arg("check")
            .arg(&export)
            .args(["--timeout", "600"])
            .output();
        let run = run.expect("bilateral");
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stdout)
        );
    };
    let of_export = median(of_export);
    println!("check of the export, the whole process: {of_export:.1?}");
    println!("peak memory: {} MiB", peak(bilateral, folder));
    let Some(python) = std::env::var_os("BILATERAL_PEERS") else {
        println!("peers not measured: BILATERAL_PEERS is not set");
        return;
    };
    let begun = Instant::now();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/shacl.py");
    let status = Command::new(python).arg(script).arg(&export).status();
    assert!(status.expect("Python").success());
    let peers = begun.elapsed();
    println!(
        "rdflib and pySHACL / check of the export: {:.1}",
        ratio(peers, of_export)
    );
}

fn median<T>(run: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(run());
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(RUNS / 2).copied().unwrap_or_default()
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// The peak memory of a check of a dossier, in MiB, as Linux counts it.
fn peak(bilateral: &str, folder: &Path) -> u64 {
    let mut child = Command::new(bilateral)
        .args(["check".as_ref(), folder])
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("bilateral");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().expect("a child").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        peak = peak.max(kib.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(10));
    }
    peak >> 10
}
