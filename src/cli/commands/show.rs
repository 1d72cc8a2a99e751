//! `bilateral show` and `bilateral timeline`.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::{PageArgs, SpanArgs};
use crate::cli::{names, page};
use crate::report::{show, timeline};

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
        let format = page::format(&self.page, context.terminal)?;
        let loaded = context.load()?;
        let records = loaded.records();
        let entity = names::entity(&self.entity, &loaded, &records)?;
        let shown = show(&records, entity.as_ref());
        page::write(shown, format, &self.page.output, || {
            format!("nothing about {}", self.entity)
        })
    }
}

/// Show events and acts in order of time, each with its words
///
/// With an entity, show only its events and acts, and the acts that these follow up or that follow them up.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral timeline\n  bilateral timeline cement\n  bilateral timeline construction --since 2019 --format md\n  bilateral timeline anton-alikhanov -o alikhanov.md"
)]
pub struct Timeline {
    /// The entity, by slug, prefixed name, IRI or label [default: everything]
    #[arg(value_name = "ENTITY")]
    pub entity: Option<String>,

    #[command(flatten)]
    pub span: SpanArgs,
    #[command(flatten)]
    pub page: PageArgs,
}

impl Timeline {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let format = page::format(&self.page, context.terminal)?;
        let loaded = context.load()?;
        let records = loaded.records();
        let entity = self.entity.as_deref();
        let entity = entity
            .map(|name| names::entity(name, &loaded, &records))
            .transpose()?;
        let about = entity.as_ref();
        let about = about.map(|entity| (entity.as_ref(), loaded.graph.name_index.label(entity)));
        let timeline = timeline(&records, about, page::span(self.span));
        page::write(timeline, format, &self.page.output, || {
            "no matching event or act".to_owned()
        })
    }
}
