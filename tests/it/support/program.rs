//! The program as a user runs it, and the files of this repository.

#![expect(
    clippy::expect_used,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Every command with a `--help`; the first is the program itself.
pub const HELP_PAGES: &[&str] = &[
    "",
    "brief",
    "acts",
    "show",
    "timeline",
    "find",
    "query",
    "check",
    "export",
    "graph",
    "chart",
    "chart commitments",
    "chart figure",
    "analyze",
    "path",
    "new",
    "new dossier",
    "new readout",
    "locate",
    "schema",
    "completions",
];

/// The folder of this repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program under test.
pub fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_bilateral"))
}

/// Runs a command in an empty folder, so on the built-in dossier, and independent of the terminal.
pub fn run(command: &mut Command) -> Output {
    let folder = tempfile::tempdir().expect("a scratch folder");
    run_in(folder.path(), command)
}

/// Runs a command in a folder.
pub fn run_in(folder: &Path, command: &mut Command) -> Output {
    command
        .current_dir(folder)
        .env_remove("COLUMNS")
        .env_remove("NO_COLOR")
        .output()
        .expect("the command starts")
}

/// What the program prints; it must succeed.
pub fn stdout(arguments: &[&str]) -> String {
    let output = run(Command::new(binary()).args(arguments));
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {printed}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Every file below a folder of this repository, as a path from there, sorted.
pub fn files_below(folder: &str) -> Vec<String> {
    files_of(&repository().join(folder))
}

/// Every file below a folder, as a path from there, sorted.
pub fn files_of(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    collect(folder, folder, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, root: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder that can be listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, root, found);
        } else {
            let below = path.strip_prefix(root).expect("a path below the root");
            found.push(below.display().to_string().replace('\\', "/"));
        }
    }
}

/// A file of this repository.
pub fn read(path: &str) -> String {
    let path = repository().join(path);
    let text = fs::read_to_string(&path);
    text.unwrap_or_else(|error| format!("{}: {error}", path.display()))
}

/// Whether `UPDATE_GOLDEN` asks to rewrite files instead of comparing them.
pub fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| !value.is_empty() && value != "0")
}

/// A page with the text between two comments, `<!-- mark -->` and `<!-- /mark -->`, replaced.
pub fn filled(page: &str, mark: &str, table: &str) -> String {
    let (begin, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let (before, rest) = page.split_once(&begin).expect("a mark");
    let (_, after) = rest.split_once(&end).expect("a closing mark");
    format!("{before}{begin}\n{table}\n{end}{after}")
}

/// A copy of the built-in dossier, or of a part of it.
pub struct Copied {
    folder: tempfile::TempDir,
}

impl Copied {
    /// All of it, unchanged.
    pub fn whole() -> Self {
        Self::of(|_| true, |_| None)
    }

    /// Only the first readout, with this sheet.
    pub fn with_sheet(sheet: &str) -> Self {
        let first = |file: &str| !file.contains('/') || file.starts_with("2017-11-13-minsk/");
        Self::of(first, |file| {
            (file == "2017-11-13-minsk/facts.toml").then(|| sheet.to_owned())
        })
    }

    fn of(keep: impl Fn(&str) -> bool, instead: impl Fn(&str) -> Option<String>) -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        for file in files_below("data").into_iter().filter(|file| keep(file)) {
            let to = folder.path().join("data").join(&file);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a new folder");
            match instead(&file) {
                Some(text) => fs::write(to, text).expect("a file"),
                None => {
                    fs::copy(repository().join("data").join(&file), to).expect("a copy");
                }
            }
        }
        Self { folder }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().to_path_buf()
    }
}
