//! `bilateral acts`.

use std::fmt::Display;

use oxigraph::model::NamedNode;

use crate::cli::answer::{self, Answers};
use crate::cli::args::{Acts, Cli, Status};
use crate::cli::dossiers;
use crate::cli::failure::UsageError;
use crate::cli::output;
use crate::cli::terminal::Terminal;
use crate::model::{DateError, EntityKind, NameError, NameIndex, PartialDate};
use crate::records::{ActFilter, Outcome};
use crate::report;
use crate::source::Answer;

/// The columns that a terminal shows; all others come with any `--format`.
const AT_A_GLANCE: [&str; 5] = ["date", "kind", "sentence", "status", "quote"];

pub fn run(arguments: &Acts, cli: &Cli, terminal: Terminal) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    let format =
        answer::Format::wanted(arguments.format.as_deref(), path, terminal, Answers::Rows)?;
    let loaded = dossiers::load(cli)?;
    let filter = filter(arguments, &loaded.name_index)?;
    if arguments.sparql {
        return output::write_all(path, filter.to_sparql().as_bytes());
    }
    let rows = report::acts(&loaded.records(), &filter);
    // All twelve columns side by side leave none of them readable on a terminal.
    let is_glanced_at = path.is_none() && arguments.format.is_none() && terminal.stdout;
    let rows = if is_glanced_at {
        rows.only(&AT_A_GLANCE)
    } else {
        rows
    };
    answer::write(Answer::Solutions(rows), format, path, terminal)
}

/// The options as a filter, every name resolved.
fn filter(arguments: &Acts, names: &NameIndex) -> Result<ActFilter, UsageError> {
    let entity =
        |kinds: &'static [EntityKind]| move |name: &str| names.resolve_loosely(name, kinds);
    Ok(ActFilter {
        by: nodes("by", &arguments.by, entity(EntityKind::ACTORS))?,
        to: nodes("to", &arguments.to, entity(EntityKind::ACTORS))?,
        sectors: nodes("sector", &arguments.sector, entity(EntityKind::SECTORS))?,
        kinds: nodes("kind", &arguments.kind, |name| {
            names.resolve_kind_or_group(name)
        })?,
        items: nodes("item", &arguments.item, entity(EntityKind::ITEMS))?,
        outcomes: arguments
            .status
            .iter()
            .map(|status| outcome(*status))
            .collect(),
        since: date("since", arguments.since.as_deref())?,
        until: date("until", arguments.until.as_deref())?,
    })
}

const fn outcome(status: Status) -> Outcome {
    match status {
        Status::Open => Outcome::Open,
        Status::Accepted => Outcome::Accepted,
        Status::Declined => Outcome::Declined,
        Status::Fulfilled => Outcome::Fulfilled,
        Status::Lapsed => Outcome::Lapsed,
        Status::Replaced => Outcome::Replaced,
    }
}

fn nodes(
    option: &str,
    names: &[String],
    resolve: impl Fn(&str) -> Result<NamedNode, NameError>,
) -> Result<Vec<NamedNode>, UsageError> {
    let nodes = names.iter().map(|name| resolve(name.trim()));
    nodes
        .collect::<Result<_, _>>()
        .map_err(|error| by_option(option, error))
}

fn date(option: &str, text: Option<&str>) -> Result<Option<PartialDate>, UsageError> {
    let date = text.map(|text| text.trim().parse());
    date.transpose()
        .map_err(|error| by_option::<DateError>(option, error))
}

/// Names the option whose value does not fit.
fn by_option<E: Display>(option: &str, error: E) -> UsageError {
    UsageError(format!("--{option}: {error}"))
}
