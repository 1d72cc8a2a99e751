//! `bilateral completions`.

use clap::CommandFactory;

use crate::cli::args::{Cli, Completions};
use crate::cli::output;

pub fn run(arguments: &Completions) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut Cli::command(),
        "bilateral",
        &mut script,
    );
    output::write_all(None, &script)
}
