//! What the program says of the built-in dossier and of the second one, byte for byte as in `tests/golden`.
//!
//! `UPDATE_GOLDEN=1` writes the files anew; read what changed before it is committed.

use std::collections::BTreeMap;
use std::fs;

use crate::copies::original;
use crate::program::{HELP_PAGES, files_below, read, repository, stdout, updating};

const FOLDER: &str = "tests/golden";

/// Each file and the command that gives it.
const COMMANDS: &[(&str, &[&str])] = &[
    ("acts.csv", &["acts", "--format", "csv"]),
    ("acts.json", &["acts", "--format", "json"]),
    ("acts.txt", &["acts", "--format", "plain"]),
    ("analyze.txt", &["analyze"]),
    (
        "analyze-cooperation.md",
        &[
            "analyze",
            "--measure",
            "cooperation",
            "--on",
            "2026-01-01",
            "--format",
            "md",
        ],
    ),
    (
        "analyze-kinds.csv",
        &["analyze", "--measure", "by-kind", "--format", "csv"],
    ),
    (
        "analyze-people.json",
        &[
            "analyze",
            "--view",
            "people",
            "--level",
            "state",
            "--measure",
            "network,nodes,pairs,relations",
            "--format",
            "json",
        ],
    ),
    (
        "analyze-years.csv",
        &[
            "analyze",
            "--measure",
            "network",
            "--by",
            "year",
            "--format",
            "csv",
        ],
    ),
    ("explain.txt", &["analyze", "--explain"]),
    ("brief.md", &["brief"]),
    ("brief-2025.md", &["brief", "--since", "2025"]),
    (
        "brief-for.txt",
        &[
            "brief",
            "--for",
            "kaliningrad-oblast",
            "--on",
            "2019",
            "--format",
            "txt",
        ],
    ),
    ("brief-full.md", &["brief", "--full"]),
    ("show-cement.txt", &["show", "cement"]),
    (
        "show-governor.md",
        &["show", "governor-of-kaliningrad-oblast", "--format", "md"],
    ),
    (
        "show-materials.txt",
        &["show", "2017-11-13-minsk.materials"],
    ),
    ("timeline.md", &["timeline", "--format", "md"]),
    ("timeline-cement.txt", &["timeline", "cement"]),
    ("export.nq", &["export", "--format", "nq"]),
    ("export.trig", &["export", "--format", "trig"]),
    ("export.ttl", &["export", "--format", "ttl"]),
    ("graph-actors.dot", &["graph", "--view", "actors"]),
    (
        "graph-commitments.dot",
        &["graph", "--kind", "Commitment", "--group", "kind"],
    ),
    ("graph-events.dot", &["graph", "--view", "events"]),
    ("graph-everything.dot", &["graph", "--view", "everything"]),
    ("graph-items.dot", &["graph", "--view", "items"]),
    ("graph-people.dot", &["graph", "--view", "people"]),
    ("graph-sectors.dot", &["graph", "--view", "sectors"]),
    (
        "nato.edges.csv",
        &["graph", "--focus", "nato", "--format", "edges.csv"],
    ),
    (
        "nato.gexf",
        &["graph", "--focus", "nato", "--format", "gexf"],
    ),
    (
        "nato.graphml",
        &["graph", "--focus", "nato", "--format", "graphml"],
    ),
    (
        "nato.json",
        &["graph", "--focus", "nato", "--format", "json"],
    ),
    (
        "nato.nodes.csv",
        &["graph", "--focus", "nato", "--format", "nodes.csv"],
    ),
    (
        "path-construction-nato.txt",
        &["path", "construction", "nato"],
    ),
    (
        "path-people.md",
        &[
            "path",
            "anton-alikhanov",
            "aleksandr-lukashenko",
            "--view",
            "people",
            "--format",
            "md",
        ],
    ),
    ("query-list.txt", &["query", "--list"]),
    (
        "locate.json",
        &["locate", "construction", "--format", "json"],
    ),
    ("locate.txt", &["locate", "construction"]),
    ("schema-dossier.json", &["schema", "dossier"]),
    ("schema-facts.json", &["schema"]),
];

