//! `bilateral show`.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::PageArgs;
use crate::cli::{names, page};
use crate::report::show;
use clap::Args;

/// Tell all that is known of one thing, each line with its evidence
///
/// What it is, who held which post when, the events and the acts in which it plays a part. The thing is an actor, a
/// sector, a good, a topic, an event or a post, by slug, prefixed name, IRI or label; or an act, a readout or a kind.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral show cement\n  bilateral show \"Anton Alikhanov\" --format md\n  bilateral show 2017-11-13-minsk.materials\n  bilateral show doc:2017-11-13-minsk -o readout.md"
)]
pub struct Show {
    /// The thing
    #[arg(value_name = "ENTITY")]
    pub entity: String,

    #[command(flatten)]
    pub page: PageArgs,
}

impl Show {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let style = page::style(&self.page)?;
        let loaded = context.load()?;
        let records = loaded.records();
        let entity = names::entity(&self.entity, &loaded, &records)?;
        let shown = show(&records, entity.as_ref());
        page::write(shown, style, &self.page.output, || {
            format!("nothing is said of {}", self.entity)
        })
    }
}
