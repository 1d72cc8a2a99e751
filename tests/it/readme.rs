//! Every command of every README is run, and its output compared with what the page shows.
//!
//! In a shown output, a line `…` matches any number of lines, and `…` at the end of a line the rest of it.
//! `UPDATE_GOLDEN=1` rewrites the generated tables of `data/README.md`.

#![cfg(unix)]
#![expect(
    clippy::expect_used,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use bilateral::sheet::keys::{
    ACT, DOCUMENT, DOSSIER, ENTITY, EVENT, Key, Required, Shape, TableKeys,
};
use bilateral::vocab::PREFIXES;

use crate::support::program::{binary, filled, read, repository, run_in, stdout, updating};
use crate::support::scratch::Scratch;

/// Every page with commands.
const PAGES: [&str; 4] = [
    "README.md",
    "data/README.md",
    "queries/README.md",
    "ontology/README.md",
];
/// The longest that the first page may be.
const LONGEST: usize = 8 * 1024;

const KINDS: &str = "\
SELECT ?group ?kind ?strength ?meaning WHERE {
  ?class rdfs:subClassOf ?above ; rdfs:label ?kind ; rdfs:comment ?meaning ; bil:order ?order .
  ?above rdfs:subClassOf bil:Act ; rdfs:label ?group .
  OPTIONAL { ?class bil:strength ?strength }
} ORDER BY ?order";

/// A fenced block: its language, what follows the language, and its text.
struct Block<'a> {
    language: &'a str,
    target: &'a str,
    text: &'a str,
}

/// The fenced blocks of a page.
fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("\n```") {
        let (fence, body) = after.split_once('\n').expect("a line");
        let (text, behind) = body.split_once("```").expect("a closed block");
        let (language, target) = fence.split_once(' ').unwrap_or((fence, ""));
        found.push(Block {
            language,
            target,
            text,
        });
        rest = behind;
    }
    found
}

/// The texts of the blocks of one language.
fn texts<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let blocks = blocks(page).into_iter();
    let same = blocks.filter(|block| block.language == language);
    same.map(|block| block.text).collect()
}

/// What a shell prints in a folder, with our program first in its path: stdout, then stderr without the notice that the
/// built-in dossier is read.
fn shell(folder: &Path, command: &str) -> (bool, String) {
    let program = binary().parent().expect("the folder of the program");
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(program.to_path_buf()).chain(env::split_paths(&path));
    let path = env::join_paths(folders).expect("a path");
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).env("PATH", path);
    let output = run_in(folder, &mut shell);
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    let notice = |line: &&str| !line.starts_with("no dossier in the current folder");
    let notes: Vec<&str> = stderr.lines().filter(notice).collect();
    let mut printed = String::from_utf8(output.stdout).expect("UTF-8");
    for note in notes {
        printed.push_str(note);
        printed.push('\n');
    }
    (output.status.success(), printed)
}

/// Asserts that an output is the one shown, as far as it is shown.
#[track_caller]
fn assert_shown(page: &str, command: &str, shown: &[&str], printed: &str) {
    let mut lines = printed.lines();
    let mut skipping = false;
    for expected in shown {
        if *expected == "…" {
            skipping = true;
            continue;
        }
        let matches = |line: &str| match expected.strip_suffix('…') {
            Some(begin) => line.starts_with(begin.trim_end()),
            None => line == *expected,
        };
        let found = if skipping {
            lines.any(matches)
        } else {
            lines.next().is_some_and(matches)
        };
        assert!(
            found,
            "{page}: `{command}` does not print\n{expected}\nbut\n{printed}"
        );
        skipping = false;
    }
    let rest = lines.next();
    assert!(
        skipping || rest.is_none(),
        "{page}: `{command}` prints more than is shown: {rest:?}"
    );
}

