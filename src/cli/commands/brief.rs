//! `bilateral brief`.

use anyhow::Context;
use oxigraph::model::NamedNode;

use crate::cli::args::{Brief, Cli};
use crate::cli::dossiers::{self, Loaded};
use crate::cli::failure::UsageError;
use crate::cli::page::{span, write};
use crate::model::EntityKind;
use crate::report::{self, Pair};

pub fn run(arguments: &Brief, cli: &Cli) -> anyhow::Result<()> {
    let mut loaded = dossiers::load(cli)?;
    let pair = pair(arguments, &loaded)?;
    let source = loaded.source()?;
    let span = span(arguments.span);
    let page = report::brief(&source, &pair, span).context("the brief could not be written")?;
    write(page, &arguments.output, || {
        format!(
            "no meeting and no act of {} and {} is recorded",
            pair.a_name, pair.b_name
        )
    })
}

/// The sides that were typed, else those of the first dossier.
fn pair(arguments: &Brief, loaded: &Loaded) -> anyhow::Result<Pair> {
    let sides: Vec<NamedNode> = if arguments.sides.is_empty() {
        loaded
            .manifests
            .first()
            .map_or_else(Vec::new, |manifest| manifest.sides.clone())
    } else {
        let resolve = |name: &String| loaded.name_index.resolve_loosely(name, EntityKind::ACTORS);
        arguments
            .sides
            .iter()
            .map(resolve)
            .collect::<Result<_, _>>()?
    };
    match <[NamedNode; 2]>::try_from(sides) {
        Ok([a, b]) if a != b => {
            let name = |side: &NamedNode| loaded.name_index.label(side).to_owned();
            Ok(Pair {
                a_name: name(&a),
                b_name: name(&b),
                a,
                b,
            })
        }
        _ => Err(UsageError("a brief needs two different sides".to_owned()).into()),
    }
}
