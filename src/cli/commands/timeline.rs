//! `bilateral timeline`.

use crate::cli::context::Context;
use crate::cli::error::{CliError, Doing};
use crate::cli::options::{PageArgs, SpanArgs};
use crate::cli::{names, page};
use crate::report::timeline;
use clap::Args;

/// Tell events and acts in the order of time, each with the words that carry it
///
/// With a thing, only what it plays a part in, together with the acts that these follow up or that follow them up.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral timeline\n  bilateral timeline cement\n  bilateral timeline construction --since 2019 --format md\n  bilateral timeline anton-alikhanov -o alikhanov.md"
)]
pub struct Timeline {
    /// The thing, by slug, prefixed name, IRI or label; everything where none is given
    #[arg(value_name = "ENTITY")]
    pub entity: Option<String>,

    #[command(flatten)]
    pub span: SpanArgs,
    #[command(flatten)]
    pub page: PageArgs,
}

impl Timeline {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let style = page::style(&self.page)?;
        let mut loaded = context.load()?;
        let source = loaded.source()?;
        let thing = self.entity.as_deref();
        let thing = thing
            .map(|name| names::entity(name, &loaded, &source))
            .transpose()?;
        let about = thing
            .as_ref()
            .map(|thing| (thing, loaded.name_index.label(thing)));
        let span = page::span(self.span);
        let told =
            timeline(&source, about, span, style).doing("the timeline could not be written")?;
        page::write(told, &self.page.output, || {
            "no event and no act of it is recorded".to_owned()
        })
    }
}
