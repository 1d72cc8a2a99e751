//! `bilateral completions`.

use clap::Args;
use clap_complete::Shell;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output;

/// Print completions for a shell
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bilateral completions bash > ~/.local/share/bash-completion/completions/bilateral"
)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

impl Completions {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let mut script = Vec::new();
        clap_complete::generate(
            self.shell,
            &mut (context.program)(),
            "bilateral",
            &mut script,
        );
        output::write_all(None, &script)
    }
}
