//! Outputs that cannot be written, and those that are more than a new file: nothing is lost, nothing is left behind.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::dossiers::Scratch;
use crate::program::binary;

const EXPORT: [&str; 3] = ["export", "--format", "nq"];

/// The names in a folder, to see that no other file was left there.
fn names(folder: &Path) -> Vec<String> {
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| name(entry.unwrap()))
        .collect();
    names.sort();
    names
}

fn export(scratch: &Scratch, path: &str) -> crate::dossiers::Ran {
    scratch.run(&[EXPORT.as_slice(), &["-o", path]].concat())
}

#[test]
fn a_file_is_written_whole_and_says_the_same_as_stdout() {
    let scratch = Scratch::base();
    let stdout = scratch.run(&EXPORT).quietly();
    assert_eq!(
        scratch
            .run(&[EXPORT.as_slice(), &["-o", "-"]].concat())
            .quietly(),
        stdout
    );
    assert_eq!(export(&scratch, "graph.nq").quietly(), "");
    assert_eq!(
        fs::read_to_string(scratch.path("graph.nq")).unwrap(),
        stdout
    );
    assert_eq!(names(&scratch.path("")), ["data", "graph.nq"]);
}

#[test]
fn an_output_that_cannot_be_written_is_told_with_code_2() {
    let scratch = Scratch::base();
    scratch.put("folder/old.nq", "old");
    for path in [
        "missing/graph.nq",
        "folder",
        "folder/",
        "folder/old.nq/graph.nq",
    ] {
        for arguments in [
            EXPORT.as_slice(),
            &["query", "meetings", "--format", "csv"],
            &["acts", "--format", "json"],
            &["graph", "--format", "dot"],
            &["graph", "--format", "gexf"],
            &["path", "norland", "kestrel-coast", "--format", "json"],
            &["brief", "--format", "docx"],
            &["check", "--format", "sarif"],
            &["schema", "facts"],
        ] {
            let told = scratch.run(&[arguments, &["-o", path]].concat()).fails(2);
            let words = format!("error: cannot write `{path}`: ");
            assert!(told.starts_with(&words), "{told}");
            assert!(!told.contains(".bilateral-"), "whose name is that? {told}");
        }
    }
    assert_eq!(names(&scratch.path("")), ["data", "folder"]);
    assert_eq!(names(&scratch.path("folder")), ["old.nq"]);
    assert_eq!(fs::read(scratch.path("folder/old.nq")).unwrap(), b"old");
}

#[test]
fn a_run_that_fails_leaves_the_old_file_as_it_was() {
    let scratch = Scratch::base();
    scratch.put("out/old.nq", "old");
    scratch.put("data/broken.ttl", "<a> <b>");
    export(&scratch, "out/old.nq").fails(3);
    assert_eq!(fs::read(scratch.path("out/old.nq")).unwrap(), b"old");
    assert_eq!(names(&scratch.path("out")), ["old.nq"]);
}

