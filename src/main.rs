//! The program `bilateral`: arguments in, exit code out. The rest is [`bilateral::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    bilateral::cli::run(std::env::args_os())
}
