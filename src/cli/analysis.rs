//! What a user types to have a network measured.

use clap::{Args, ValueEnum};

use super::args::weight;
use super::options::OutputArgs;
use crate::model::PartialDate;
use crate::network::Level;

/// Measure the network: as a whole, its nodes, its pairs, and the cooperation in it
///
/// All ties from one node to another are one, their weights added up, most often numbers of acts. What two do together
/// ties them both ways. Without --measure this is an overview.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral analyze\n  bilateral analyze --view people --measure betweenness,pagerank --top 5\n  bilateral analyze --measure network --by year --format csv\n  bilateral analyze --measure by-group --layer Commitment --since 2017\n  bilateral analyze --measure ladder,deeds --focus kaliningrad-oblast\n  bilateral analyze --measure openness --on 2025-12-31\n  bilateral analyze --explain\n  bilateral analyze --explain betweenness"
)]
pub struct Analyze {
    /// What counts as a tie: a view by name, such as actors, people, events, sectors, items or everything [default: actors]
    #[arg(long, value_name = "VIEW")]
    pub(crate) view: Option<String>,
    /// What to measure: names of measures, or network, nodes, pairs, relations, cooperation for all of a sort;
    /// --explain lists them
    #[arg(long, value_name = "MEASURE", value_delimiter = ',')]
    pub(crate) measure: Vec<String>,
    /// Tell what a measure is, exactly, and whose definition that is; without a name, list all
    #[arg(
        long,
        value_name = "MEASURE",
        num_args = 0..=1,
        default_missing_value = "",
        conflicts_with_all = [
            "view", "measure", "layer", "undirected", "level", "since", "until", "by", "min_weight", "focus", "top", "on",
            "format",
        ]
    )]
    pub(crate) explain: Option<String>,
    /// Only acts of this kind or group, or ties of this layer of the view; may be given several times
    #[arg(long, value_name = "LAYER")]
    pub(crate) layer: Vec<String>,
    /// Set the direction of ties aside
    #[arg(long)]
    pub(crate) undirected: bool,
    /// Roll actors up to those of this level of which they are part
    #[arg(long, value_name = "LEVEL")]
    pub(crate) level: Option<Rolled>,
    /// Only what is dated, and did not end before this date: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<PartialDate>,
    /// Only what is dated, and did not begin after this date
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<PartialDate>,
    /// Measure each year by itself
    #[arg(long, value_name = "SPAN")]
    pub(crate) by: Option<By>,
    /// Only ties of at least this weight, all acts from one node to another taken together
    #[arg(long, value_name = "WEIGHT", value_parser = weight, allow_negative_numbers = true)]
    pub(crate) min_weight: Option<f64>,
    /// Only what lies around this entity
    #[arg(long, value_name = "ENTITY")]
    pub(crate) focus: Option<String>,
    /// How many ties away from the focus; 0 is the focus alone
    #[arg(long, value_name = "N", default_value_t = 1, requires = "focus")]
    pub(crate) hops: usize,
    /// At most so many nodes and pairs, those first of which the first measure says most; without it ten in the overview,
    /// all where measures are named
    #[arg(long, value_name = "N", value_parser = top)]
    pub(crate) top: Option<usize>,
    /// The day on which the age of what is open is counted
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<PartialDate>,
    /// table, plain or md for people; json for all tables, csv, spreadsheet, tsv or xml for one of them
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// A level to which actors roll up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Rolled {
    /// Regions, organizations and people become their state.
    State,
    /// Organizations and people become their region or state.
    Region,
    /// People and posts become their organization, region or state.
    Organization,
    /// Posts become the one person who holds them.
    Person,
}

impl Rolled {
    pub(crate) const fn level(self) -> Level {
        match self {
            Self::State => Level::State,
            Self::Region => Level::Region,
            Self::Organization => Level::Organization,
            Self::Person => Level::Person,
        }
    }
}

/// What is measured by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Each year in which anything is dated.
    Year,
}

fn top(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("at least 1 is to be told".to_owned()),
        Ok(top) => Ok(top),
    }
}
