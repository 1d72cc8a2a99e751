//! `bilateral schema`.

use crate::cli::authoring::{Schema, SchemaOf};
use crate::cli::output;
use crate::sheet::keys::{dossier_schema, facts_schema};

pub fn run(arguments: &Schema) -> anyhow::Result<()> {
    let schema = match arguments.file {
        SchemaOf::Facts => facts_schema(),
        SchemaOf::Dossier => dossier_schema(),
    };
    output::write_all(arguments.output.output.as_deref(), schema.as_bytes())
}
