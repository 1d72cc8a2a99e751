//! `bilateral timeline`.

use anyhow::Context;

use crate::cli::args::{Cli, Timeline};
use crate::cli::terminal::Terminal;
use crate::cli::{dossiers, page};
use crate::page::{Scope, timeline};
use crate::source::Limits;

pub(in crate::cli) fn run(arguments: &Timeline, cli: &Cli) -> anyhow::Result<()> {
    let style = page::style(&arguments.page)?;
    let mut loaded = dossiers::load(cli)?;
    let source = loaded.source()?;
    let thing = match &arguments.entity {
        Some(name) => {
            let thing = page::thing(name, &loaded, &source)?;
            let label = loaded.gazetteer.label(&thing).to_owned();
            Some((thing, label))
        }
        None => None,
    };
    let scope = Scope {
        thing,
        since: arguments.since,
        until: arguments.until,
    };
    let told = timeline(&source, &scope, style, &Limits::default())
        .context("the timeline could not be written")?;
    match told {
        Some(text) => page::write(&text, &arguments.page),
        None => {
            Terminal::note("0 results: nothing in this scope is recorded");
            Ok(())
        }
    }
}
