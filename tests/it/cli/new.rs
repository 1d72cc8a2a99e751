//! `new dossier` and `new readout`: the result loads at once, and nothing is lost or partial.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use bilateral::diagnostic::SourceText;
use bilateral::dossier::{self, Dossier};
use bilateral::sheet::keys::{self, Key, Required, TableKeys};

use crate::support::program::binary;
use crate::support::scratch::Scratch;

const TEXT: &str = "Talks in Port Elin\n\nNorland can sell trams, the Premier said.\n";

/// A folder with the dossier `talks`, begun by the program.
fn begun() -> Scratch {
    let scratch = Scratch::empty();
    let made = scratch.run(&[
        "new",
        "dossier",
        "talks",
        "--sides",
        "norland",
        "kestrel-coast",
    ]);
    assert_eq!(
        (made.code, made.stdout.as_str()),
        (0, ""),
        "{}",
        made.stderr
    );
    scratch
}

/// Begins the readout `here` with a text.
fn with_text(text: impl AsRef<[u8]>) -> Scratch {
    let scratch = begun();
    scratch.put("text.txt", text);
    made(&scratch, &["here", "--text", "text.txt"]);
    scratch
}

#[track_caller]
fn made(scratch: &Scratch, arguments: &[&str]) -> String {
    let made = readout(scratch, arguments);
    assert_eq!(
        (made.code, made.stdout.as_str()),
        (0, ""),
        "{}",
        made.stderr
    );
    made.stderr
}

fn readout(scratch: &Scratch, arguments: &[&str]) -> crate::support::scratch::Ran {
    scratch.run(&[&["-C", "talks", "new", "readout"], arguments].concat())
}

#[track_caller]
fn exported(scratch: &Scratch) -> String {
    let export = ["-C", "talks", "export", "--format", "nq"];
    scratch.run(&export).quietly()
}

/// Every file and folder below a path, with the contents of files.
fn tree(path: &Path) -> Vec<(String, Option<Vec<u8>>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        found.push((path.display().to_string(), fs::read(&path).ok()));
        if path.is_dir() {
            found.extend(tree(&path));
        }
    }
    found.sort();
    found
}

/// What a command refuses with code 2 changes nothing on the disk.
#[track_caller]
fn refused(scratch: &Scratch, arguments: &[&str], words: &str) {
    let before = tree(&scratch.path(""));
    let printed = scratch.run(arguments).fails(2);
    assert!(printed.contains(words), "no `{words}` in:\n{printed}");
    assert_eq!(tree(&scratch.path("")), before);
}

/// What was just begun has no error and no warning.
fn accepted(scratch: &Scratch, folder: &str) {
    let printed = scratch
        .run(&["check", folder, "--fail-on", "warn"])
        .quietly();
    assert!(printed.contains(": 0 errors, 0 warnings, "), "{printed}");
}

#[test]
fn new_dossier_loads_and_lists_what_to_complete() {
    let scratch = Scratch::empty();
    let arguments = [
        "new",
        "dossier",
        "talks about/trams",
        "--sides",
        "isle-of-man",
        "sundra",
    ];
    refused(
        &scratch,
        &arguments,
        "the folder `talks about` does not exist",
    );
    fs::create_dir(scratch.path("talks about")).unwrap();
    let made = scratch.run(&arguments);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let completed = "to be completed in `talks about/trams/data/actors.ttl`: isle-of-man, sundra";
    assert!(made.stderr.contains(completed), "{}", made.stderr);

    let export = ["-C", "talks about/trams", "export", "--format", "nq"];
    let quads = scratch.run(&export).quietly();
    let label = "<https://w3id.org/bilateral/id/isle-of-man> <http://www.w3.org/2000/01/rdf-schema#label> \"Isle of Man\"@en";
    assert!(quads.contains(label));
    accepted(&scratch, "talks about/trams");
    let manifest = fs::read_to_string(scratch.path("talks about/trams/data/dossier.toml")).unwrap();
    assert!(
        manifest.contains("title = \"Isle of Man and Sundra\"\n"),
        "{manifest}"
    );
    assert!(manifest.starts_with("#:schema dossier.schema.json\n"));
    for (file, schema) in [
        ("facts", "facts.schema.json"),
        ("dossier", "dossier.schema.json"),
    ] {
        let kept = fs::read_to_string(scratch.path(format!("talks about/trams/data/{schema}")));
        assert_eq!(kept.unwrap(), scratch.run(&["schema", file]).quietly());
    }
}

