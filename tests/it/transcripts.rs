//! Folders of `tests/transcripts`: a dossier, and what commands print about it.
//!
//! `transcript.txt` has each command after `$ ` and then what it prints, stderr first. `| grep WORDS` keeps the lines
//! with these words. `UPDATE_GOLDEN=1` rewrites the outputs.

use std::fs;

use crate::support::cases::{TRANSCRIPT, difference, dossier, folders};
use crate::support::program::updating;
use crate::support::scratch::Scratch;

const FOLDER: &str = "tests/transcripts";

#[test]
fn commands_print_their_transcripts() {
    let mut differences = Vec::new();
    for case in folders(FOLDER) {
        let path = case.join(TRANSCRIPT);
        let expected = fs::read_to_string(&path).unwrap();
        let scratch = dossier(&case);
        let commands = expected.lines().filter_map(|line| line.strip_prefix("$ "));
        let printed: Vec<String> = commands
            .map(|command| transcript(command, &scratch))
            .collect();
        assert!(!printed.is_empty(), "{}", path.display());
        let actual = printed.join("\n");
        if updating() {
            fs::write(&path, &actual).unwrap();
        } else {
            let name = case.file_name().unwrap().to_string_lossy();
            differences.extend(difference(&name, &expected, &actual));
        }
    }
    assert!(
        differences.is_empty(),
        "UPDATE_GOLDEN=1 rewrites them:\n{}",
        differences.join("\n")
    );
}

/// A command and what it prints.
fn transcript(command: &str, scratch: &Scratch) -> String {
    let (run, words) = command.split_once(" | grep ").unwrap_or((command, ""));
    let arguments: Vec<&str> = run.split(' ').skip(1).collect();
    let ran = scratch.run(&arguments);
    let printed = ran.stderr + &ran.stdout;
    let lines = printed.lines().filter(|line| line.contains(words));
    let head = format!("$ {command}\n");
    lines.fold(head, |text, line| text + line.trim_end() + "\n")
}
