//! Scratch dossiers, and the program run on them as a user would run it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

use crate::program::{binary, repository};

/// The folder of the first readout, and of the second.
pub(crate) const HERE: &str = "data/2020-01-02-here";
pub(crate) const THERE: &str = "data/2020-02-03-there";

/// Where the cases lie, and among them what they have in common.
pub(crate) fn cases() -> PathBuf {
    repository().join("tests/cases")
}

/// A dossier in a folder that goes away with it.
pub(crate) struct Scratch {
    folder: TempDir,
}

impl Scratch {
    /// The dossier of `tests/cases/base`.
    pub(crate) fn base() -> Self {
        let scratch = Self::empty();
        let base = cases().join("base");
        for (name, folder) in [
            ("dossier.toml", "data"),
            ("actors.ttl", "data"),
            ("facts.toml", HERE),
            ("readout.txt", HERE),
        ] {
            let bytes = fs::read(base.join(name)).unwrap();
            scratch.put(format!("{folder}/{name}"), bytes);
        }
        scratch
    }

    /// A folder that is no dossier.
    pub(crate) fn empty() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn put(&self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Adds to the sheet of the first readout.
    pub(crate) fn add(&self, facts: &str) {
        let path = self.path(format!("{HERE}/facts.toml"));
        let sheet = fs::read_to_string(&path).unwrap();
        fs::write(path, sheet + facts).unwrap();
    }

    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The program, about to be run in this folder.
    pub(crate) fn bilateral(&self, arguments: &[&str]) -> Command {
        let mut command = bilateral(arguments);
        command.current_dir(self.folder.path());
        command
    }

    /// Runs the program in this folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        ran(&mut self.bilateral(arguments))
    }
}

/// The program, with no say of whoever runs the tests in its colours.
pub(crate) fn bilateral(arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(arguments);
    command.env_remove("NO_COLOR").env_remove("COLUMNS");
    command
}

/// What came of a run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ran {
    /// What went to stdout of a run that succeeded without a word.
    #[track_caller]
    pub(crate) fn quietly(self) -> String {
        assert_eq!(
            (self.code, self.stderr.as_str()),
            (0, ""),
            "{}",
            self.stdout
        );
        self.stdout
    }

    /// What went to stderr of a run that ended with this code and gave no data.
    #[track_caller]
    pub(crate) fn fails(self, code: i32) -> String {
        assert_eq!(
            (self.code, self.stdout.as_str()),
            (code, ""),
            "{}",
            self.stderr
        );
        self.stderr
    }
}
