//! `bilateral completions`.

use crate::cli::error::CliError;
use crate::cli::output;
use clap::Args;
use clap_complete::Shell;

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
    pub fn run(&self, mut program: clap::Command) -> Result<(), CliError> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut program, "bilateral", &mut script);
        output::write_all(None, &script)
    }
}
