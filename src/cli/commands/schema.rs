//! `bilateral schema`.

use crate::cli::error::CliError;
use crate::cli::options::OutputArgs;
use crate::cli::output;
use crate::sheet::keys::{dossier_schema, facts_schema};
use clap::{Args, ValueEnum};

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
    pub fn run(&self) -> Result<(), CliError> {
        let schema = match self.file {
            SchemaOf::Facts => facts_schema(),
            SchemaOf::Dossier => dossier_schema(),
        };
        output::write_all(self.output.output.as_deref(), schema.as_bytes())
    }
}
