//! `bilateral graph`.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use crate::cli::caption::{self, Caption, Cut};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::measures::Part;
use crate::cli::options::{OutputArgs, ScopeArgs, weight};
use crate::cli::terminal::Terminal;
use crate::cli::{appearance, format, names, output};
use crate::export::dot::{self, Picture};
use crate::export::exchange::{self, About, ExchangeFormat};
use crate::network::{self, Bundling, Network, Scope, palette};
use crate::query::NamedQuery;
use crate::records::Records;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

/// Draw the network as DOT or SVG (with Graphviz), or export it to other programs
///
/// Each node and edge links to its quotes. A picture shows the 25 most connected nodes unless --top or --all is set. GraphML, GEXF, JSON and the two CSV lists have one edge for each kind of act
/// between two nodes, with acts, quotes, dates and links; a joint act is an edge in each direction.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral graph | dot -Tpng -o actors.png\n  bilateral graph --kind Commitment --since 2017\n  bilateral graph --view items --focus cement\n  bilateral graph --view sectors --group pair --min-weight 2 --format svg -o sectors.svg\n  bilateral graph --color-by side -o actors.svg\n  bilateral graph --view people --top 40\n  bilateral graph --view everything -o everything.graphml\n  bilateral graph --view people -o people.nodes.csv"
)]
pub struct Graph {
    /// Use this view: actors, people, events, sectors, items, everything, heard or one of the dossier
    #[arg(long, value_name = "VIEW", default_value = "actors")]
    pub view: String,
    #[command(flatten)]
    pub scope: ScopeArgs,
    /// Merge parallel ties: by kind, by group of kinds, or all between a pair [default: as fine as there is space for]
    #[arg(long, value_name = "BY", num_args = 0..=1, default_missing_value = "group")]
    pub group: Option<Bundling>,
    /// Also draw, as light edges, which other side heard each act without a target
    #[arg(long, conflicts_with = "kind")]
    pub heard: bool,
    /// Only the network around this entity
    #[arg(long, value_name = "ENTITY")]
    pub focus: Option<String>,
    /// Maximum number of ties from the focus
    #[arg(long, value_name = "N", default_value_t = 1, requires = "focus")]
    pub hops: usize,
    /// Only ties with at least this weight, as drawn
    #[arg(long, value_name = "WEIGHT", value_parser = weight, allow_negative_numbers = true)]
    pub min_weight: Option<f64>,
    /// Only the N nodes with the most acts around the sides, or around the focus [default for pictures: 25]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub top: Option<u32>,
    /// Draw all nodes
    #[arg(long, conflicts_with = "top")]
    pub all: bool,
    /// Colour nodes by kind, side, community or a measure of nodes such as pagerank; for pictures
    #[arg(long, value_name = "BY")]
    pub color_by: Option<String>,
    /// Scale the names of nodes by a measure of nodes such as strength; for pictures
    #[arg(long, value_name = "MEASURE")]
    pub size_by: Option<String>,
    /// Output format: dot, svg, graphml, gexf, json (node-link), nodes.csv or edges.csv [default: by file extension,
    /// else dot]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

impl ValueEnum for Bundling {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Kind, Self::Group, Self::Pair]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Kind => ("kind", "Those of each kind of act"),
            Self::Group => (
                "group",
                "Those of each group of kinds: Account, Stance, Ask, Answer, Commitment",
            ),
            Self::Pair => ("pair", "All between a pair"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Dot,
    Svg,
    Exchange(ExchangeFormat),
}

/// The formats of pictures.
const PICTURES: [(Format, &[&str]); 2] = [
    (Format::Dot, &["dot", "gv", "text/vnd.graphviz"]),
    (Format::Svg, &["svg", "image/svg+xml"]),
];

/// The number of nodes that fit on a page.
const PAGE: usize = 25;
/// The view of everything that acts link.
const EVERYTHING: &str = "everything";
/// With more ties than this, a picture is crowded.
const MANY: usize = 36;
/// With more ties than this, labels do not fit.
const TOO_MANY: usize = 120;
/// With more ties than this between a pair, one tie for each kind is too fine.
const MANY_PARALLEL: usize = 8;

impl Graph {
    fn cut(&self) -> Cut<'_> {
        let focus = self.focus.as_deref();
        Cut {
            focus: focus.map(|name| (name, self.hops)),
            min_weight: self.min_weight,
        }
    }

