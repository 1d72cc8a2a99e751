//! The command line: arguments become calls of the modules below.
//!
//! *Takes* arguments. *Returns* an exit code; data goes to stdout or a file, everything else to stderr.
//! Only this module prints, and only it knows the paths that the user typed.

mod answer;
mod appearance;
mod arguments;
mod caption;
mod commands;
mod context;
mod error;
mod format;
mod measures;
mod names;
mod new_folder;
mod options;
mod output;
mod page;
mod process;
mod slug;
mod terminal;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use self::arguments::Arguments;
use self::context::Context;
use self::terminal::Terminal;

/// Runs the program with these arguments; the first is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let Arguments { globals, command } = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let terminal = Terminal::new(globals.color);
    let context = Context {
        globals: &globals,
        terminal,
    };
    match command.run(&context) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let text = error.message(terminal);
            // If stderr is closed, there is nowhere to report to.
            io::stderr().write_all(text.as_bytes()).ok();
            ExitCode::from(error.kind().code())
        }
    }
}

/// Prints what clap reports: help and version on stdout with exit code 0, errors on stderr with 2.
fn usage(error: &clap::Error) -> ExitCode {
    // A closed pipe is not a failure.
    error.print().ok();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
