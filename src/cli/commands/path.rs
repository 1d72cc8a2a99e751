//! `bilateral path`.

use oxigraph::model::NamedNode;

use crate::cli::context::{Context, Loaded};
use crate::cli::error::CliError;
use crate::cli::options::{OutputArgs, ScopeArgs};
use crate::cli::terminal::Terminal;
use crate::cli::{format, names, output};
use crate::document::Style;
use crate::export::exchange::{self, Connections};
use crate::network::{self, Bundling, Network, Scope};
use crate::query::{Catalogue, NamedQuery};
use crate::records::Records;
use crate::report::connections;
use crate::source::Source;
use crate::text::{enumerated, listed};
use clap::Args;

/// Tell how two things are connected, each step with the words that carry it
///
/// The shortest connections over other things, ties taken either way; each step tells which way they point. A thing is
/// given by slug, prefixed name, IRI or label.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral path construction nato\n  bilateral path cement fifa-world-cup-2018 -k 1 --format md\n  bilateral path \"Anton Alikhanov\" aleksandr-lukashenko --view people\n  bilateral path education russia --kind Commitment --max-hops 2 -o path.json"
)]
pub struct Path {
    /// Where the connections begin
    #[arg(value_name = "A")]
    pub from: String,
    /// Where they end
    #[arg(value_name = "B")]
    pub to: String,
    /// What counts as a tie: a view by name, such as actors, people, events, sectors, items or everything
    #[arg(long, value_name = "VIEW", default_value = "everything")]
    pub view: String,
    /// How many connections, from 1 to 100
    #[arg(short = 'k', long, value_name = "K", default_value_t = 3, value_parser = count, allow_negative_numbers = true)]
    pub count: usize,
    /// Only connections of so many steps at most, from 1 up
    #[arg(long, value_name = "N", value_parser = hops, allow_negative_numbers = true)]
    pub max_hops: Option<usize>,
    #[command(flatten)]
    pub scope: ScopeArgs,
    /// txt, md or json; by the file's extension where it is not given, else txt
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

fn count(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(count) if (1..=100).contains(&count) => Ok(count),
        _ => Err("how many connections is a number from 1 to 100".to_owned()),
    }
}

fn hops(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(hops) if hops > 0 => Ok(hops),
        _ => Err("a connection has 1 step or more".to_owned()),
    }
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Page(Style),
    Json,
}

/// So many of the things that can be reached are named.
const NAMED: usize = 3;

impl Path {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = format::choose(
            self.format.as_deref(),
            path,
            &[
                (Format::Page(Style::Plain), &["txt", "text", "text/plain"]),
                (
                    Format::Page(Style::Markdown),
                    &["md", "markdown", "text/markdown"],
                ),
                (Format::Json, &["json", "application/json"]),
            ],
        )?;
        let mut loaded = context.load()?;
        let views = loaded.views()?;
        let view = views
            .named(&self.view)
            .map_err(|error| CliError::usage(format!("--view: {error}")))?;
        let scope = names::scope(&self.scope, &loaded)?;
        let records = loaded.records();
        let source = loaded.source()?;
        let whole = network::of_view(&source, &records, view, &scope)?;
        Terminal::waiting("connecting over", whole.edges().count(), "ties");
        let network = network::bundle(&whole, Bundling::Kind);
        let node = |name| names::node(name, &loaded, &records, &network);
        let ends = [node(&self.from)?, node(&self.to)?];
        check_differ(self, &ends)?;
        let search = Search {
            arguments: self,
            loaded: &loaded,
            source: &source,
            records: &records,
            views: &views,
            view,
            network: &network,
        };
        let [from, to] = &ends;
        let hops = search.hops();
        let paths = network::shortest_paths(&network, from, to, self.count, hops);
        if paths.is_empty() {
            Terminal::note(&format!("0 results: {}", search.why_none(&ends, &scope)));
        }
        match format {
            Format::Json => {
                let found = Connections {
                    view: &view.name,
                    ends: [from, to],
                    paths: &paths,
                    facts: network.facts(),
                };
                output::write_with(path, |out| exchange::write_paths(&found, out))
            }
            Format::Page(_) if paths.is_empty() => Ok(()),
            Format::Page(style) => {
                let page = connections(&records, &paths, network.facts(), &view.asks);
                output::write_all(path, page.render(style).as_bytes())
            }
        }
    }
}

