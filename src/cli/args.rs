//! What a user types: commands and options, and nothing of what they mean.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::analysis::Analyze;
use super::authoring::{Locate, New, Schema};
use super::checking::Check;
use super::connecting::Path;
use super::options::{OutputArgs, PageArgs, ScopeArgs, SpanArgs};

const EXIT_CODES: &str = "\
Exit codes:
  0  done (an ASK that answers false is done, too)
  1  the data failed a check
  2  wrong usage, or an output that cannot be written
  3  input that could not be read or parsed
  4  a timeout or another limit";

/// Over the options that every command takes, so that they do not stand among its own.
const GLOBAL: &str = "Options of every command";

const EXAMPLES: &str = "\
Examples:
  bilateral brief                                   what the two sides said, on one page
  bilateral acts --kind Offer --sector construction
  bilateral timeline cement                         from the words of an offer to what came of it
  bilateral show anton-alikhanov
  bilateral query --list
  bilateral query commitments --set sector=education
  bilateral check                                   every mistake, and what is worth a look
  bilateral export -o dossier.ttl
  bilateral graph --view sectors --format svg -o sectors.svg
  bilateral analyze --measure ladder                how binding each one's words are
  bilateral path construction nato                  how the two are connected, in which words
  bilateral -C path/to/dossier brief                another dossier than the one here
  bilateral new dossier talks --sides norland sundra
  bilateral locate \"We can supply you\"             where it stands, ready to be quoted";

/// Question, check, export, draw and measure what two sides said to each other.
#[derive(Debug, Parser)]
#[command(name = "bilateral", version, after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Cli {
    /// Read the dossier in this folder, or each dossier in the folders of it; may be given several times
    ///
    /// Without it the current folder is read if it is a dossier, and otherwise the built-in example.
    #[arg(short = 'C', long = "dossier", value_name = "DIR", global = true, help_heading = GLOBAL)]
    pub(crate) dossiers: Vec<PathBuf>,

    /// Leave out what somebody inferred, and what follows from it
    ///
    /// Only what a readout or an RDF file asserts is read: no inferred date, place, doer or speaker, unless another
    /// readout or RDF file asserts the same.
    #[arg(long, global = true, help_heading = GLOBAL)]
    pub(crate) asserted_only: bool,

    /// Tell on stderr what is read
    #[arg(short, long, global = true, help_heading = GLOBAL)]
    pub(crate) verbose: bool,

    /// When to use colour
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", help_heading = GLOBAL)]
    pub(crate) color: When,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Brief(Brief),
    Acts(Acts),
    Show(Show),
    Timeline(Timeline),
    Query(Query),
    Check(Check),
    Export(Export),
    Graph(Graph),
    Analyze(Analyze),
    Path(Path),
    New(New),
    Locate(Locate),
    Schema(Schema),
    Completions(Completions),
}

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
    pub(crate) sides: Vec<String>,

    #[command(flatten)]
    pub(crate) span: SpanArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// List acts, filtered, without SPARQL
///
/// Values are slugs, prefixed names, IRIs or labels. Sub-sectors are found with their sector, joint acts from both sides.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral acts --kind Commitment --to kaliningrad-oblast\n  bilateral acts --sector manufacturing --format csv\n  bilateral acts --since 2017 --until 2017-11 --sparql"
)]
pub struct Acts {
    /// Who did or said it
    #[arg(long, value_name = "ACTOR")]
    pub(crate) by: Vec<String>,
    /// At whom it is aimed
    #[arg(long, value_name = "ACTOR")]
    pub(crate) to: Vec<String>,
    /// In which sector
    #[arg(long, value_name = "SECTOR")]
    pub(crate) sector: Vec<String>,
    /// Of which kind or group, such as Offer or Commitment
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Vec<String>,
    /// About which good or service
    #[arg(long, value_name = "ITEM")]
    pub(crate) item: Vec<String>,
    /// What became of it
    #[arg(long, value_name = "STATUS")]
    pub(crate) status: Vec<Status>,
    /// Not before this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    /// Not after this date
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    /// Print the query instead of running it
    #[arg(long, conflicts_with = "format")]
    pub(crate) sparql: bool,
    /// table, plain, md, csv, spreadsheet (CSV with a byte order mark and no formulas), tsv, json or xml
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// What became of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Status {
    /// It waits for an answer, and none is recorded.
    Open,
    /// A later act says yes to it.
    Accepted,
    /// A later act says no to it.
    Declined,
    /// It was carried out.
    Fulfilled,
    /// Somebody says that it came to nothing.
    Lapsed,
    /// A later act stands in its place.
    Replaced,
}

/// Tell all that is known of one thing, each line with its evidence
///
/// What it is, who held which post when, the events and the acts in which it plays a part. The thing is an actor, a
/// sector, a good, a topic, an event or a post, by slug, prefixed name, IRI or label; or an act, a readout or a kind.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral show cement\n  bilateral show \"Anton Alikhanov\" --format md\n  bilateral show 2017-11-13-minsk.materials\n  bilateral show doc:2017-11-13-minsk -o readout.md"
)]
pub struct Show {
    /// The thing
    #[arg(value_name = "ENTITY")]
    pub(crate) entity: String,

    #[command(flatten)]
    pub(crate) page: PageArgs,
}

/// Tell events and acts in the order of time, each with the words that carry it
///
/// With a thing, only what it plays a part in, together with the acts that these follow up or that follow them up.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral timeline\n  bilateral timeline cement\n  bilateral timeline construction --since 2019 --format md\n  bilateral timeline anton-alikhanov -o alikhanov.md"
)]
pub struct Timeline {
    /// The thing, by slug, prefixed name, IRI or label; everything where none is given
    #[arg(value_name = "ENTITY")]
    pub(crate) entity: Option<String>,

