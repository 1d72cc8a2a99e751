//! Outputs of the program, byte for byte as in `tests/golden`: those of the small dossier `tests/dossiers/norland-kestrel`,
//! and the few that `.ci/run` compares or that depend on no dossier.
//!
//! `UPDATE_GOLDEN=1` rewrites the files; read what changed before you commit it.

use std::fs;
use std::process::Command;

use bilateral::export::rdf::RdfFormat;

use crate::support::copies::original;
use crate::support::program::{
    HELP_PAGES, binary, files_below, read, repository, run_in, stdout, updating,
};
use crate::support::rdf::{dataset, triples};

const FOLDER: &str = "tests/golden";

/// Files with the commands that print them, run in an empty folder, so on the built-in dossier.
const BUILT_IN: &[(&str, &str)] = &[
    ("brief.md", "brief"),
    ("explain.txt", "analyze --explain"),
    ("query-list.txt", "query --list"),
    ("schema-dossier.json", "schema dossier"),
    ("schema-facts.json", "schema"),
];

/// Files below `norland-kestrel/` with the commands that print them, run in that dossier.
const SMALL: &[(&str, &str)] = &[
    ("acts.csv", "acts --format csv"),
    ("acts.json", "acts --format json"),
    ("acts.txt", "acts --format plain"),
    ("analyze.txt", "analyze"),
    (
        "analyze-cooperation.md",
        "analyze --measure cooperation --on 2026-01-01 --format md",
    ),
    (
        "analyze-kinds.csv",
        "analyze --measure by-kind --format csv",
    ),
    (
        "analyze-people.json",
        "analyze --view people --level state --measure network,nodes,pairs,relations --format json",
    ),
    (
        "analyze-years.csv",
        "analyze --measure network --by year --format csv",
    ),
    ("brief.md", "brief"),
    ("brief-2025.md", "brief --since 2025"),
    (
        "brief-for.txt",
        "brief --for kestrel-coast --on 2025 --format txt",
    ),
    ("brief-full.md", "brief --full"),
    ("export.trig", "export --format trig"),
    ("find.json", "find trams --format json"),
    ("find.txt", "find tram"),
    (
        "focus.edges.csv",
        "graph --focus river-league --format edges.csv",
    ),
    ("focus.gexf", "graph --focus river-league --format gexf"),
    (
        "focus.graphml",
        "graph --focus river-league --format graphml",
    ),
    ("focus.json", "graph --focus river-league --format json"),
    (
        "focus.nodes.csv",
        "graph --focus river-league --format nodes.csv",
    ),
    ("graph-actors.dot", "graph --view actors"),
    (
        "graph-commitments.dot",
        "graph --kind Commitment --group kind",
    ),
    ("graph-events.dot", "graph --view events"),
    ("graph-everything.dot", "graph --view everything"),
    ("graph-items.dot", "graph --view items"),
    ("graph-people.dot", "graph --view people"),
    ("graph-sectors.dot", "graph --view sectors"),
    ("locate.json", "locate trams --format json"),
    ("locate.txt", "locate trams"),
    ("path-item.txt", "path trams river-league"),
    (
        "path-people.md",
        "path mira-holt jonas-reed --view people --format md",
    ),
    ("show-act.txt", "show 2024-03-04-port-elin.trams"),
    ("show-item.txt", "show trams"),
    ("show-post.md", "show governor-of-kestrel-coast --format md"),
    ("timeline.md", "timeline --format md"),
    ("timeline-item.txt", "timeline trams"),
];

/// The values of parameters with which a question has an answer.
const VALUES: &[(&str, &str)] = &[
    ("mentions", "of=river-league"),
    ("news", "since=2024-09-10-river-league-video"),
    ("open", "on=2026-01-01"),
    ("openness-by-pair", "on=2026-01-01"),
];

