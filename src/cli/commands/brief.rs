//! `bilateral brief`.

use oxigraph::model::NamedNode;

use crate::cli::args::{Brief, Cli};
use crate::cli::dossiers::{self, Loaded};
use crate::cli::failure::UsageError;
use crate::cli::page::{span, write};
use crate::document::Style;
use crate::model::EntityKind;
use crate::report;

pub fn run(arguments: &Brief, cli: &Cli) -> anyhow::Result<()> {
    let loaded = dossiers::load(cli)?;
    let sides = sides(arguments, &loaded)?;
    let records = loaded.records();
    let pair = sides.each_ref().map(NamedNode::as_ref);
    let page = report::brief(&records, pair, span(arguments.span));
    write(page, Style::Markdown, &arguments.output, || {
        let [a, b] = sides.each_ref().map(|side| loaded.name_index.label(side));
        format!("no meeting and no act of {a} and {b} is recorded")
    })
}

/// The sides that were typed, else those of the first dossier.
fn sides(arguments: &Brief, loaded: &Loaded) -> anyhow::Result<[NamedNode; 2]> {
    let sides: Vec<NamedNode> = if arguments.sides.is_empty() {
        loaded.sides()
    } else {
        let resolve = |name: &String| loaded.name_index.resolve_loosely(name, EntityKind::ACTORS);
        arguments
            .sides
            .iter()
            .map(resolve)
            .collect::<Result<_, _>>()?
    };
    match <[NamedNode; 2]>::try_from(sides) {
        Ok([a, b]) if a != b => Ok([a, b]),
        _ => Err(UsageError("a brief needs two different sides".to_owned()).into()),
    }
}
