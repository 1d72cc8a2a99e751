//! `bilateral completions` and `bilateral schema`: what shells and editors complete from.

use clap::{Args, ValueEnum};
use clap_complete::Shell;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::OutputArgs;
use crate::cli::output;
use crate::sheet::keys::{dossier_schema, facts_schema};

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

/// Print the JSON Schema of facts.toml or dossier.toml, for completion and checks in editors
///
/// `new dossier` writes both schemas to data/, and the first line of each new sheet names its own. To update one:
/// bilateral schema -o data/facts.schema.json
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral schema\n  bilateral schema dossier -o data/dossier.schema.json\n  bilateral schema -o data/facts.schema.json"
)]
pub struct Schema {
    /// The file that the schema describes
    #[arg(value_name = "FILE", default_value = "facts")]
    pub file: SchemaOf,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// A file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The fact sheet of a readout.
    Facts,
    /// The file that describes a dossier.
    Dossier,
}

impl Schema {
    pub fn run(&self, _: &Context<'_>) -> Result<(), CliError> {
        let schema = match self.file {
            SchemaOf::Facts => facts_schema(),
            SchemaOf::Dossier => dossier_schema(),
        };
        output::write_all(self.output.output.as_deref(), schema.as_bytes())
    }
}
