//! `bilateral brief`.

use clap::Args;
use oxigraph::model::NamedNode;

use crate::cli::context::{Context, Loaded};
use crate::cli::error::CliError;
use crate::cli::options::{OutputArgs, SpanArgs};
use crate::cli::page;
use crate::document::Style;
use crate::model::EntityKind;
use crate::report;

/// Write one page in Markdown on what two sides said to each other
///
/// The page lists meetings and participants, commitments by sector, asks and answers, concerns and assessments, and
/// what is open, each line with its exact words.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral brief\n  bilateral brief --since 2024\n  bilateral brief russia belarus\n  bilateral brief -o brief.md"
)]
pub struct Brief {
    /// The two sides, by slug, prefixed name, IRI or label [default: the sides of the dossier]
    #[arg(value_name = "SIDE", num_args = 2)]
    pub sides: Vec<String>,

    #[command(flatten)]
    pub span: SpanArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

impl Brief {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let loaded = context.load()?;
        let sides = self.sides(&loaded)?;
        let records = loaded.records();
        let pair = sides.each_ref().map(NamedNode::as_ref);
        let brief = report::brief(&records, pair, page::span(self.span));
        page::write(brief, Style::Markdown, &self.output, || {
            let [a, b] = sides
                .each_ref()
                .map(|side| loaded.graph.name_index.label(side));
            format!("no meeting and no act of {a} and {b} is recorded")
        })
    }

    /// The sides that were typed; otherwise those of the first dossier.
    fn sides(&self, loaded: &Loaded) -> Result<[NamedNode; 2], CliError> {
        let sides: Vec<NamedNode> = if self.sides.is_empty() {
            loaded.sides()
        } else {
            let resolve = |name: &String| {
                loaded
                    .graph
                    .name_index
                    .resolve_loosely(name, EntityKind::ACTORS)
            };
            self.sides.iter().map(resolve).collect::<Result<_, _>>()?
        };
        match <[NamedNode; 2]>::try_from(sides) {
            Ok([a, b]) if a != b => Ok([a, b]),
            _ => Err(CliError::usage("a brief needs two different sides")),
        }
    }
}
