//! The program, killed at any moment, leaves either the state before or the complete result.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::program::{binary, files_of};
use crate::support::scratch::Scratch;

/// The milliseconds after which the program is killed: mostly at its start, and once after its end.
const MOMENTS: [u64; 14] = [0, 1, 2, 4, 6, 9, 13, 19, 28, 41, 60, 90, 140, 1_000];

/// The prefix of unfinished files, which may remain and are hidden.
const UNFINISHED: &str = ".bilateral-";

/// Every file below a folder with its content, except unfinished files.
fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = files_of(folder).into_iter();
    let printed = files.filter(|file| !file.contains(UNFINISHED));
    printed
        .map(|file| (file.clone(), fs::read(folder.join(&file)).unwrap()))
        .collect()
}

fn kill_after(milliseconds: u64, arguments: &[&str], folder: &Path) {
    let mut child = Command::new(binary())
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    thread::sleep(Duration::from_millis(milliseconds));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Runs a command to its end, and kills it at many moments: each time the folder has the state before or the complete
/// result.
fn is_all_or_nothing(scratch: &Scratch, arguments: &[&str], undo: impl Fn(&Scratch)) {
    let before = content(&scratch.path(""));
    let ran = scratch.run(arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
    let after = content(&scratch.path(""));
    assert_ne!(before, after, "{arguments:?} wrote nothing");
    for moment in MOMENTS {
        undo(scratch);
        assert_eq!(content(&scratch.path("")), before);
        kill_after(moment, arguments, &scratch.path(""));
        let now = content(&scratch.path(""));
        let printed = || now.keys().cloned().collect::<Vec<String>>();
        assert!(
            now == before || now == after,
            "{arguments:?} killed after {moment} ms: {:?}",
            printed()
        );
        // Unfinished files disturb no later run.
        scratch.run(&["acts"]).quietly();
    }
    undo(scratch);
    let ran = scratch.run(arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
    assert_eq!(content(&scratch.path("")), after);
}

#[track_caller]
fn output_is_all_or_nothing(arguments: &[&str]) {
    let scratch = Scratch::base();
    scratch.put("out.txt", "old");
    let arguments = [arguments, &["-o", "out.txt"]].concat();
    is_all_or_nothing(&scratch, &arguments, |scratch| {
        scratch.put("out.txt", "old");
    });
}

#[test]
fn killed_export_writes_all_or_nothing() {
    output_is_all_or_nothing(&["export", "--format", "nq"]);
    output_is_all_or_nothing(&["export", "--format", "ttl"]);
}

#[test]
fn killed_query_writes_all_or_nothing() {
    output_is_all_or_nothing(&["query", "SELECT * { ?s ?p ?o }", "--format", "csv"]);
}

#[test]
fn killed_graph_writes_all_or_nothing() {
    output_is_all_or_nothing(&["graph", "--format", "dot"]);
}

#[test]
fn killed_check_writes_all_or_nothing() {
    output_is_all_or_nothing(&["check", "--format", "sarif"]);
}

#[test]
fn killed_brief_writes_all_or_nothing() {
    output_is_all_or_nothing(&["brief"]);
    output_is_all_or_nothing(&["acts", "--format", "json"]);
}

#[test]
fn killed_schema_writes_all_or_nothing() {
    output_is_all_or_nothing(&["schema", "facts"]);
}

#[test]
fn killed_new_dossier_writes_all_or_nothing() {
    let scratch = Scratch::base();
    let arguments = ["new", "dossier", "talks", "--sides", "norland", "sundra"];
    is_all_or_nothing(&scratch, &arguments, |scratch| {
        fs::remove_dir_all(scratch.path("talks")).ok();
    });
}

#[test]
fn killed_new_readout_writes_all_or_nothing() {
    let scratch = Scratch::base();
    // It exists before, so that a run creates only the new folder.
    let schema = scratch.run(&["schema", "facts"]).quietly();
    scratch.put("data/facts.schema.json", schema);
    scratch.put("text.txt", "Talks\r\n\r\nWe can sell you forty trams.\r\n");
    let arguments = ["new", "readout", "2021-talks", "--text", "text.txt"];
    let arguments = [&arguments[..], &["--issued-by", "norland"]].concat();
    is_all_or_nothing(&scratch, &arguments, |scratch| {
        fs::remove_dir_all(scratch.path("data/2021-talks")).ok();
    });
}
