//! The commands, and the options of every command.

use clap::{Parser, Subcommand};

use super::commands::acts::Acts;
use super::commands::analyze::Analyze;
use super::commands::brief::Brief;
use super::commands::check::Check;
use super::commands::completions::Completions;
use super::commands::export::Export;
use super::commands::graph::Graph;
use super::commands::locate::Locate;
use super::commands::new::New;
use super::commands::path::Path;
use super::commands::query::Query;
use super::commands::schema::Schema;
use super::commands::show::Show;
use super::commands::timeline::Timeline;
use super::context::{Context, GlobalArgs};
use super::error::CliError;

const EXIT_CODES: &str = "\
Exit codes:
  0  success (also for an ASK that answers false)
  1  the data failed a check
  2  wrong usage, or an output that cannot be written
  3  input that cannot be read or parsed
  4  a timeout or another limit";

const EXAMPLES: &str = "\
Examples:
  bilateral brief                                   a one-page summary of what the two sides said
  bilateral acts --kind Offer --sector construction
  bilateral timeline cement                         from an offer to its outcome
  bilateral show anton-alikhanov
  bilateral query --list
  bilateral query commitments --set sector=education
  bilateral check                                   every error and warning
  bilateral export -o dossier.ttl
  bilateral graph --view sectors --format svg -o sectors.svg
  bilateral analyze --measure ladder                how binding each side's words are
  bilateral path construction nato                  how the two are connected
  bilateral -C path/to/dossier brief                read another dossier
  bilateral new dossier talks --sides norland sundra
  bilateral locate \"We can supply you\"             find a passage to quote";

/// Query, check, export, draw and measure what two sides said to each other.
#[derive(Debug, Parser)]
#[command(name = "bilateral", version, after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Arguments {
    #[command(flatten)]
    pub globals: GlobalArgs,

    #[command(subcommand)]
    pub command: Command,
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

impl Command {
    /// Runs the command.
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        match self {
            Self::Brief(command) => command.run(context),
            Self::Acts(command) => command.run(context),
            Self::Show(command) => command.run(context),
            Self::Timeline(command) => command.run(context),
            Self::Query(command) => command.run(context),
            Self::Check(command) => command.run(context),
            Self::Export(command) => command.run(context),
            Self::Graph(command) => command.run(context),
            Self::Analyze(command) => command.run(context),
            Self::Path(command) => command.run(context),
            Self::New(command) => command.run(context),
            Self::Locate(command) => command.run(context),
            Self::Schema(command) => command.run(),
            Self::Completions(command) => {
                command.run(<Arguments as clap::CommandFactory>::command())
            }
        }
    }
}