#[test]
fn title_with_quotes_and_backslashes_is_kept() {
    let scratch = Scratch::empty();
    let title = "“Norland” \\ 'Sundra' \"🙂\"";
    let sides = ["--sides", "norland", "sundra", "--title"];
    let made = scratch.run(&[&["new", "dossier", "talks"], &sides[..], &[title]].concat());
    assert_eq!(made.code, 0, "{}", made.stderr);
    let graph = scratch.run(&["-C", "talks", "graph"]).stdout;
    let drawn = "“Norland” &#92; 'Sundra' &quot;🙂&quot;";
    assert!(graph.contains(drawn), "{graph}");
    for title in ["", "  ", "a\u{7}b"] {
        let arguments = [&["new", "dossier", "other"], &sides[..], &[title]].concat();
        refused(&scratch, &arguments, "--title");
    }
}

#[test]
fn new_dossier_refuses_invalid_sides_and_existing_folders() {
    let scratch = begun();
    scratch.put("file", "x");
    fs::create_dir(scratch.path("empty")).unwrap();
    let new = |folder, sides: [&'static str; 2]| {
        ["new", "dossier", folder, "--sides", sides[0], sides[1]]
    };
    let sides = ["norland", "sundra"];
    for folder in ["talks", "file", "empty", ".", "talks/data"] {
        let words = format!("`{folder}` already exists and is not overwritten");
        refused(&scratch, &new(folder, sides), &words);
    }
    refused(
        &scratch,
        &new("other", ["norland", "norland"]),
        "a dossier has two different sides, not `norland` twice",
    );
    refused(
        &scratch,
        &new("other", ["norland", "Kestrel Coast"]),
        "`Kestrel Coast` is not a slug: lower-case letters and digits, single hyphens between them; did you mean `kestrel-coast`?",
    );
    refused(
        &scratch,
        &new("other", ["norland", "Сундра"]),
        "`Сундра` is not a slug",
    );
    refused(&scratch, &["new", "dossier", "other"], "--sides");
    refused(
        &scratch,
        &[&["-C", "talks"], &new("other", sides)[..]].concat(),
        "remove -C",
    );
}

#[test]
fn new_readout_keeps_the_bytes_and_loads() {
    let texts: [&[u8]; 6] = [
        TEXT.as_bytes(),
        "\u{feff}Talks\r\n\r\n“We can”\u{a0}– she said.\r\n".as_bytes(),
        "Say \"no\" \\ 'yes' \"\"\" ''' # = [act]\n".as_bytes(),
        "🙂 \u{202e}sklaT\u{202c} \u{200b}\u{e9}e\u{301}\n".as_bytes(),
        b"bell \x07, escape \x1b[31m, nothing \x00, feed \x0c\n",
        b"no line end",
    ];
    for text in texts {
        let scratch = with_text(text);
        let kept = fs::read(scratch.path("talks/data/here/readout.txt")).unwrap();
        assert_eq!(kept, text);
        let quads = exported(&scratch);
        assert!(quads.contains("<https://w3id.org/bilateral/readout/here> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"));
        let printed = scratch.run(&["check", "talks"]).quietly();
        assert!(printed.contains("0 errors, 1 warning, "), "{printed}");
        assert!(printed.contains("[placeholder-address]"), "{printed}");
        // Once the text is edited, the SHA-256 of the sheet says so.
        scratch.put("talks/data/here/readout.txt", [text, b"x"].concat());
        let printed = scratch.run(&["-C", "talks", "export"]).fails(3);
        assert!(printed.contains("readout-edited"), "{printed}");
    }
}