#[test]
fn outputs_equal_the_golden_files() {
    let built_in = BUILT_IN
        .iter()
        .map(|(file, command)| ((*file).to_owned(), stdout(&words(command))));
    let small = small()
        .into_iter()
        .map(|(file, command)| (file, of_small(&command)));
    let help = [("help.txt".to_owned(), help())];
    let changed: Vec<String> = built_in
        .chain(small)
        .chain(help)
        .filter_map(|(file, text)| {
            let path = format!("{FOLDER}/{file}");
            if updating() {
                let path = repository().join(&path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
                fs::write(path, &text).expect("a golden file");
            }
            difference(&file, &read(&path), &text)
        })
        .collect();
    assert!(
        changed.is_empty(),
        "UPDATE_GOLDEN=1 rewrites them:\n{}",
        changed.join("\n")
    );
}

#[test]
fn every_golden_file_has_a_command() {
    let built_in = BUILT_IN.iter().map(|(file, _)| (*file).to_owned());
    let small = small().into_iter().map(|(file, _)| file);
    let mut expected: Vec<String> = built_in
        .chain(small)
        .chain(["help.txt".to_owned()])
        .collect();
    expected.sort();
    assert_eq!(files_below(FOLDER), expected);
}

#[test]
fn every_named_question_has_a_golden_answer() {
    let list = stdout(&["query", "--list"]);
    let listed: Vec<&str> = list.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(listed, questions());
}

#[test]
fn every_rdf_syntax_says_the_same_as_the_golden_trig() {
    let golden = read(&format!("{FOLDER}/norland-kestrel/export.trig"));
    for format in RdfFormat::ALL {
        let text = of_small(&format!("export --format {}", format.extension()));
        let statements = if format.holds_named_graphs() {
            dataset
        } else {
            triples
        };
        let expected = statements(&golden, RdfFormat::TriG);
        let actual = statements(&text, *format);
        let differing: Vec<&String> = expected.symmetric_difference(&actual).collect();
        assert!(differing.is_empty(), "{format:?}: {differing:#?}");
    }
}

/// The files of the small dossier with their commands, the answers of all named questions among them.
fn small() -> Vec<(String, String)> {
    let commands = SMALL
        .iter()
        .map(|(file, command)| ((*file).to_owned(), (*command).to_owned()));
    let answers = questions().into_iter().map(|name| {
        let values = VALUES.iter().filter(|(question, _)| *question == name);
        let values = values.flat_map(|(_, value)| ["--set", value]);
        let command = ["query", &name, "--format", "csv"]
            .into_iter()
            .chain(values);
        let command: Vec<&str> = command.collect();
        (format!("answers/{name}.csv"), command.join(" "))
    });
    commands
        .chain(answers)
        .map(|(file, command)| (format!("norland-kestrel/{file}"), command))
        .collect()
}

fn words(command: &str) -> Vec<&str> {
    command.split_whitespace().collect()
}

/// The output of a command in the folder of the small dossier; no output names that folder.
fn of_small(command: &str) -> String {
    let folder = original();
    let output = run_in(&folder, Command::new(binary()).args(words(command)));
    assert!(output.status.success(), "{command}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        !text.contains(&folder.display().to_string()),
        "{command} names a path"
    );
    text
}

/// The names of the files in `queries/answers`.
fn questions() -> Vec<String> {
    let files = files_below("queries/answers").into_iter();
    let mut names: Vec<String> = files
        .map(|file| file.trim_end_matches(".rq").to_owned())
        .collect();
    names.sort();
    names
}

/// The `--help` of every command, one after the other.
fn help() -> String {
    HELP_PAGES.iter().fold(String::new(), |text, command| {
        let mut arguments = words(command);
        arguments.push("--help");
        let title = format!("$ bilateral {}\n", arguments.join(" "));
        text + &title + &stdout(&arguments) + "\n"
    })
}

/// The first line in which two texts differ.
fn difference(file: &str, golden: &str, printed: &str) -> Option<String> {
    if golden == printed {
        return None;
    }
    let mut lines = golden.lines().zip(printed.lines()).enumerate();
    let differs = lines.find(|(_, (golden, printed))| golden != printed);
    Some(match differs {
        Some((index, (golden, printed))) => format!(
            "{file}, line {}:\n  golden:  {golden}\n  printed: {printed}",
            index + 1
        ),
        None => format!("{file}: one is longer, or only its last line end differs"),
    })
}