    /// The part of the network that measures count: all of it that is requested, also what the page has no space for.
    fn part<'a>(&self, focus: Option<&'a NamedNode>) -> Part<'a> {
        Part {
            focus: focus.map(|focus| (focus, self.hops)),
            min_weight: self.min_weight,
            undirected: false,
        }
    }

    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = format(self)?;
        let mut loaded = context.load()?;
        let catalogue = loaded.views()?;
        let view = names::view(&self.view, &catalogue)?;
        let scope = names::scope(&self.scope, &loaded)?;
        let focus = names::focus(self.focus.as_deref(), &loaded)?;
        let records = loaded.records();
        let source = loaded.source()?;
        let whole = network::of_view(&source, &records, view, &scope)?;
        let with_heard = if self.heard {
            let views = [view, names::view("heard", &catalogue)?];
            Some(network::of_views(&source, &records, &views, &scope)?)
        } else {
            None
        };
        let drawn = with_heard.as_ref().unwrap_or(&whole);
        Terminal::waiting("drawing", drawn.edges().count(), "ties");
        let Drawn {
            network,
            bundling,
            left_out,
        } = self.drawn(drawn, &scope.sides, focus.as_ref(), format);
        note_size(format, view, network.nodes().count(), left_out);
        let title = loaded.title(Some(view));
        let cut = self.cut();
        if let Format::Exchange(format) = format {
            let caption = caption::of_view(view, cut, &scope);
            let about = About { title, caption };
            return output::write_with(path, |out| exchange::write(&network, &about, format, out));
        }
        // Not the drawn network: merged ties have lost the two directions of joint acts, and measures count what is done
        // toward another, not what is heard.
        let part = self.part(focus.as_ref());
        let measured = || part.of(&whole);
        let caption = Caption {
            view,
            cut,
            scope: &scope,
            bundling,
            labels: network.edges().count() <= TOO_MANY,
            acts: acts(&records, &scope, drawn),
            left_out,
        };
        let picture = Picture {
            title,
            caption: caption.sentences(),
            labels: caption.labels,
            palette: palette(&records),
            colouring: appearance::colouring(self.color_by.as_deref(), &network, measured)?,
            sizes: appearance::sizes(self.size_by.as_deref(), measured)?,
            sides: scope.sides,
            ..Picture::default()
        };
        if format == Format::Svg {
            let svg = dot::to_svg(&dot::to_string(&network, &picture))?;
            return output::write_all(path, &svg);
        }
        output::write_with(path, |out| Ok(dot::write(&network, &picture, out)?))
    }
}

/// The requested format; colours and sizes apply only to pictures.
fn format(arguments: &Graph) -> Result<Format, CliError> {
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
        (Format::Exchange(format), Some((option, _))) => Err(CliError::usage(format!(
            "{option} applies only to dot and svg, not to {}",
            format.name()
        ))),
        (format, _) => Ok(format),
    }
}

/// The part of a network that is drawn.
struct Drawn {
    network: Network,
    bundling: Bundling,
    /// The number of nodes that do not fit on the page.
    left_out: usize,
}

impl Graph {
    /// The merged ties in the requested scope. By default, ties are merged as little as possible, and in a picture as
    /// little as readability allows.
    fn drawn(
        &self,
        whole: &Network,
        sides: &[NamedNode],
        focus: Option<&NamedNode>,
        format: Format,
    ) -> Drawn {
        let is_picture = !matches!(format, Format::Exchange(_));
        let centres = focus.map_or(sides, std::slice::from_ref);
        let drawn = |bundling| {
            let mut network = network::bundle(whole, bundling);
            if let Some(weight) = self.min_weight {
                network = network.at_least(weight);
            }
            if let Some(centre) = focus {
                network = network.focus(centre, self.hops);
            }
            let all = network.nodes().count();
            if let Some(count) = self.count(is_picture) {
                network = network.around(centres, count);
            }
            Drawn {
                left_out: all - network.nodes().count(),
                network,
                bundling,
            }
        };
        if let Some(by) = self.group {
            return drawn(by);
        }
        if !is_picture {
            return drawn(Bundling::Kind);
        }
        for by in [Bundling::Kind, Bundling::Group] {
            let drawn = drawn(by);
            let is_fine = by != Bundling::Kind || most_parallel(&drawn.network) <= MANY_PARALLEL;
            if is_fine && drawn.network.edges().count() <= MANY {
                return drawn;
            }
        }
        drawn(Bundling::Pair)
    }

    /// The maximum number of nodes.
    fn count(&self, is_picture: bool) -> Option<usize> {
        let top = self
            .top
            .map(|top| usize::try_from(top).unwrap_or(usize::MAX));
        top.or((is_picture && !self.all).then_some(PAGE))
    }
}

/// Reports how much of a view a picture leaves out, and that the view of everything is no page.
fn note_size(format: Format, view: &NamedQuery, shown: usize, left_out: usize) {
    let all = shown + left_out;
    if all == 0 {
        let name = &view.name;
        Terminal::note(&format!("0 results: the view `{name}` has no matching tie"));
    }
    let is_picture = !matches!(format, Format::Exchange(_));
    if is_picture && view.name == EVERYTHING && all > PAGE {
        Terminal::note(&format!(
            "the view `{EVERYTHING}` is a poster of {all} nodes; narrow it with --focus NAME and --hops N, with --top N, \
             or with --view actors"
        ));
    }
    if left_out > 0 {
        Terminal::note(&format!(
            "{shown} of {all} nodes are drawn, those with the most acts around the sides or the focus; --top N draws more, \
             --all draws all"
        ));
    }
}

/// The greatest number of ties between a pair.
fn most_parallel(network: &Network) -> usize {
    let mut pairs: BTreeMap<[usize; 2], usize> = BTreeMap::new();
    for (source, target, _) in network.edges() {
        *pairs
            .entry([source.min(target), source.max(target)])
            .or_default() += 1;
    }
    pairs.into_values().max().unwrap_or(0)
}

/// The number of acts in scope, and of those without a tie.
fn acts(records: &Records, scope: &Scope, network: &Network) -> [usize; 2] {
    let all = network::acts(records, scope);
    let tied: BTreeSet<&NamedNode> = network
        .edges()
        .flat_map(|(_, _, edge)| &edge.acts)
        .collect();
    let untied = all.iter().filter(|act| !tied.contains(act)).count();
    [all.len(), untied]
}