#[test]
fn unusable_text_is_refused_and_nothing_is_created() {
    let scratch = begun();
    scratch.put("latin.txt", b"Talks\n\nMinist\xe8re\n");
    scratch.put("empty.txt", "\u{feff} \n\n");
    scratch.put("large.txt", vec![b'x'; 50 << 20]);
    let before = tree(&scratch.path("talks"));
    for (file, words) in [
        ("latin.txt", "latin.txt:3:7"),
        ("empty.txt", "error[file-empty]"),
        ("large.txt", "the file is larger than 8 MiB"),
        ("absent.txt", "cannot read `absent.txt`"),
        ("talks", "cannot read `talks`"),
    ] {
        let printed = readout(&scratch, &["here", "--text", file]).fails(3);
        assert!(printed.contains(words), "{file}: {printed}");
        assert_eq!(tree(&scratch.path("talks")), before, "{file}");
    }
}

#[test]
fn new_readout_reads_stdin() {
    let scratch = begun();
    let new = ["-C", "talks", "new", "readout", "here", "--text", "-"];
    scratch.bilateral(&new).write_stdin(TEXT).assert().success();
    let kept = fs::read_to_string(scratch.path("talks/data/here/readout.txt")).unwrap();
    assert_eq!(kept, TEXT);
}

#[test]
fn new_readout_refuses_invalid_and_used_slugs() {
    let scratch = with_text(TEXT);
    fs::create_dir(scratch.path("talks/data/empty")).unwrap();
    let new = |slug| ["-C", "talks", "new", "readout", slug, "--text", "text.txt"];
    refused(
        &scratch,
        &new("here"),
        "the readout `here` already exists: talks/data/here/facts.toml",
    );
    refused(&scratch, &new("empty"), "`talks/data/empty` already exists");
    refused(
        &scratch,
        &new("norland"),
        "`norland` is already a state, and the meeting gets the slug of its readout",
    );
    for slug in [
        "Port-Elin",
        "../port-elin",
        "port--elin",
        "port elin",
        "port/elin",
    ] {
        refused(&scratch, &new(slug), "did you mean `port-elin`?");
    }
    for slug in ["", ".", "порт"] {
        refused(&scratch, &new(slug), "is not a slug");
    }
    let long = "a".repeat(300);
    refused(&scratch, &new(&long), "cannot write");
}

