//! `bilateral schema`.

use clap::{Args, ValueEnum};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::OutputArgs;
use crate::cli::output;
use crate::dossier;
use crate::sheet::keys::{dossier_schema, facts_schema};

/// Print the JSON Schema of facts.toml or dossier.toml for editors, or the SHACL shapes of the model
///
/// `new dossier` writes both schemas to data/, and the first line of each new sheet names its own. To update one:
/// bilateral schema -o data/facts.schema.json. The shapes validate RDF that was not made from fact sheets.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral schema\n  bilateral schema dossier -o data/dossier.schema.json\n  bilateral schema -o data/facts.schema.json\n  bilateral schema shapes -o shapes.ttl"
)]
pub struct Schema {
    /// What the schema describes
    #[arg(value_name = "FILE", default_value = "facts")]
    pub file: SchemaOf,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// What has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The fact sheet of a readout.
    Facts,
    /// The file that describes a dossier.
    Dossier,
    /// The SHACL shapes of the model, in Turtle.
    Shapes,
}

impl Schema {
    pub fn run(&self, _: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        match self.file {
            SchemaOf::Facts => output::write_all(path, facts_schema().as_bytes()),
            SchemaOf::Dossier => output::write_all(path, dossier_schema().as_bytes()),
            SchemaOf::Shapes => output::write_all(path, dossier::shapes()),
        }
    }
}