/// Runs the commands of a block in a folder and compares their outputs.
#[track_caller]
fn replay(page: &str, folder: &Path, block: &str) {
    let lines: Vec<&str> = block.lines().collect();
    let starts: Vec<usize> = (0..lines.len())
        .filter(|index| lines[*index].starts_with("$ "))
        .collect();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(lines.len());
        let command = &lines[*start][2..];
        let (_, printed) = shell(folder, command);
        assert_shown(page, command, &lines[start + 1..end], &printed);
    }
}

/// Replaces the line after `-` by the line after `+`, as a reader of the guide would.
fn edit(file: &Path, change: &str) {
    let text = fs::read_to_string(file).expect("a file of the guide");
    let line = |sign: char| change.lines().find_map(|line| line.strip_prefix(sign));
    let (old, new) = (
        line('-').expect("a line to replace"),
        line('+').expect("a new line"),
    );
    assert!(text.contains(old), "{} lacks `{old}`", file.display());
    fs::write(file, text.replace(old, new)).expect("a file of the guide");
}

#[test]
fn every_console_block_shows_what_its_commands_print() {
    for page in PAGES {
        let text = read(page);
        let guide = tempfile::tempdir().expect("a scratch folder");
        for block in blocks(&text) {
            let file = guide.path().join(block.target.trim_start_matches(">> "));
            match (block.language, block.target) {
                ("console", "guide") => replay(page, guide.path(), block.text),
                ("console", _) => {
                    let folder = tempfile::tempdir().expect("a scratch folder");
                    replay(page, folder.path(), block.text);
                }
                ("diff", _) => edit(&file, block.text),
                (_, target) if target.starts_with(">> ") => {
                    let old = fs::read_to_string(&file).unwrap_or_default();
                    fs::write(&file, old + block.text).expect("a file of the guide");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn every_command_in_a_table_runs() {
    for page in PAGES {
        let text = read(page);
        let folder = tempfile::tempdir().expect("a scratch folder");
        let rows = text.lines().filter(|line| line.starts_with("| "));
        let commands = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
        let is_complete = |command: &&str| {
            let placeholders = ["NAME", "COMMAND", "CODE"];
            command.starts_with("bilateral ") && !placeholders.iter().any(|it| command.contains(it))
        };
        for command in commands.filter(is_complete) {
            if command.contains("--format svg") && graphviz_is_missing() {
                continue;
            }
            let (success, printed) = shell(folder.path(), command);
            assert!(success, "{page}: `{command}`: {printed}");
        }
    }
}

/// Whether Graphviz is not installed and need not be.
fn graphviz_is_missing() -> bool {
    let is_required = env::var("BILATERAL_REQUIRE_PEERS").is_ok_and(|value| value == "1");
    !is_required && Command::new("dot").arg("-V").output().is_err()
}

#[test]
fn first_page_is_short_and_starts_with_two_commands() {
    let readme = read("README.md");
    assert!(readme.len() <= LONGEST, "{} bytes", readme.len());
    let start = texts(&readme, "sh");
    assert_eq!(start, ["cargo run --release -- brief\ncargo test\n"]);
}

#[test]
fn examples_of_a_fact_sheet_are_cut_from_the_real_one() {
    let sheet = read("data/2017-11-13-minsk/facts.toml");
    let folded = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let real: Vec<String> = sheet.lines().map(folded).collect();
    for page in ["README.md", "data/README.md"] {
        let text = read(page);
        let examples = blocks(&text).into_iter();
        let examples = examples.filter(|block| block.language == "toml" && block.target.is_empty());
        for line in examples.flat_map(|block| block.text.lines().map(folded)) {
            assert!(real.contains(&line), "{page}: {line}");
        }
    }
}

#[test]
fn quoted_text_of_the_first_page_is_cut_from_the_readout() {
    let readout = read("data/2017-11-13-minsk/readout.txt").replace(['“', '”'], "\"");
    let readme = read("README.md");
    let quote = readme.lines().find_map(|line| line.strip_prefix("> "));
    for part in quote.expect("a quote").split(" […] ") {
        assert!(readout.contains(part), "{part}");
    }
}

#[test]
fn prefixes_of_the_ontology_page_are_those_declared() {
    let page = read("ontology/README.md");
    let shown: Vec<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| line.split_once("` | `"))
        .filter_map(|(prefix, rest)| Some(format!("{prefix} {}", rest.split_once('`')?.0)))
        .collect();
    let declared: Vec<String> = PREFIXES
        .iter()
        .map(|prefix| format!("{}: {}", prefix.name, prefix.iri))
        .collect();
    assert_eq!(shown, declared);
}

#[test]
fn question_and_rule_of_the_queries_page_work_in_a_dossier() {
    let page = read("queries/README.md");
    let [question, rule] = texts(&page, "sparql")[..] else {
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
    let printed = scratch.run(&["check"]).stdout;
    assert!(printed.contains("warning[no-arms]: `act:"), "{printed}");
    assert!(
        printed.contains("is about arms, which this dossier keeps out"),
        "{printed}"
    );
}

#[test]
fn picture_of_the_first_page_exists() {
    let readme = read("README.md");
    let (_, after) = readme.split_once("](tests/pictures/").expect("a picture");
    let (file, _) = after.split_once(')').expect("a file");
    let picture = read(&format!("tests/pictures/{file}"));
    assert!(picture.contains("<svg"), "{file}");
}

#[test]
fn links_between_pages_lead_to_files() {
    for page in PAGES
        .iter()
        .chain(&["src/README.md", "tests/README.md", "benches/README.md"])
    {
        let text = read(page);
        let folder = repository().join(page);
        let folder = folder.parent().expect("the folder of a page");
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split_once(')'))
        {
            let (file, _) = link.0.split_once('#').unwrap_or((link.0, ""));
            if file.is_empty() || file.contains("://") {
                continue;
            }
            assert!(folder.join(file).exists(), "{page}: {file}");
        }
    }
}

/// The keys of a table of the sheet, as Markdown.
fn reference(table: &TableKeys, title: &str) -> String {
    let mut text = format!("### {title}\n\n{}\n\n", table.meaning);
    text.push_str("| key | value | required, default | meaning |\n| --- | --- | --- | --- |\n");
    for key in table.keys {
        let inferable = if key.inferable { " *(i)*" } else { "" };
        writeln!(
            text,
            "| `{}`{inferable} | {} | {} | {} |",
            key.name,
            value(key),
            default(key),
            key.meaning
        )
        .expect("a text takes it");
    }
    text
}

fn value(key: &Key) -> String {
    match key.shape {
        Shape::Choice(words) => words.join(", "),
        shape => shape.expected().to_owned(),
    }
}

fn default(key: &Key) -> String {
    let required = match key.required {
        Required::Yes => "**required**",
        Required::No => "",
        Required::WithWords => "**required** with `readout.txt`",
        Required::WithoutWords => "**required** without `readout.txt`",
    };
    let parts = [required, key.default];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("; ")
}

#[test]
fn tables_of_the_recording_page_are_those_of_the_program() {
    let page = read("data/README.md");
    let kinds = stdout(&["query", KINDS, "--format", "md"]);
    let keys = [
        (&DOSSIER, "`data/dossier.toml`"),
        (&DOCUMENT, "`[document]`"),
        (&EVENT, "`[[event]]`"),
        (&ENTITY, "`[[entity]]`"),
        (&ACT, "`[[act]]`"),
    ];
    let keys: Vec<String> = keys.map(|(table, title)| reference(table, title)).into();
    let renewed = filled(&filled(&page, "kinds", &kinds), "keys", &keys.join("\n"));
    if updating() {
        fs::write(repository().join("data/README.md"), renewed).expect("a page");
        return;
    }
    assert!(
        page == renewed,
        "data/README.md is not what the program says; UPDATE_GOLDEN=1 rewrites its tables"
    );
}
