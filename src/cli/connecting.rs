//! What a user types to see how two things are connected.

use clap::Args;

use super::options::{OutputArgs, ScopeArgs};

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
    pub(crate) from: String,
    /// Where they end
    #[arg(value_name = "B")]
    pub(crate) to: String,
    /// What counts as a tie: a view by name, such as actors, people, events, sectors, items or everything
    #[arg(long, value_name = "VIEW", default_value = "everything")]
    pub(crate) view: String,
    /// How many connections, from 1 to 100
    #[arg(short = 'k', long, value_name = "K", default_value_t = 3, value_parser = count, allow_negative_numbers = true)]
    pub(crate) count: usize,
    /// Only connections of so many steps at most, from 1 up
    #[arg(long, value_name = "N", value_parser = hops, allow_negative_numbers = true)]
    pub(crate) max_hops: Option<usize>,
    #[command(flatten)]
    pub(crate) scope: ScopeArgs,
    /// txt, md or json; by the file's extension where it is not given, else txt
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
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
