//! The terminal: what stdout and stderr are connected to, and notes to the user.

use std::env;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;

use clap::ValueEnum;

use crate::text::visible;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What stdout and stderr are connected to.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Whether a person reads stdout.
    pub stdout: bool,
    /// Whether stdout may be coloured.
    pub stdout_colour: bool,
    /// Whether stderr may be coloured.
    pub stderr_colour: bool,
}

/// The width of a terminal that does not report its own.
const USUAL_WIDTH: u16 = 80;

/// Work on more items than this takes more than a second.
const MANY: usize = 100_000;

impl Terminal {
    pub fn new(when: When) -> Self {
        // https://no-color.org: any value except the empty one counts.
        let wanted = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let colour = |is_terminal: bool| match when {
            When::Always => true,
            When::Never => false,
            When::Auto => is_terminal && wanted,
        };
        let stdout = stdout().is_terminal();
        Self {
            stdout,
            stdout_colour: colour(stdout),
            stderr_colour: colour(stderr().is_terminal()),
        }
    }

    /// The width for tables: that of the terminal, if the data goes there.
    pub fn width(self, path: Option<&Path>) -> Option<u16> {
        let to_terminal = self.stdout && path.is_none();
        to_terminal.then(|| columns().unwrap_or(USUAL_WIDTH))
    }

    /// Whether a person reads stderr.
    pub fn is_watched() -> bool {
        stderr().is_terminal()
    }

    /// At a terminal, says what takes long if there are many items.
    pub fn waiting(doing: &str, count: usize, what: &str) {
        if count > MANY && Self::is_watched() {
            Self::note(&format!("{doing} {count} {what}"));
        }
    }

    /// Prints a note to stderr.
    pub fn note(text: &str) {
        // If stderr is closed, there is nowhere to report to.
        writeln!(stderr(), "{}", visible(text)).ok();
    }
}

/// The columns of the terminal on stdout, even if it reports no rows, as a new pseudo-terminal does.
#[cfg(unix)]
fn columns() -> Option<u16> {
    let size = rustix::termios::tcgetwinsize(stdout()).ok()?;
    (size.ws_col > 0).then_some(size.ws_col)
}

/// The columns of the terminal on stdout.
#[cfg(not(unix))]
fn columns() -> Option<u16> {
    terminal_size::terminal_size().map(|(width, _)| width.0)
}