    #[command(flatten)]
    pub(crate) span: SpanArgs,
    #[command(flatten)]
    pub(crate) page: PageArgs,
}

/// Answer a named question, or a query in SPARQL
///
/// The standard prefixes are declared. The default graph is the union of all graphs.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral query --list\n  bilateral query ladder\n  bilateral query commitments --set by=belarus --format md\n  bilateral query 'SELECT ?p WHERE { ?p a bil:Person }'\n  bilateral query -f my.rq --timeout 10 -o answer.csv\n  echo 'ASK { ?a a bil:Pledge }' | bilateral query -"
)]
pub struct Query {
    /// The name of a question, or a query in SPARQL; `-` reads it from stdin
    #[arg(value_name = "NAME|TEXT", conflicts_with_all = ["file", "list"])]
    pub(crate) question: Option<String>,
    /// Read the query from this file; `-` is stdin
    #[arg(short, long, value_name = "FILE", conflicts_with = "list")]
    pub(crate) file: Option<PathBuf>,
    /// Give a parameter of the query a value; may be given several times
    #[arg(long = "set", value_name = "NAME=VALUE")]
    pub(crate) parameters: Vec<String>,
    /// List the named questions and their parameters
    #[arg(long)]
    pub(crate) list: bool,
    /// Break off after so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) timeout: u64,
    /// table, plain, md, csv, spreadsheet, tsv, json or xml; for CONSTRUCT and DESCRIBE ttl, trig, nt, nq, rdf or jsonld
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// Write the graph as RDF, for people, for git and for other programs
///
/// The same graph gives the same bytes. Turtle and TriG are for reading. TriG, N-Quads and JSON-LD say in which graph
/// each statement stands; N-Triples, Turtle and RDF/XML hold all graphs as one.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral export\n  bilateral export -o dossier.trig\n  bilateral export --graph 2017-11-13-minsk --format nt\n  bilateral export --format application/ld+json\n  bilateral export --asserted-only -o dossier.rdf\n  bilateral export --canonical -o dossier.nq"
)]
pub struct Export {
    /// ttl, trig, nt, nq, rdf or jsonld, or a MIME type; by the file's extension where it is not given, else ttl
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,
    /// Only this graph: ontology, reference, or the name of a readout; may be given several times
    #[arg(long = "graph", value_name = "NAME")]
    pub(crate) graphs: Vec<String>,
    /// Add what follows from the statements: outcomes, broader kinds and sectors, wholes, numbers of days and years
    #[arg(long)]
    pub(crate) derived: bool,
    /// Write canonical N-Quads (RDFC-1.0), and tell their SHA-256 on stderr
    ///
    /// Two graphs that say the same give the same bytes, whatever their blank nodes are called.
    #[arg(long)]
    pub(crate) canonical: bool,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// Draw the network of relations as DOT, or through Graphviz as SVG; or hand it on to other programs
///
/// Each node and edge leads back to its quotes. GraphML, GEXF, JSON and the two lists in CSV have every tie by its kind,
/// each with its acts, quotes, dates and links; what both do together is an edge each way.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral graph | dot -Tpng -o actors.png\n  bilateral graph --kind Commitment --since 2017\n  bilateral graph --view items --focus cement\n  bilateral graph --view sectors --group pair --min-weight 2 --format svg -o sectors.svg\n  bilateral graph --color-by side -o actors.svg\n  bilateral graph --view everything -o everything.graphml\n  bilateral graph --view people -o people.nodes.csv"
)]
pub struct Graph {
    /// What counts as a tie: a view by name, such as actors, people, events, sectors, items or everything
    #[arg(long, value_name = "VIEW", default_value = "actors")]
    pub(crate) view: String,
    #[command(flatten)]
    pub(crate) scope: ScopeArgs,
    /// Draw ties between the same two as one: for each kind, each group of kinds, or all of them;
    /// without it as finely as there is room for
    #[arg(long, value_name = "BY", num_args = 0..=1, default_missing_value = "group")]
    pub(crate) group: Option<Grouping>,
    /// Only what lies around this entity
    #[arg(long, value_name = "ENTITY")]
    pub(crate) focus: Option<String>,
    /// How many ties away from the focus
    #[arg(long, value_name = "N", default_value_t = 1, requires = "focus")]
    pub(crate) hops: usize,
    /// Only ties that, as they are drawn, have at least this weight
    #[arg(long, value_name = "WEIGHT", value_parser = weight, allow_negative_numbers = true)]
    pub(crate) min_weight: Option<f64>,
    /// What the colour of a node tells, in a picture: kind, side, community or a measure of nodes, such as pagerank
    #[arg(long, value_name = "BY")]
    pub(crate) color_by: Option<String>,
    /// What the size of a node's name tells, in a picture: a measure of nodes, such as strength
    #[arg(long, value_name = "MEASURE")]
    pub(crate) size_by: Option<String>,
    /// dot, svg, graphml, gexf, json (node-link), nodes.csv or edges.csv; by the file's extension where it is not
    /// given, else dot
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// Which ties between the same two are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Grouping {
    /// One for each kind of act.
    Kind,
    /// One for each group of kinds: Account, Stance, Ask, Answer, Commitment.
    Group,
    /// One for all.
    Pair,
}

/// Print completions for a shell
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bilateral completions bash > ~/.local/share/bash-completion/completions/bilateral"
)]
pub struct Completions {
    /// For which shell
    pub(crate) shell: Shell,
}

pub fn weight(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(weight) if weight.is_finite() && weight >= 0.0 => Ok(weight),
        _ => Err("a weight is a number from 0 up".to_owned()),
    }
}
