//! `bilateral timeline`.

use anyhow::Context;

use crate::cli::args::{Cli, Timeline};
use crate::cli::{dossiers, page};
use crate::report::timeline;

pub fn run(arguments: &Timeline, cli: &Cli) -> anyhow::Result<()> {
    let style = page::style(&arguments.page)?;
    let mut loaded = dossiers::load(cli)?;
    let source = loaded.source()?;
    let thing = arguments.entity.as_deref();
    let thing = thing
        .map(|name| page::thing(name, &loaded, &source))
        .transpose()?;
    let about = thing
        .as_ref()
        .map(|thing| (thing, loaded.name_index.label(thing)));
    let span = page::span(arguments.span);
    let told =
        timeline(&source, about, span, style).context("the timeline could not be written")?;
    page::write(told, &arguments.page.output, || {
        "no event and no act of it is recorded".to_owned()
    })
}
