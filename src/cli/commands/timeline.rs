//! `bilateral timeline`.

use crate::cli::args::{Cli, Timeline};
use crate::cli::{dossiers, page};
use crate::report::timeline;

pub fn run(arguments: &Timeline, cli: &Cli) -> anyhow::Result<()> {
    let style = page::style(&arguments.page)?;
    let loaded = dossiers::load(cli)?;
    let records = loaded.records();
    let entity = arguments.entity.as_deref();
    let entity = entity
        .map(|name| page::thing(name, &loaded, &records))
        .transpose()?;
    let about = entity.as_ref();
    let about = about.map(|entity| (entity.as_ref(), loaded.name_index.label(entity)));
    let timeline = timeline(&records, about, page::span(arguments.span));
    page::write(timeline, style, &arguments.page.output, || {
        "no event and no act of it is recorded".to_owned()
    })
}
