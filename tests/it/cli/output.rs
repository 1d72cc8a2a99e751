//! Outputs that cannot be written or that are no regular files: no data is lost, no partial file remains.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::program::{binary, run};
use crate::support::scratch::Scratch;

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

fn export(scratch: &Scratch, path: &str) -> crate::support::scratch::Ran {
    scratch.run(&[EXPORT.as_slice(), &["-o", path]].concat())
}

#[test]
fn file_has_the_bytes_of_stdout() {
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
fn unwritable_output_exits_with_2() {
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
            let printed = scratch.run(&[arguments, &["-o", path]].concat()).fails(2);
            let words = format!("error: cannot write `{path}`: ");
            assert!(printed.starts_with(&words), "{printed}");
            assert!(
                !printed.contains(".bilateral-"),
                "whose name is that? {printed}"
            );
        }
    }
    assert_eq!(names(&scratch.path("")), ["data", "folder"]);
    assert_eq!(names(&scratch.path("folder")), ["old.nq"]);
    assert_eq!(fs::read(scratch.path("folder/old.nq")).unwrap(), b"old");
}

#[cfg(target_os = "linux")]
#[test]
fn tables_fit_a_terminal_that_reports_no_rows() {
    for (columns, width) in [(60, 60), (0, 80)] {
        let program = binary().display();
        let command = format!("stty cols {columns} rows 0; {program} --color never query kinds");
        let output = run(Command::new("script").args(["-qec", &command, "/dev/null"]));
        let text = String::from_utf8(output.stdout).unwrap();
        let table = text.lines().map(str::trim_end);
        let mut lines = table.filter(|line| line.starts_with(['┌', '│', '├', '└']));
        assert!(lines.clone().next().is_some(), "{text}");
        assert!(lines.all(|line| line.chars().count() <= width), "{text}");
    }
}

#[test]
fn failed_run_keeps_the_old_file() {
    let scratch = Scratch::base();
    scratch.put("out/old.nq", "old");
    scratch.put("data/broken.ttl", "<a> <b>");
    export(&scratch, "out/old.nq").fails(3);
    assert_eq!(fs::read(scratch.path("out/old.nq")).unwrap(), b"old");
    assert_eq!(names(&scratch.path("out")), ["old.nq"]);
}

#[test]
fn character_invalid_in_xml_is_reported_and_the_old_file_stays() {
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
        let printed = scratch.run(&["query", select, "-o", "old.xml"]).fails(2);
        let words = format!(
            "error: ?label of row 1 holds {code}, which XML cannot hold: choose json or csv\n"
        );
        assert_eq!(printed, words);
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
fn immutable_file_is_reported_and_unchanged() {
    let scratch = Scratch::base();
    for path in ["/proc/version", "/proc/sys/kernel/ostype"] {
        let before = fs::read(path).unwrap();
        let printed = export(&scratch, path).fails(2);
        assert!(
            printed.starts_with(&format!("error: cannot write `{path}`: ")),
            "{printed}"
        );
        assert!(
            !printed.contains(".bilateral-"),
            "whose name is that? {printed}"
        );
        assert_eq!(fs::read(path).unwrap(), before);
    }
}

#[cfg(unix)]
#[test]
fn read_only_folder_keeps_its_file() {
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
        let printed = ran.fails(2);
        let words = "error: cannot write `locked/old.nq`: ";
        assert!(printed.starts_with(words) && kept, "{printed}");
        assert_eq!(names(&locked), ["old.nq"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn devices_and_system_folders_are_never_replaced() {
    let scratch = Scratch::base();
    assert_eq!(export(&scratch, "/dev/null").quietly(), "");
    assert!(!Path::new("/dev/null").is_file(), "it is a device still");
    let printed = export(&scratch, "/dev/full").fails(2);
    assert!(printed.contains("No space left on device"), "{printed}");
    let printed = export(&scratch, "/proc/graph.nq").fails(2);
    assert!(
        printed.starts_with("error: cannot write `/proc/graph.nq`: "),
        "{printed}"
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
        let printed = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {printed}");
        assert!(
            printed.contains("cannot write the output: No space left on device"),
            "{printed}"
        );
    }
}

#[cfg(unix)]
#[test]
fn output_keeps_permissions_and_symbolic_links() {
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
fn named_pipe_is_written_to_directly() {
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
fn closed_stdout_is_no_error() {
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
        let printed = String::from_utf8(output.stderr).unwrap();
        assert!(
            printed.is_empty() || printed.starts_with("note: Turtle has no named graphs"),
            "{printed}"
        );
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(!line.is_empty());
    }
}

#[test]
fn closed_stdout_keeps_the_exit_code_of_check() {
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
