//! `bilateral show`.

use anyhow::Context;

use crate::cli::args::{Cli, Show};
use crate::cli::{dossiers, page};
use crate::report::show;

pub fn run(arguments: &Show, cli: &Cli) -> anyhow::Result<()> {
    let style = page::style(&arguments.page)?;
    let mut loaded = dossiers::load(cli)?;
    let source = loaded.source()?;
    let thing = page::thing(&arguments.entity, &loaded, &source)?;
    let shown = show(&source, &thing, style).context("the page could not be written")?;
    page::write(shown, &arguments.page.output, || {
        format!("nothing is said of {}", arguments.entity)
    })
}
