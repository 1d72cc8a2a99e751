//! A signal while the program writes a file: the old file stays complete, and no partial file remains.

#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::program::binary;
use crate::support::scratch::Scratch;

/// The signatories of one agreement, all linked to each other: writing takes long enough to be interrupted.
const PARTIES: usize = 300;

fn agreement() -> Scratch {
    let scratch = Scratch::base();
    let act = "<https://w3id.org/bilateral/act/2020-01-02-here.all>";
    let ontology = "https://w3id.org/bilateral/ontology#";
    let mut triples = format!(
        "{act} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ontology}Agreement> .\n\
         {act} <http://www.w3.org/2000/01/rdf-schema#label> \"All agree\"@en .\n"
    );
    for party in 0..PARTIES {
        writeln!(
            triples,
            "{act} <{ontology}by> <https://w3id.org/bilateral/id/party-{party}> ."
        )
        .unwrap();
    }
    scratch.put("data/agreement.nt", triples);
    scratch.put("out/network.graphml", "old");
    scratch
}

/// The unfinished file in a folder.
fn unfinished(folder: &Path) -> Option<PathBuf> {
    let mut entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries.find(|path| {
        path.file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with(".bilateral-")
    })
}

/// Starts to write the network, and waits until the hidden file has content.
fn writing(scratch: &Scratch) -> Child {
    let mut child = Command::new(binary())
        .args(["graph", "-o", "out/network.graphml"])
        .current_dir(scratch.path(""))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let is_begun = |path: PathBuf| fs::metadata(path).is_ok_and(|known| known.len() > 0);
    while !unfinished(&scratch.path("out")).is_some_and(is_begun) {
        let ended = child.try_wait().unwrap();
        assert!(ended.is_none(), "it ended before the signal");
        thread::sleep(Duration::from_millis(1));
    }
    child
}

fn send(signal: &str, child: &Child) {
    let id = child.id().to_string();
    let kill = Command::new("kill").args([signal, &id]).status().unwrap();
    assert!(kill.success());
}

#[test]
fn interrupt_keeps_the_old_file_and_removes_the_new_one() {
    let scratch = agreement();
    for signal in ["-INT", "-TERM"] {
        let mut child = writing(&scratch);
        send(signal, &child);
        let status = child.wait().unwrap();
        assert_eq!(status.code(), Some(130), "{signal}: {status}");
        assert_eq!(unfinished(&scratch.path("out")), None, "{signal}");
        assert_eq!(
            fs::read(scratch.path("out/network.graphml")).unwrap(),
            b"old"
        );
    }
}

#[test]
fn kill_keeps_the_old_file() {
    let scratch = agreement();
    let mut child = writing(&scratch);
    send("-KILL", &child);
    child.wait().unwrap();
    assert_eq!(
        fs::read(scratch.path("out/network.graphml")).unwrap(),
        b"old"
    );

    let ran = scratch.run(&["graph", "-o", "out/network.graphml"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let text = fs::read_to_string(scratch.path("out/network.graphml")).unwrap();
    assert!(text.ends_with("</graphml>\n"));
    let edges = text.matches("<edge ").count();
    assert!(edges >= PARTIES * (PARTIES - 1), "{edges}");
}
