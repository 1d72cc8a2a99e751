//! Temporary dossiers, and the program run on them as a user runs it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

use super::program::{binary, repository};

/// The folder of the first readout, and of the second.
pub const HERE: &str = "data/2020-01-02-here";
pub const THERE: &str = "data/2020-02-03-there";

/// A dossier in a temporary folder.
pub struct Scratch {
    folder: TempDir,
}

impl Scratch {
    /// The dossier of `tests/cases/base`.
    pub fn base() -> Self {
        let scratch = Self::empty();
        let base = repository().join("tests/cases/base");
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
    pub fn empty() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    /// Writes a file, and the folders above it.
    pub fn put(&self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Adds to the sheet of the first readout.
    pub fn add(&self, facts: &str) {
        let path = self.path(format!("{HERE}/facts.toml"));
        let sheet = fs::read_to_string(&path).unwrap();
        fs::write(path, sheet + facts).unwrap();
    }

    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    /// A command of the program in this folder, not yet started.
    pub fn bilateral(&self, arguments: &[&str]) -> Command {
        let mut command = bilateral(arguments);
        command.current_dir(self.folder.path());
        command
    }

    /// Runs the program in this folder.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        ran(&mut self.bilateral(arguments))
    }
}

/// A command of the program, independent of the colours of the terminal that runs the tests.
pub fn bilateral(arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(arguments);
    command.env_remove("NO_COLOR").env_remove("COLUMNS");
    command
}

/// The result of a run.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ran {
    /// The stdout of a run that succeeded without messages.
    #[track_caller]
    pub fn quietly(self) -> String {
        assert_eq!(
            (self.code, self.stderr.as_str()),
            (0, ""),
            "{}",
            self.stdout
        );
        self.stdout
    }

    /// The stderr of a run that failed with this code and printed no data.
    #[track_caller]
    pub fn fails(self, code: i32) -> String {
        assert_eq!(
            (self.code, self.stdout.as_str()),
            (code, ""),
            "{}",
            self.stderr
        );
        self.stderr
    }
}
