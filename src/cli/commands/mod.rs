//! The commands, each in a file with its options and what it does.

pub mod acts;
pub mod analyze;
pub mod brief;
pub mod chart;
pub mod check;
pub mod completions;
pub mod export;
pub mod find;
pub mod graph;
pub mod locate;
pub mod new;
pub mod new_readout;
pub mod path;
pub mod query;
pub mod schema;
pub mod show;

use clap::Subcommand;

use super::context::Context;
use super::error::CliError;

/// Declares [`Command`] from the commands, each with its type, in the order of the help.
macro_rules! commands {
    ($($name:ident($options:path),)+) => {
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $($name($options),)+
        }

        impl Command {
            /// Runs the command.
            pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
                match self {
                    $(Self::$name(command) => command.run(context),)+
                }
            }
        }
    };
}

commands! {
    Brief(brief::Brief),
    Acts(acts::Acts),
    Show(show::Show),
    Timeline(show::Timeline),
    Find(find::Find),
    Query(query::Query),
    Check(check::Check),
    Export(export::Export),
    Graph(graph::Graph),
    Chart(chart::Chart),
    Analyze(analyze::Analyze),
    Path(path::Path),
    New(new::New),
    Locate(locate::Locate),
    Schema(schema::Schema),
    Completions(completions::Completions),
}
