//! `bilateral brief`.

use clap::Args;
use oxigraph::model::NamedNode;

use crate::cli::context::{Context, Loaded};
use crate::cli::error::CliError;
use crate::cli::options::{OutputArgs, SpanArgs};
use crate::cli::page;
use crate::model::{EntityKind, PartialDate};
use crate::report::{self, BriefRequest};

/// Write a brief on two sides: one sheet, or everything with --full
///
/// The first page has the last meetings, the commitments and what came of them, and what is open; the second what to
/// expect, where the texts of the two sides differ, figures, people and sources. Its rules are in data/README.md.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral brief\n  bilateral brief --for kaliningrad-oblast -o brief.docx\n  bilateral brief --on 2024-12-31 --format html\n  bilateral brief russia belarus --full -o account.md"
)]
pub struct Brief {
    /// The two sides, by slug, prefixed name, IRI or label [default: the sides of the dossier]
    #[arg(value_name = "SIDE", num_args = 2)]
    pub sides: Vec<String>,
    /// Write it for this side: what the other side may raise, and what you can raise
    #[arg(long = "for", value_name = "SIDE")]
    pub reader: Option<String>,
    /// Show what was on record on this date: YYYY, YYYY-MM or YYYY-MM-DD [default: the latest event]
    #[arg(long, value_name = "DATE")]
    pub on: Option<PartialDate>,
    /// Write everything that is recorded, each act with its words, instead of one sheet
    #[arg(long)]
    pub full: bool,
    /// Output format: txt, md, html or docx (Word) [default: by file extension, else txt on a terminal and md elsewhere]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub span: SpanArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

impl Brief {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = page::format_of_brief(self.format.as_deref(), path, context.terminal)?;
        let loaded = context.load()?;
        let sides = self.sides(&loaded)?;
        let reader = self.reader(&loaded, &sides)?;
        let records = loaded.records();
        let request = BriefRequest {
            sides: sides.each_ref().map(NamedNode::as_ref),
            reader: reader.as_ref().map(NamedNode::as_ref),
            span: page::span(self.span),
            on: self.on,
            is_full: self.full,
        };
        let brief = report::brief(&records, &request);
        page::write(brief, format, &self.output, || {
            let [a, b] = sides
                .each_ref()
                .map(|side| loaded.graph.name_index.in_text(side));
            format!("no meeting and no act of {a} and {b}")
        })
    }

    /// The sides that were typed; otherwise those of the first dossier.
    fn sides(&self, loaded: &Loaded) -> Result<[NamedNode; 2], CliError> {
        let sides: Vec<NamedNode> = if self.sides.is_empty() {
            loaded.sides()
        } else {
            let resolve = |name: &String| actor(name, loaded);
            self.sides.iter().map(resolve).collect::<Result<_, _>>()?
        };
        match <[NamedNode; 2]>::try_from(sides) {
            Ok([a, b]) if a != b => Ok([a, b]),
            _ => Err(CliError::usage("a brief needs two different sides")),
        }
    }

    /// The side for which the brief is written.
    fn reader(
        &self,
        loaded: &Loaded,
        sides: &[NamedNode; 2],
    ) -> Result<Option<NamedNode>, CliError> {
        let Some(name) = &self.reader else {
            return Ok(None);
        };
        let reader = actor(name, loaded)?;
        if sides.contains(&reader) {
            return Ok(Some(reader));
        }
        let [a, b] = sides
            .each_ref()
            .map(|side| loaded.graph.name_index.label(side));
        Err(CliError::usage(format!(
            "--for: `{name}` is not a side of this brief; choose {a} or {b}"
        )))
    }
}

fn actor(name: &str, loaded: &Loaded) -> Result<NamedNode, CliError> {
    let index = &loaded.graph.name_index;
    Ok(index.resolve_loosely(name, EntityKind::ACTORS)?)
}
