//! The README says what is: its commands are run, its tables and examples are compared with what they are cut from.
//!
//! `UPDATE_GOLDEN=1` writes outputs and the table of kinds anew.

#![cfg(unix)]
#![expect(
    clippy::expect_used,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use bilateral::vocab::PREFIXES;

use crate::dossiers::Scratch;
use crate::program::{binary, read, repository, run_in, stdout, updating};

const KINDS: &str = "\
SELECT ?group ?kind ?strength ?meaning WHERE {
  ?class rdfs:subClassOf ?above ; rdfs:label ?kind ; rdfs:comment ?meaning ; bil:order ?order .
  ?above rdfs:subClassOf bil:Act ; rdfs:label ?group .
  OPTIONAL { ?class bil:strength ?strength }
} ORDER BY ?order";

/// The text between the fences of a language, one for each such block.
fn blocks<'a>(readme: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("\n```{language}\n");
    let after = readme.split(fence.as_str()).skip(1);
    let block = |text: &'a str| text.split_once("```").map(|(block, _)| block);
    after
        .map(|text| block(text).expect("a closed block"))
        .collect()
}

/// What a shell prints, with our program first in its path. Only stdout: what a block shows of stderr it
/// asks for with `2>&1`.
fn shown(command: &str) -> String {
    let folder = tempfile::tempdir().expect("a scratch folder");
    shown_in(folder.path(), command)
}

/// What a shell prints in a folder.
fn shown_in(here: &Path, command: &str) -> String {
    let folder = binary().parent().expect("the folder of the program");
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(env::split_paths(&path));
    let path = env::join_paths(folders).expect("a path");
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).env("PATH", path);
    let output = run_in(here, &mut shell);
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A block with the outputs of its commands, as they are now.
fn replayed(block: &str, shown: impl Fn(&str) -> String) -> String {
    let commands = block.lines().filter_map(|line| line.strip_prefix("$ "));
    let lines: Vec<String> = commands
        .map(|command| format!("$ {command}\n{}", shown(command)))
        .collect();
    lines.concat()
}

/// The README with the outputs of its guide as they are now: the steps are gone through one after the other in one
/// folder. A block that names a file is added to that file.
fn followed(readme: &str) -> String {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let mut followed = String::new();
    let mut rest = readme;
    while let Some((before, after)) = rest.split_once("\n```") {
        let (fence, body) = after.split_once('\n').expect("a line");
        let (block, behind) = body.split_once("```\n").expect("a closed block");
        followed.extend([before, "\n```", fence, "\n"]);
        match fence.split_once(' ') {
            Some(("console", "guide")) => {
                followed.push_str(&replayed(block, |command| shown_in(folder.path(), command)));
            }
            Some((_, file)) => {
                let path = folder.path().join(file);
                let old = fs::read_to_string(&path).unwrap_or_default();
                fs::write(path, old + block).expect("a file of the guide");
                followed.push_str(block);
            }
            None => followed.push_str(block),
        }
        followed.push_str("```\n");
        rest = behind;
    }
    followed + rest
}

/// The README with every output and the table of kinds as they are now.
fn renewed(readme: &str) -> String {
    let mut renewed = followed(readme);
    for block in blocks(readme, "console") {
        renewed = renewed.replacen(block, &replayed(block, shown), 1);
    }
    let (before, rest) = renewed.split_once("<!-- kinds -->\n").expect("a mark");
    let (_, after) = rest.split_once("<!-- /kinds -->").expect("a mark");
    let kinds = stdout(&["query", KINDS, "--format", "md"]);
    format!("{before}<!-- kinds -->\n\n{kinds}\n<!-- /kinds -->{after}")
}

#[test]
fn every_command_of_the_readme_prints_what_is_shown() {
    let readme = read("README.md");
    let renewed = renewed(&readme);
    if updating() {
        fs::write(repository().join("README.md"), renewed).expect("a README");
        return;
    }
    let mut lines = readme.lines().zip(renewed.lines()).enumerate();
    if let Some((index, (shown, found))) = lines.find(|(_, (shown, found))| shown != found) {
        assert_eq!(shown, found, "README.md, line {}", index + 1);
    }
    assert_eq!(readme, renewed);
}

#[test]
fn the_two_commands_to_start_with_are_there() {
    let readme = read("README.md");
    let start: Vec<&str> = blocks(&readme, "sh").into_iter().take(2).collect();
    assert_eq!(start, ["cargo run --release -- brief\n", "cargo test\n"]);
}

#[test]
fn the_example_of_a_fact_sheet_is_cut_from_the_real_one() {
    let readme = read("README.md");
    let sheet = read("data/2017-11-13-minsk/facts.toml");
    let folded = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let without_comment = |line: &str| folded(line.split(" # ").next().unwrap_or_default());
    let real: Vec<String> = sheet.lines().map(without_comment).collect();
    for block in blocks(&readme, "toml") {
        for line in block.lines().map(without_comment) {
            assert!(real.contains(&line), "{line}");
        }
    }
}

#[test]
fn the_prefixes_of_the_readme_are_those_that_are_declared() {
    let readme = read("README.md");
    let told: Vec<String> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .map(|line| line.split("` | `").take(2).collect::<Vec<_>>().join(" "))
        .map(|line| line.split("` |").take(1).collect())
        .collect();
    let declared: Vec<String> = PREFIXES
        .iter()
        .map(|prefix| format!("{}: {}", prefix.name, prefix.iri))
        .collect();
    assert_eq!(told, declared);
}

#[test]
fn the_question_and_the_rule_that_the_readme_adds_can_be_put() {
    let readme = read("README.md");
    let [question, rule] = blocks(&readme, "sparql")[..] else {
        panic!("a question and a rule")
    };
    let csv = stdout(&[
        "query",
        question,
        "--set",
        "topic=borders",
        "--format",
        "csv",
    ]);
    assert_eq!(csv.lines().count(), 3, "{csv}");

    let scratch = Scratch::base();
    scratch.put("queries/checks/no-arms.rq", rule);
    scratch.add(
        "\n[[act]]\nkind = \"Statement\"\nabout = \"arms-control\"\nquote = \"the old bridge\"\n",
    );
    let told = scratch.run(&["check"]).stdout;
    assert!(told.contains("warning[no-arms]: `act:"), "{told}");
    assert!(
        told.contains("is about arms, which this dossier keeps out"),
        "{told}"
    );
}

#[test]
fn the_picture_of_the_readme_is_kept_beside_it() {
    let readme = read("README.md");
    let (_, after) = readme.split_once("](tests/pictures/").expect("a picture");
    let (file, _) = after.split_once(')').expect("a file");
    let picture = read(&format!("tests/pictures/{file}"));
    assert!(picture.contains("<svg"), "{file}");
    assert!(picture.contains("Belarus and Kaliningrad Oblast: who does what toward whom"));
}