/// Refuses a connection of something with itself.
fn check_differ(arguments: &Path, [from, to]: &[NamedNode; 2]) -> Result<(), CliError> {
    let (first, second) = (&arguments.from, &arguments.to);
    let same = match (from == to, first == second) {
        (false, _) => return Ok(()),
        (true, true) => format!("`{first}` is given twice"),
        (true, false) => format!("`{first}` and `{second}` are the same thing"),
    };
    Err(CliError::usage(format!(
        "{same}: a connection needs two different ends"
    )))
}

/// What was searched, to say why nothing was found.
struct Search<'a> {
    arguments: &'a Path,
    loaded: &'a Loaded,
    source: &'a Source,
    records: &'a Records,
    views: &'a Catalogue,
    view: &'a NamedQuery,
    network: &'a Network,
}

impl Search<'_> {
    fn hops(&self) -> usize {
        self.arguments.max_hops.unwrap_or(usize::MAX)
    }

    /// Why there is no connection.
    fn why_none(&self, ends: &[NamedNode; 2], scope: &Scope) -> String {
        for end in ends {
            if !self.network.contains(end) {
                return self.why_absent(end, scope);
            }
        }
        let [from, to] = ends.each_ref().map(|end| self.name(end));
        let within = match self.arguments.max_hops {
            None => String::new(),
            Some(1) => " within 1 step".to_owned(),
            Some(hops) => format!(" within {hops} steps"),
        };
        let [from_reach, to_reach] = ends.each_ref().map(|end| self.reach(end));
        let view = &self.view.name;
        format!(
            "nothing connects {from} and {to} in the view `{view}`{within}; \
             {from} reaches {from_reach}; {to} reaches {to_reach}"
        )
    }

    /// `12 things, the nearest Belarus, Russia and NATO`.
    fn reach(&self, end: &NamedNode) -> String {
        let reached = self.network.reach(end, self.hops());
        let nearest = reached.iter().take(NAMED);
        let names: Vec<String> = nearest.map(|node| self.name(node)).collect();
        match reached.len() {
            0 => "nothing".to_owned(),
            few if few <= NAMED => enumerated(&names),
            all => format!("{all} things, the nearest {}", enumerated(&names)),
        }
    }

    /// Why a thing is not in the network: because of what was asked for, or since the view does not have it.
    fn why_absent(&self, end: &NamedNode, scope: &Scope) -> String {
        let name = self.name(end);
        let all = Scope {
            sides: scope.sides.clone(),
            ..Scope::default()
        };
        let mut having: Vec<&str> = Vec::new();
        for view in self.views.iter() {
            // A view that is broken has nothing; who asks for it is told why.
            let network = network::of_view(self.source, self.records, view, &all);
            if network.is_ok_and(|network| network.contains(end)) {
                having.push(&view.name);
            }
        }
        let view = self.view.name.as_str();
        if having.contains(&view) {
            return format!(
                "{name} has no tie in the view `{view}` that is of these kinds and of this time"
            );
        }
        match listed(having) {
            Some(views) => format!("{name} is not in the view `{view}`, but in {views}"),
            None => format!("{name} is in no view: nothing ties it to anything"),
        }
    }

    fn name(&self, node: &NamedNode) -> String {
        let known = self.network.facts().nodes.get(node);
        let label = known.map(|known| known.label.clone());
        label.unwrap_or_else(|| self.loaded.name_index.label(node).to_owned())
    }
}
