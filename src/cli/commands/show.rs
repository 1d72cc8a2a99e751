//! `bilateral show`.

use crate::cli::args::{Cli, Show};
use crate::cli::{dossiers, page};
use crate::report::show;

pub fn run(arguments: &Show, cli: &Cli) -> anyhow::Result<()> {
    let style = page::style(&arguments.page)?;
    let loaded = dossiers::load(cli)?;
    let records = loaded.records();
    let entity = page::thing(&arguments.entity, &loaded, &records)?;
    let shown = show(&records, entity.as_ref());
    page::write(shown, style, &arguments.page.output, || {
        format!("nothing is said of {}", arguments.entity)
    })
}
