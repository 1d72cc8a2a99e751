//! The command line: what was typed becomes calls of the rooms below.
//!
//! *Takes* arguments. *Gives* an exit code; data goes to stdout or a file, everything else to stderr.
//! Only this room prints, and only it knows the paths that the user typed.

mod analysis;
mod answer;
mod appearance;
mod args;
mod authoring;
mod caption;
mod checking;
mod commands;
mod connecting;
mod dossiers;
mod failure;
mod format;
mod interrupt;
mod measures;
mod new_folder;
mod options;
mod output;
mod page;
mod scope;
mod slug;
mod terminal;
mod timeout;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use self::args::{Cli, Command};
use self::authoring::NewWhat;
use self::terminal::Terminal;

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let terminal = Terminal::new(cli.color);
    match dispatch(&cli, terminal) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let (code, text) = failure::told(&error, terminal);
            // Where even stderr is closed there is nobody left to tell.
            io::stderr().write_all(text.as_bytes()).ok();
            ExitCode::from(code)
        }
    }
}

fn dispatch(cli: &Cli, terminal: Terminal) -> anyhow::Result<()> {
    match &cli.command {
        Command::Brief(arguments) => commands::brief::run(arguments, cli),
        Command::Acts(arguments) => commands::acts::run(arguments, cli, terminal),
        Command::Show(arguments) => commands::show::run(arguments, cli),
        Command::Timeline(arguments) => commands::timeline::run(arguments, cli),
        Command::Query(arguments) => commands::query::run(arguments, cli, terminal),
        Command::Check(arguments) => commands::check::run(arguments, cli, terminal),
        Command::Export(arguments) => commands::export::run(arguments, cli),
        Command::Graph(arguments) => commands::graph::run(arguments, cli),
        Command::Analyze(arguments) => commands::analyze::run(arguments, cli, terminal),
        Command::Path(arguments) => commands::path::run(arguments, cli),
        Command::New(arguments) => match &arguments.what {
            NewWhat::Dossier(arguments) => commands::new_dossier::run(arguments, cli),
            NewWhat::Readout(arguments) => commands::new_readout::run(arguments, cli),
        },
        Command::Locate(arguments) => commands::locate::run(arguments, cli),
        Command::Schema(arguments) => commands::schema::run(arguments),
        Command::Completions(arguments) => commands::completions::run(arguments),
    }
}

/// Prints what clap has to say: help and version on stdout with 0, mistakes on stderr with 2.
fn usage(error: &clap::Error) -> ExitCode {
    // A closed pipe is no reason to complain.
    error.print().ok();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
