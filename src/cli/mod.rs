//! The command line: arguments become calls of the modules below.
//!
//! *Takes* arguments. *Returns* an exit code; data goes to stdout or a file, everything else to stderr.
//! Only this module prints, and only it knows the paths that the user typed.

mod act_args;
mod answer;
mod appearance;
mod caption;
mod commands;
mod context;
mod error;
mod findings;
mod format;
mod measures;
mod names;
mod new_folder;
mod options;
mod output;
mod page;
mod passages;
mod process;
mod terminal;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use self::commands::Command;
use self::context::{Context, GlobalArgs};
use self::terminal::Terminal;

const EXIT_CODES: &str = "\
Exit codes:
  0  success (also for an ASK that answers false)
  1  the data failed a check
  2  wrong usage, or an output that cannot be written
  3  input that cannot be read or parsed
  4  a timeout or another limit";

const EXAMPLES: &str = "\
Examples:
  bilateral brief                                   a one-page summary of what the two sides said
  bilateral acts --kind Offer --sector construction
  bilateral timeline cement                         from an offer to its outcome
  bilateral find cement                             find names, and passages of the readouts
  bilateral show alikhanov
  bilateral query --list
  bilateral query commitments sector=education
  bilateral check                                   every error and warning
  bilateral export -o dossier.ttl
  bilateral graph --view sectors --format svg -o sectors.svg
  bilateral analyze --measure ladder                how binding each side's words are
  bilateral path construction nato                  how the two are connected
  bilateral -C path/to/dossier brief                read another dossier
  bilateral new dossier talks --sides norland sundra
  bilateral locate \"We can supply you\"             find a passage, ready to quote";

/// Query, check, export, draw and measure what two sides said to each other.
#[derive(Debug, Parser)]
#[command(name = "bilateral", version, after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
struct Arguments {
    #[command(flatten)]
    globals: GlobalArgs,

    #[command(subcommand)]
    command: Command,
}

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
        program: Arguments::command,
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
