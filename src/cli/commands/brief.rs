//! `bilateral brief`.

use oxigraph::model::NamedNode;

use crate::cli::context::{Context, Loaded};
use crate::cli::error::{CliError, Doing};
use crate::cli::options::{OutputArgs, SpanArgs};
use crate::cli::page;
use crate::model::EntityKind;
use crate::report::{self, Pair};
use clap::Args;

/// Write one page in Markdown on what two sides said to each other
///
/// Meetings and who took part, commitments by sector, asks and answers, concerns and assessments, what is open:
/// each line with the exact words that carry it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral brief\n  bilateral brief --since 2024\n  bilateral brief russia belarus\n  bilateral brief -o brief.md"
)]
pub struct Brief {
    /// The two sides, by slug, prefixed name, IRI or label; the dossier's own where none is given
    #[arg(value_name = "SIDE", num_args = 2)]
    pub sides: Vec<String>,

    #[command(flatten)]
    pub span: SpanArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

impl Brief {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let mut loaded = context.load()?;
        let pair = pair(self, &loaded)?;
        let source = loaded.source()?;
        let span = page::span(self.span);
        let brief = report::brief(&source, &pair, span).doing("the brief could not be written")?;
        page::write(brief, &self.output, || {
            format!(
                "no meeting and no act of {} and {} is recorded",
                pair.a_name, pair.b_name
            )
        })
    }
}

/// The sides that were typed, else those of the first dossier.
fn pair(arguments: &Brief, loaded: &Loaded) -> Result<Pair, CliError> {
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
        _ => Err(CliError::usage(
            "a brief needs two different sides".to_owned(),
        )),
    }
}
