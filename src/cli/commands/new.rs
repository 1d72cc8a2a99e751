//! `bilateral new`: its two subcommands.

use clap::{Args, Subcommand};

use super::new_dossier::NewDossier;
use super::new_readout::NewReadout;
use crate::cli::context::Context;
use crate::cli::error::CliError;

/// Create a dossier, or a readout in a dossier
///
/// The new folder is valid at once. Existing files are never overwritten.
#[derive(Debug, Args)]
pub struct New {
    #[command(subcommand)]
    pub what: NewWhat,
}

#[derive(Debug, Subcommand)]
pub enum NewWhat {
    Dossier(NewDossier),
    Readout(NewReadout),
}

impl New {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        match &self.what {
            NewWhat::Dossier(command) => command.run(context),
            NewWhat::Readout(command) => command.run(context),
        }
    }
}