#[test]
fn issuer_and_address_are_validated() {
    let scratch = begun();
    scratch.put("text.txt", TEXT);
    let new = [
        "-C", "talks", "new", "readout", "here", "--text", "text.txt",
    ];
    let and = |more: &[&'static str]| [&new[..], more].concat();
    let meant = "--issued-by: unknown actor `norlnd`; did you mean `norland`?";
    refused(&scratch, &and(&["--issued-by", "norlnd"]), meant);
    refused(
        &scratch,
        &and(&["--issued-by", "construction"]),
        "an actor is needed here",
    );
    refused(
        &scratch,
        &and(&["--source", "example.org"]),
        "--source: `example.org` is not an http",
    );
    refused(&scratch, &and(&["--record"]), "cannot be used with");
    refused(&scratch, &new[..5], "--text");

    let known = [
        "--issued-by",
        "Kestrel Coast",
        "--issued-by",
        "norland",
        "--source",
        "https://example.org/a?b=c&d",
    ];
    let printed = made(
        &scratch,
        &[&["here", "--text", "text.txt"], &known[..]].concat(),
    );
    assert_eq!(
        printed,
        "created the fact sheet `talks/data/here/facts.toml`\n"
    );
    let sheet = fs::read_to_string(scratch.path("talks/data/here/facts.toml")).unwrap();
    assert!(
        sheet.contains("\nsource = \"https://example.org/a?b=c&d\"\n"),
        "{sheet}"
    );
    assert!(
        sheet.contains("\nissued_by = [\"kestrel-coast\", \"norland\"]\n"),
        "{sheet}"
    );
    exported(&scratch);
}

#[test]
fn new_record_without_readout_loads() {
    let scratch = begun();
    let printed = made(&scratch, &["there", "--record"]);
    assert!(
        printed.contains(": source, issued_by, accessed\n"),
        "{printed}"
    );
    made(&scratch, &["since", "--record", "--accessed", "2025-03"]);
    assert!(!scratch.path("talks/data/there/readout.txt").exists());
    let quads = exported(&scratch);
    assert!(quads.contains("\"2025-03\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>"));
}

#[test]
fn readout_is_created_in_the_right_dossier() {
    let scratch = begun();
    scratch.put("text.txt", TEXT);
    let new = ["new", "readout", "here", "--text", "text.txt"];
    refused(
        &scratch,
        &new,
        "no dossier in the current folder: name one with -C",
    );
    refused(
        &scratch,
        &[&["-C", "."], &new[..]].concat(),
        "`.` contains dossiers but is not one",
    );
    refused(
        &scratch,
        &[&["-C", "talks", "-C", "talks"], &new[..]].concat(),
        "use -C only once",
    );
    let inside = ["-C", "talks/data", "new", "readout", "inside", "--record"];
    assert_eq!(scratch.run(&inside).code, 0);
    assert!(scratch.path("talks/data/inside/facts.toml").exists());

    // A dossier that was begun in another way gets the schema, and keeps it if it has one.
    fs::remove_file(scratch.path("talks/data/facts.schema.json")).unwrap();
    made(&scratch, &["here", "--text", "text.txt"]);
    assert!(scratch.path("talks/data/facts.schema.json").exists());
    scratch.put("talks/data/facts.schema.json", "{}");
    made(&scratch, &["there", "--record"]);
    let kept = fs::read_to_string(scratch.path("talks/data/facts.schema.json")).unwrap();
    assert_eq!(kept, "{}");
}

/// The sheet of the readout `here`, and its dossier as the library reads it.
fn template() -> (String, Dossier) {
    let scratch = with_text(TEXT);
    let mut dossiers = dossier::open(&scratch.path("talks")).unwrap();
    let dossier = dossiers.pop().unwrap();
    (dossier.readouts[0].facts.text().to_owned(), dossier)
}

/// The part of a template that explains and holds one table.
fn section<'a>(template: &'a str, table: &TableKeys) -> &'a str {
    let header = if table.repeated {
        format!("\n# [[{}]]\n", table.name)
    } else {
        format!("\n[{}]\n", table.name)
    };
    let (_, section) = template.split_once(&header).unwrap();
    section.split("\n\n\n").next().unwrap()
}

/// The line of a key, without the mark that makes it a comment.
fn line<'a>(section: &'a str, key: &Key) -> &'a str {
    let begin = format!("{} = ", key.name);
    let mut lines = section
        .lines()
        .map(|line| line.strip_prefix("# ").unwrap_or(line));
    lines.find(|line| line.starts_with(&begin)).unwrap()
}

