//! `bilateral path`.

use oxigraph::model::NamedNode;

use crate::cli::context::{Context, Loaded};
use crate::cli::error::CliError;
use crate::cli::format::{self, Named};
use crate::cli::options::{OutputArgs, ScopeArgs};
use crate::cli::terminal::Terminal;
use crate::cli::{names, output, page};
use crate::document::PageFormat;
use crate::export::exchange::{self, Connections};
use crate::network::{self, Bundling, Network, Scope};
use crate::query::{Catalogue, NamedQuery};
use crate::records::Records;
use crate::report::connections;
use crate::source::Source;
use crate::text::{enumerated, listed};
use clap::Args;

/// Show how two entities are connected, with the words behind each step
///
/// Find the shortest connections through other entities, ignoring the direction of ties; each step shows the direction.
/// Entities are given by slug, prefixed name, IRI or label.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral path construction nato\n  bilateral path cement fifa-world-cup-2018 -k 1 --format md\n  bilateral path \"Anton Alikhanov\" aleksandr-lukashenko --view people\n  bilateral path education russia --kind Commitment --max-hops 2 -o path.json"
)]
pub struct Path {
    /// The entity at one end
    #[arg(value_name = "A")]
    pub from: String,
    /// The entity at the other end
    #[arg(value_name = "B")]
    pub to: String,
    /// Use this view: actors, people, events, sectors, items, everything or one of the dossier
    #[arg(long, value_name = "VIEW", default_value = "everything")]
    pub view: String,
    /// Maximum number of connections, from 1 to 100
    #[arg(short = 'k', long, value_name = "K", default_value_t = 3, value_parser = count, allow_negative_numbers = true)]
    pub count: usize,
    /// Maximum number of steps in a connection, 1 or more
    #[arg(long, value_name = "N", value_parser = hops, allow_negative_numbers = true)]
    pub max_hops: Option<usize>,
    #[command(flatten)]
    pub scope: ScopeArgs,
    /// Output format: txt, md, html, docx (Word) or json [default: by file extension, else txt]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

fn count(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(count) if (1..=100).contains(&count) => Ok(count),
        _ => Err("the number of connections must be from 1 to 100".to_owned()),
    }
}

fn hops(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(hops) if hops > 0 => Ok(hops),
        _ => Err("the number of steps must be 1 or more".to_owned()),
    }
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Page(PageFormat),
    Json,
}

/// The number of reachable entities to name.
const NAMED: usize = 3;

impl Path {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let pages = page::FORMATS.map(|(format, names)| (Format::Page(format), names));
        let json: Named<Format> = (Format::Json, &["json", "application/json"]);
        let formats = [pages.as_slice(), &[json]].concat();
        let format = format::choose(self.format.as_deref(), path, &formats)?;
        if let Format::Page(page) = format {
            page::refuse_terminal(page, path)?;
        }
        let mut loaded = context.load()?;
        let views = loaded.views()?;
        let view = names::view(&self.view, &views)?;
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
            Format::Page(format) => {
                let format = page::fitted(format, context.terminal.width(path));
                let page = connections(&records, &paths, network.facts(), &view.asks);
                output::write_all(path, &page.to_file(format))
            }
        }
    }
}

/// Refuses two equal ends.
fn check_differ(arguments: &Path, [from, to]: &[NamedNode; 2]) -> Result<(), CliError> {
    let (first, second) = (&arguments.from, &arguments.to);
    let same = match (from == to, first == second) {
        (false, _) => return Ok(()),
        (true, true) => format!("`{first}` is given twice"),
        (true, false) => format!("`{first}` and `{second}` are the same entity"),
    };
    Err(CliError::usage(format!(
        "{same}: a connection needs two different ends"
    )))
}

/// The search, to explain why it found nothing.
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

    /// Explains why no connection exists.
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

    /// `12 entities, the nearest Belarus, Russia and NATO`.
    fn reach(&self, end: &NamedNode) -> String {
        let reached = self.network.reach(end, self.hops());
        let nearest = reached.iter().take(NAMED);
        let names: Vec<String> = nearest.map(|node| self.name(node)).collect();
        match reached.len() {
            0 => "nothing".to_owned(),
            few if few <= NAMED => enumerated(&names),
            all => format!("{all} entities, the nearest {}", enumerated(&names)),
        }
    }

    /// Explains why an entity is not in the network: it is out of scope, or not in the view.
    fn why_absent(&self, end: &NamedNode, scope: &Scope) -> String {
        let name = self.name(end);
        let all = Scope {
            sides: scope.sides.clone(),
            ..Scope::default()
        };
        let mut having: Vec<&str> = Vec::new();
        for view in self.views.iter() {
            // A broken view has no nodes; its own use reports the error.
            let network = network::of_view(self.source, self.records, view, &all);
            if network.is_ok_and(|network| network.contains(end)) {
                having.push(&view.name);
            }
        }
        let view = self.view.name.as_str();
        if having.contains(&view) {
            return format!("{name} has no tie of these kinds and dates in the view `{view}`");
        }
        match listed(having) {
            Some(views) => format!("{name} is not in the view `{view}`, but in {views}"),
            None => format!("{name} is in no view: it has no tie"),
        }
    }

    fn name(&self, node: &NamedNode) -> String {
        let known = self.network.facts().nodes.get(node);
        let label = known.map(|known| known.label.clone());
        label.unwrap_or_else(|| self.loaded.graph.name_index.label(node).to_owned())
    }
}
