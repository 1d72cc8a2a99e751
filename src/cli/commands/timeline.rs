//! `bilateral timeline`.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::{PageArgs, SpanArgs};
use crate::cli::{names, page};
use crate::report::timeline;
use clap::Args;

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
        let format = page::format(&self.page)?;
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
            "no matching event or act is recorded".to_owned()
        })
    }
}
