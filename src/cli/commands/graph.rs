//! `bilateral graph`.

use std::path::Path;

use crate::cli::args::{Cli, Graph};
use crate::cli::dossiers::{self, Loaded};
use crate::cli::failure::UsageError;
use crate::cli::output;
use crate::cli::terminal::Terminal;
use crate::export::dot::{self, Picture};
use crate::model::Sort;
use crate::network::{Network, palette};
use crate::query::NamedQuery;
use crate::source::{Limits, Source};

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Dot,
    Svg,
}

pub(in crate::cli) fn run(arguments: &Graph, cli: &Cli) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    let format = format(arguments.format.as_deref(), path)?;
    let mut loaded = dossiers::load(cli)?;
    let catalogue = loaded.views()?;
    let view = catalogue
        .named(&arguments.view)
        .map_err(|error| UsageError(format!("--view: {error}")))?;
    let source = loaded.source()?;
    let network = network(arguments, view, &loaded, &source)?;
    if network.is_empty() {
        Terminal::note(&format!(
            "0 results: the view `{}` has no tie here",
            view.name
        ));
    }
    let picture = Picture {
        title: title(view, &loaded),
        palette: palette(&source, &Limits::default())?,
        ..Picture::default()
    };
    let drawn = dot::to_string(&network, &picture);
    match format {
        Format::Dot => output::write_all(path, drawn.as_bytes()),
        Format::Svg => output::write_all(path, &dot::to_svg(&drawn)?),
    }
}

/// The view's network, cut to what was asked for.
fn network(
    arguments: &Graph,
    view: &NamedQuery,
    loaded: &Loaded,
    source: &Source,
) -> anyhow::Result<Network> {
    let sides = loaded
        .manifests
        .first()
        .map_or(&[][..], |manifest| manifest.sides.as_slice());
    let focus = match &arguments.focus {
        Some(name) => Some(loaded.gazetteer.resolve_loosely(name, Sort::ALL)?),
        None => None,
    };
    let mut network = Network::of_view(source, view, sides, &Limits::default())?;
    if let Some(weight) = arguments.min_weight {
        network = network.at_least(weight);
    }
    if let Some(centre) = focus {
        network = network.focus(&centre, arguments.hops);
    }
    Ok(network)
}

/// `Belarus and Kaliningrad Oblast: actors`.
fn title(view: &NamedQuery, loaded: &Loaded) -> String {
    let dossiers: Vec<&str> = loaded
        .manifests
        .iter()
        .map(|manifest| manifest.title.as_str())
        .collect();
    format!("{}: {}", dossiers.join("; "), view.title.to_lowercase())
}

fn format(typed: Option<&str>, path: Option<&Path>) -> Result<Format, UsageError> {
    let extension = path
        .and_then(Path::extension)
        .and_then(|extension| extension.to_str());
    match typed.or(extension).map(str::to_lowercase).as_deref() {
        None | Some("dot" | "gv" | "text/vnd.graphviz") => Ok(Format::Dot),
        Some("svg" | "image/svg+xml") => Ok(Format::Svg),
        Some(other) => Err(UsageError(format!(
            "unknown format `{other}`: it is one of dot, svg"
        ))),
    }
}
