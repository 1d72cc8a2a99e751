//! `bilateral graph`.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use crate::cli::appearance;
use crate::cli::args::{Cli, Graph, Grouping};
use crate::cli::caption::{self, Caption};
use crate::cli::dossiers;
use crate::cli::failure::UsageError;
use crate::cli::format;
use crate::cli::output;
use crate::cli::scope;
use crate::cli::terminal::Terminal;
use crate::export::dot::{self, Picture};
use crate::export::exchange::{self, About, ExchangeFormat};
use crate::network::{self, Bundling, Network, Scope, palette};
use crate::source::Source;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Dot,
    Svg,
    Exchange(ExchangeFormat),
}

/// What is drawn by us, or by Graphviz.
const PICTURES: [(Format, &[&str]); 2] = [
    (Format::Dot, &["dot", "gv", "text/vnd.graphviz"]),
    (Format::Svg, &["svg", "image/svg+xml"]),
];

/// With more ties than this, a picture is crowded.
const MANY: usize = 36;
/// With more ties than this, there is no room for labels.
const TOO_MANY: usize = 120;
/// With more ties than this between the same two, one for each kind is one too fine.
const MANY_PARALLEL: usize = 8;

pub fn run(arguments: &Graph, cli: &Cli) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    let format = format(arguments)?;
    let mut loaded = dossiers::load(cli)?;
    let catalogue = loaded.views()?;
    let view = catalogue
        .named(&arguments.view)
        .map_err(|error| UsageError(format!("--view: {error}")))?;
    let scope = scope::wanted(&arguments.scope, &loaded)?;
    let focus = scope::focus(arguments.focus.as_deref(), &loaded)?;
    let source = loaded.source()?;
    let whole = network::of_view(&source, view, &scope)?;
    Terminal::waiting("drawing", whole.edges().count(), "ties");
    let (network, bundling) = bundled(&whole, arguments, focus.as_ref(), format);
    if network.is_empty() {
        Terminal::note(&format!(
            "0 results: the view `{}` has no tie here",
            view.name
        ));
    }
    let title = caption::titled(Some(view), &loaded);
    if let Format::Exchange(format) = format {
        let about = About {
            title,
            caption: caption::of_view(view, arguments, &scope),
        };
        return output::write_with(path, |out| exchange::write(&network, &about, format, out));
    }
    let caption = Caption {
        view,
        arguments,
        scope: &scope,
        bundling,
        labels: network.edges().count() <= TOO_MANY,
        acts: acts(&source, &scope, &whole)?,
    };
    let picture = Picture {
        title,
        caption: caption.sentences(),
        labels: caption.labels,
        palette: palette(&source)?,
        colouring: appearance::colouring(arguments.color_by.as_deref(), &network, &scope.sides)?,
        sizes: appearance::sizes(arguments.size_by.as_deref(), &network, &scope.sides)?,
        sides: scope.sides,
        ..Picture::default()
    };
    if format == Format::Svg {
        let drawn = dot::to_string(&network, &picture);
        return output::write_all(path, &dot::to_svg(&drawn)?);
    }
    output::write_with(path, |out| Ok(dot::write(&network, &picture, out)?))
}

/// The format that is wanted; how a picture is coloured says nothing of the others.
fn format(arguments: &Graph) -> Result<Format, UsageError> {
    let path = arguments.output.output.as_deref();
    let exchange = ExchangeFormat::ALL.map(|format| (Format::Exchange(format), format.names()));
    let formats = [PICTURES.as_slice(), &exchange].concat();
    let format = format::choose(arguments.format.as_deref(), path, &formats)?;
    let looks = [
        ("--color-by", &arguments.color_by),
        ("--size-by", &arguments.size_by),
    ];
    let look = looks.into_iter().find(|(_, typed)| typed.is_some());
    match (format, look) {
        (Format::Exchange(format), Some((option, _))) => Err(UsageError(format!(
            "{option} is for pictures, dot and svg; {} is none",
            format.name()
        ))),
        (format, _) => Ok(format),
    }
}

/// The ties in bundles, cut to what was asked for; where no bundling was asked for, the finest, and in a picture the
/// finest that is not crowded.
fn bundled(
    whole: &Network,
    arguments: &Graph,
    focus: Option<&NamedNode>,
    format: Format,
) -> (Network, Bundling) {
    let drawn = |by| {
        let mut network = network::bundle(whole, by);
        if let Some(weight) = arguments.min_weight {
            network = network.at_least(weight);
        }
        match focus {
            Some(centre) => network.focus(centre, arguments.hops),
            None => network,
        }
    };
    if let Some(grouping) = arguments.group {
        let by = match grouping {
            Grouping::Kind => Bundling::Kind,
            Grouping::Group => Bundling::Group,
            Grouping::Pair => Bundling::Pair,
        };
        return (drawn(by), by);
    }
    if matches!(format, Format::Exchange(_)) {
        return (drawn(Bundling::Kind), Bundling::Kind);
    }
    for by in [Bundling::Kind, Bundling::Group] {
        let network = drawn(by);
        let is_fine = by != Bundling::Kind || most_parallel(&network) <= MANY_PARALLEL;
        if is_fine && network.edges().count() <= MANY {
            return (network, by);
        }
    }
    (drawn(Bundling::Pair), Bundling::Pair)
}

/// The number of ties between the two that have the most.
fn most_parallel(network: &Network) -> usize {
    let mut pairs: BTreeMap<[usize; 2], usize> = BTreeMap::new();
    for (source, target, _) in network.edges() {
        *pairs
            .entry([source.min(target), source.max(target)])
            .or_default() += 1;
    }
    pairs.into_values().max().unwrap_or_default()
}

/// How many acts there are in scope, and how many of them tie nobody.
fn acts(source: &Source, scope: &Scope, network: &Network) -> anyhow::Result<[usize; 2]> {
    let all = network::acts(source, scope)?;
    let tied: BTreeSet<&NamedNode> = network
        .edges()
        .flat_map(|(_, _, edge)| &edge.acts)
        .collect();
    let untied = all.iter().filter(|act| !tied.contains(act)).count();
    Ok([all.len(), untied])
}
