//! `bilateral new`: its two subcommands.

use clap::{Args, Subcommand};

use super::new_dossier::NewDossier;
use super::new_readout::NewReadout;
use crate::cli::context::Context;
use crate::cli::error::CliError;

/// Begin a dossier, or a readout in one
///
/// The new folder can be read at once. Nothing that is there already is written over.
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