/// Each file below `second/` and the command that gives it, put to the second dossier.
const SECOND: &[(&str, &[&str])] = &[
    ("acts.csv", &["acts", "--format", "csv"]),
    ("brief.md", &["brief"]),
    ("brief-full.md", &["brief", "--full"]),
    ("export.trig", &["export", "--format", "trig"]),
];

/// The values with which a question is put, where it needs some to be answered, or to show all that it can.
const VALUES: &[(&str, &str)] = &[
    ("mentions", "of=fifa-world-cup-2018"),
    ("news", "since=2024-11-21-kaliningrad"),
    ("open", "on=2026-01-01"),
    ("openness-by-pair", "on=2026-01-01"),
];

#[test]
fn every_output_is_as_it_was_read_and_approved() {
    let outputs = outputs();
    if updating() {
        for (file, text) in &outputs {
            let path = repository().join(FOLDER).join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
            fs::write(path, text).expect("a golden file");
        }
    }
    let changed: Vec<String> = outputs
        .iter()
        .filter_map(|(file, text)| difference(file, &read(&format!("{FOLDER}/{file}")), text))
        .collect();
    assert!(
        changed.is_empty(),
        "UPDATE_GOLDEN=1 writes them anew:\n{}",
        changed.join("\n")
    );
}

#[test]
fn every_golden_file_is_the_output_of_something() {
    let outputs = outputs();
    let unread: Vec<String> = files_below(FOLDER)
        .into_iter()
        .filter(|file| !outputs.contains_key(file))
        .collect();
    assert!(unread.is_empty(), "nothing gives {unread:?}");
}

#[test]
fn every_named_question_of_the_list_has_its_answer_kept() {
    let list = stdout(&["query", "--list"]);
    let listed: Vec<&str> = list.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(listed, questions());
}

/// Every golden file and what it should hold.
fn outputs() -> BTreeMap<String, String> {
    let commands = COMMANDS
        .iter()
        .map(|(file, arguments)| ((*file).to_owned(), stdout(arguments)));
    let answers = questions()
        .into_iter()
        .map(|name| (format!("answers/{name}.csv"), answer(&name)));
    let second = SECOND
        .iter()
        .map(|(file, arguments)| (format!("second/{file}"), of_second(arguments)));
    let help = [("help.txt".to_owned(), help())];
    commands.chain(answers).chain(second).chain(help).collect()
}

/// What the program says of the second dossier; where that lies is no part of it.
fn of_second(arguments: &[&str]) -> String {
    let folder = original().display().to_string();
    let text = stdout(&[&["-C", folder.as_str()], arguments].concat());
    assert!(!text.contains(&folder), "{arguments:?} names a path");
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

/// The answer to a question, in CSV.
pub(crate) fn answer(name: &str) -> String {
    let mut arguments = vec!["query", name, "--format", "csv"];
    for (_, value) in VALUES.iter().filter(|(question, _)| *question == name) {
        arguments.extend(["--set", value]);
    }
    stdout(&arguments)
}

/// The `--help` of every command, one after the other.
fn help() -> String {
    HELP_PAGES.iter().fold(String::new(), |text, command| {
        let mut arguments: Vec<&str> = command.split_whitespace().collect();
        arguments.push("--help");
        let title = format!("$ bilateral {}\n", arguments.join(" "));
        text + &title + &stdout(&arguments) + "\n"
    })
}

/// The first line in which two texts differ.
fn difference(file: &str, golden: &str, found: &str) -> Option<String> {
    if golden == found {
        return None;
    }
    let mut lines = golden.lines().zip(found.lines()).enumerate();
    let differs = lines.find(|(_, (golden, found))| golden != found);
    Some(match differs {
        Some((index, (golden, found))) => format!(
            "{file}, line {}:\n  golden: {golden}\n  found:  {found}",
            index + 1
        ),
        None => format!("{file}: one is longer, or only its last line end differs"),
    })
}
