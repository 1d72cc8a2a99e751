//! What the other end of stdout and stderr is, and what may be sent there.

use std::env;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;

use super::args::When;
use crate::text::visible;

/// The terminal, or what stands in its place.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Whether a person reads stdout.
    pub(crate) stdout: bool,
    /// Whether stdout may be coloured.
    pub(crate) stdout_colour: bool,
    /// Whether stderr may be coloured.
    pub(crate) stderr_colour: bool,
}

/// What is done with more things than this is not done in a second.
const MANY: usize = 100_000;

impl Terminal {
    pub(crate) fn new(when: When) -> Self {
        // https://no-color.org: any value but the empty one.
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

    /// The columns to which a table is wrapped: those of the terminal, if data goes there.
    pub(crate) fn width(self, path: Option<&Path>) -> Option<u16> {
        let to_terminal = self.stdout && path.is_none();
        let (width, _) = terminal_size::terminal_size().filter(|_| to_terminal)?;
        Some(width.0)
    }

    /// Whether a person reads stderr, and so may wonder what takes its time.
    pub(crate) fn is_watched() -> bool {
        stderr().is_terminal()
    }

    /// Tells whoever waits at a terminal for what, where there is more of it than is soon done; nobody else.
    pub(crate) fn waiting(doing: &str, count: usize, what: &str) {
        if count > MANY && Self::is_watched() {
            Self::note(&format!("{doing} {count} {what}"));
        }
    }

    /// Tells the user something that is no data.
    pub(crate) fn note(text: &str) {
        // Where stderr is closed there is nobody to tell.
        writeln!(stderr(), "{}", visible(text)).ok();
    }
}