#[test]
fn a_character_that_xml_cannot_hold_is_told_and_the_old_file_stays() {
    let scratch = Scratch::base();
    scratch.put("old.xml", "old");
    for (name, code) in [
        ("\\u001B[31m", "U+001B"),
        ("\\u0001", "U+0001"),
        ("a\\uFFFE", "U+FFFE"),
    ] {
        let actor = format!(
            "<https://w3id.org/bilateral/id/x> <http://www.w3.org/2000/01/rdf-schema#label> \"{name}\" .\n"
        );
        scratch.put("data/more.nt", actor);
        let select = "SELECT ?x ?label { ?x rdfs:label ?label FILTER(?x = id:x) }";
        let told = scratch.run(&["query", select, "-o", "old.xml"]).fails(2);
        let words = format!(
            "error: ?label of row 1 holds {code}, which XML cannot hold: choose json or csv\n"
        );
        assert_eq!(told, words);
        assert_eq!(scratch.run(&["query", select, "--format", "xml"]).code, 2);
        assert_eq!(fs::read(scratch.path("old.xml")).unwrap(), b"old");
        assert_eq!(names(&scratch.path("")), ["data", "old.xml"]);
        for format in ["json", "csv"] {
            scratch
                .run(&["query", select, "--format", format])
                .quietly();
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_not_even_root_may_replace_is_told_and_keeps_what_it_holds() {
    let scratch = Scratch::base();
    for path in ["/proc/version", "/proc/sys/kernel/ostype"] {
        let before = fs::read(path).unwrap();
        let told = export(&scratch, path).fails(2);
        assert!(
            told.starts_with(&format!("error: cannot write `{path}`: ")),
            "{told}"
        );
        assert!(!told.contains(".bilateral-"), "whose name is that? {told}");
        assert_eq!(fs::read(path).unwrap(), before);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_in_which_its_owner_may_not_write_keeps_its_file() {
    use std::os::unix::fs::PermissionsExt;

    let scratch = Scratch::base();
    scratch.put("locked/old.nq", "old");
    let locked = scratch.path("locked");
    let mode = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    // Root may write there all the same, and does.
    let is_root = fs::write(locked.join("probe"), "").is_ok();
    let ran = export(&scratch, "locked/old.nq");
    mode(0o755);
    let kept = fs::read(locked.join("old.nq")).unwrap() == b"old";
    if is_root {
        assert_eq!((ran.quietly().as_str(), kept), ("", false));
        assert_eq!(names(&locked), ["old.nq", "probe"]);
    } else {
        let told = ran.fails(2);
        let words = "error: cannot write `locked/old.nq`: ";
        assert!(told.starts_with(words) && kept, "{told}");
        assert_eq!(names(&locked), ["old.nq"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn devices_and_the_system_s_own_folders_are_no_files_to_replace() {
    let scratch = Scratch::base();
    assert_eq!(export(&scratch, "/dev/null").quietly(), "");
    assert!(!Path::new("/dev/null").is_file(), "it is a device still");
    let told = export(&scratch, "/dev/full").fails(2);
    assert!(told.contains("No space left on device"), "{told}");
    let told = export(&scratch, "/proc/graph.nq").fails(2);
    assert!(
        told.starts_with("error: cannot write `/proc/graph.nq`: "),
        "{told}"
    );

    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    for arguments in [
        EXPORT.as_slice(),
        &["brief"],
        &["graph"],
        &["graph", "--format", "json"],
        &["query", "--list"],
        &["check"],
        &["check", "--list"],
        &["completions", "bash"],
    ] {
        let output = Command::new(binary())
            .args(arguments)
            .current_dir(scratch.path(""))
            .stdout(full.try_clone().unwrap())
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
        assert!(
            told.contains("cannot write the output: No space left on device"),
            "{told}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let scratch = Scratch::base();
    scratch.put("out/graph.nq", "old");
    let file = scratch.path("out/graph.nq");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("out/graph.nq", scratch.path("link.nq")).unwrap();
    symlink("out/new.nq", scratch.path("dangling.nq")).unwrap();

    let stdout = scratch.run(&EXPORT).quietly();
    for (link, target) in [("link.nq", "out/graph.nq"), ("dangling.nq", "out/new.nq")] {
        assert_eq!(export(&scratch, link).quietly(), "");
        assert!(scratch.path(link).is_symlink(), "{link}");
        assert_eq!(fs::read_to_string(scratch.path(target)).unwrap(), stdout);
    }
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert_eq!(names(&scratch.path("out")), ["graph.nq", "new.nq"]);
    assert_eq!(
        names(&scratch.path("")),
        ["dangling.nq", "data", "link.nq", "out"]
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_written_to_directly() {
    let scratch = Scratch::base();
    let pipe = scratch.path("pipe.nq");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let reader = std::thread::spawn(move || fs::read_to_string(pipe).unwrap());
    assert_eq!(export(&scratch, "pipe.nq").quietly(), "");
    assert_eq!(reader.join().unwrap(), scratch.run(&EXPORT).quietly());
}

#[test]
fn a_reader_who_goes_away_is_no_mistake() {
    let scratch = Scratch::base();
    // More than a pipe holds, so that the program must notice.
    let words = "word ".repeat(200_000);
    let long = format!("SELECT ?s ?p (\"{words}\" AS ?o) {{ ?s ?p ?q }}");
    scratch.put("long.rq", long);
    let no_date = |number| {
        let date = "http://www.w3.org/2001/XMLSchema#date";
        format!("<urn:s> <urn:p> \"{number}-99\"^^<{date}> .\n")
    };
    let dates: String = (0..1_000).map(no_date).collect();
    scratch.put("dates.nt", dates);
    for arguments in [
        ["export", "--format", "ttl"].as_slice(),
        &EXPORT,
        &["query", "-f", "long.rq", "--format", "csv"],
        &["query", "-f", "long.rq", "--format", "json"],
        &["query", "-f", "long.rq", "--format", "md"],
        &["graph"],
        &["graph", "--format", "graphml"],
        &["graph", "--format", "edges.csv"],
        &["path", "norland", "kestrel-coast"],
        &["query", "--list"],
        &["check", "--list"],
        &["check", "dates.nt", "--fail-on", "never"],
        &[
            "check",
            "dates.nt",
            "--fail-on",
            "never",
            "--format",
            "json",
        ],
        &["completions", "bash"],
        &["--help"],
    ] {
        let mut child = Command::new(binary())
            .args(arguments)
            .current_dir(scratch.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = Vec::new();
        let mut stdout = BufReader::with_capacity(1, child.stdout.take().unwrap());
        stdout
            .by_ref()
            .take(100)
            .read_until(b'\n', &mut line)
            .unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(
            told.is_empty() || told.starts_with("note: Turtle has no named graphs"),
            "{told}"
        );
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(!line.is_empty());
    }
}

#[test]
fn a_reader_who_goes_away_does_not_change_the_verdict() {
    let scratch = Scratch::base();
    let date = "http://www.w3.org/2001/XMLSchema#date";
    let no_date = |number| format!("<urn:s> <urn:p> \"{number}-99\"^^<{date}> .\n");
    let dates: String = (0..1_000).map(no_date).collect();
    scratch.put("dates.nt", dates);
    for format in ["text", "json", "sarif"] {
        let mut child = Command::new(binary())
            .args(["check", "dates.nt", "--format", format])
            .current_dir(scratch.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(1), "{format}");
    }
}