/// Everything that a template explains, on one line.
fn explained(section: &str) -> String {
    let lines = section.lines().filter_map(|line| line.strip_prefix("##"));
    lines
        .flat_map(str::split_whitespace)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn sheet_template_lists_every_key() {
    let (template, _) = template();
    let all = explained(&template);
    let holds = |key: &Key, section: &str| {
        let printed = key.description();
        assert!(explained(section).contains(&printed), "{printed}");
    };
    for table in keys::SHEET {
        assert!(all.contains(table.meaning), "{}", table.meaning);
        let section = section(&template, table);
        for key in table.keys {
            holds(key, section);
            line(section, key);
        }
    }
    for key in keys::FIGURE.keys {
        holds(key, section(&template, &keys::ACT));
    }
    for key in keys::PARTICIPANT.keys {
        holds(key, section(&template, &keys::EVENT));
    }
    for key in keys::INFERRED.keys {
        holds(key, &template);
    }
    let words = ["Offer", "Stance: Appreciation, Concern, Objection, Warning"];
    assert!(words.iter().all(|words| all.contains(words)), "{all}");
}

#[test]
fn dossier_template_lists_every_key() {
    let scratch = begun();
    let manifest = fs::read_to_string(scratch.path("talks/data/dossier.toml")).unwrap();
    for key in keys::DOSSIER.keys {
        assert!(
            explained(&manifest).contains(&key.description()),
            "{manifest}"
        );
        line(&manifest, key);
    }
    scratch.put(
        "talks/data/dossier.toml",
        manifest.replace("# languages", "languages"),
    );
    exported(&scratch);
}

/// What is wrong with a sheet as far as its keys and values go.
fn mistakes(dossier: &Dossier, sheet: &str) -> Vec<String> {
    let mut dossier = dossier.clone();
    dossier.readouts[0].facts = Arc::new(SourceText::new("facts.toml", sheet));
    let (_, found) = bilateral::sheet::parse(&[dossier]);
    found.into_iter().map(|finding| finding.message).collect()
}

#[test]
fn each_key_of_the_template_works_without_its_comment_sign() {
    let (template, dossier) = template();
    assert_eq!(mistakes(&dossier, &template), [""; 0]);
    for table in keys::SHEET {
        let section = section(&template, table);
        for key in table.keys {
            let mut sheet = template.clone();
            if table.repeated {
                sheet.extend(["[[", table.name, "]]\n"]);
                let needed = [Required::Yes, Required::WithWords];
                let others = table
                    .keys
                    .iter()
                    .filter(|other| needed.contains(&other.required));
                for other in others.filter(|other| other.name != key.name) {
                    sheet += line(section, other);
                    sheet += "\n";
                }
                sheet += line(section, key);
            } else {
                let line = line(section, key);
                sheet = sheet.replace(&format!("\n# {line}\n"), &format!("\n{line}\n"));
                assert!(sheet.contains(&format!("\n{line}\n")));
            }
            assert_eq!(
                mistakes(&dossier, &sheet),
                [""; 0],
                "{} in {}",
                key.name,
                table.name
            );
        }
    }
    // All at once, too.
    let all = template
        .lines()
        .map(|line| line.strip_prefix("# ").unwrap_or(line));
    let all: Vec<&str> = all.collect();
    assert_eq!(mistakes(&dossier, &all.join("\n")), [""; 0]);
}

#[test]
fn killed_process_leaves_no_partial_folder() {
    let scratch = begun();
    let text = "Talks, and more talks.\n".repeat(300_000);
    scratch.put("text.txt", &text);
    let start = |slug: &str| {
        let mut command = Command::new(binary());
        command.current_dir(scratch.path(""));
        command.args(["-C", "talks", "new", "readout", slug, "--text", "text.txt"]);
        command.stderr(Stdio::null()).spawn().unwrap()
    };
    let began = Instant::now();
    assert!(start("whole").wait().unwrap().success());
    let whole = began.elapsed();

    let mut lost = 0;
    for part in 0..12_u32 {
        let slug = format!("part-{part}");
        let mut child = start(&slug);
        thread::sleep(
            whole.saturating_sub(Duration::from_millis(60)) * part / 11
                + Duration::from_millis(u64::from(part) * 6),
        );
        child.kill().unwrap();
        child.wait().unwrap();
        let folder = scratch.path(format!("talks/data/{slug}"));
        if folder.exists() {
            assert_eq!(
                fs::read_to_string(folder.join("readout.txt")).unwrap(),
                text
            );
            let sheet = fs::read_to_string(folder.join("facts.toml")).unwrap();
            assert!(sheet.ends_with("# note = \"…\"\n"), "{sheet}");
        } else {
            lost += 1;
        }
    }
    assert!(lost > 0, "nothing was killed in time");
    // An unfinished folder does not disturb.
    exported(&scratch);
}

#[test]
fn unfinished_folder_is_no_dossier() {
    let scratch = begun();
    let manifest = fs::read_to_string(scratch.path("talks/data/dossier.toml")).unwrap();
    scratch.put(
        ".bilateral-x/data/dossier.toml",
        manifest.replace("kestrel", "none"),
    );
    scratch.put("talks/data/.bilateral-y/facts.toml", "[document");
    scratch
        .run(&["-C", ".", "export", "--format", "nq"])
        .quietly();
}
