//! `bilateral show`.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::PageArgs;
use crate::cli::{names, page};
use crate::report::show;
use clap::Args;

/// Show everything that is known about an entity, each line with its evidence
///
/// The page shows its facts, its posts or their holders, its events and its acts. The entity is an actor, a sector, a
/// good, a topic, an event or a post, by slug, prefixed name, IRI or label; or an act, a readout or a kind.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral show cement\n  bilateral show \"Anton Alikhanov\" --format md\n  bilateral show 2017-11-13-minsk.materials\n  bilateral show doc:2017-11-13-minsk -o readout.md"
)]
pub struct Show {
    /// The entity
    #[arg(value_name = "ENTITY")]
    pub entity: String,

    #[command(flatten)]
    pub page: PageArgs,
}

impl Show {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let format = page::format(&self.page)?;
        let loaded = context.load()?;
        let records = loaded.records();
        let entity = names::entity(&self.entity, &loaded, &records)?;
        let shown = show(&records, entity.as_ref());
        page::write(shown, format, &self.page.output, || {
            format!("nothing is recorded about {}", self.entity)
        })
    }
}
