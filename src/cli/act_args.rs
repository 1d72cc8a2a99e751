//! The options that choose acts.

use clap::{Args, ValueEnum};

use super::context::Loaded;
use super::error::CliError;
use super::names;
use super::options::DatedArgs;
use crate::model::EntityKind;
use crate::records::{ActFilter, Outcome};

/// Which acts; any value of a repeated option is enough.
#[derive(Debug, Args)]
#[command(next_help_heading = "Filters (repeat one to match any of its values)")]
pub struct ActArgs {
    /// Only acts by this actor
    #[arg(long, value_name = "ACTOR")]
    pub by: Vec<String>,
    /// Only acts toward this actor
    #[arg(long, value_name = "ACTOR")]
    pub to: Vec<String>,
    /// Only acts with this speaker
    #[arg(long, value_name = "PERSON")]
    pub speaker: Vec<String>,
    /// Only acts in this sector
    #[arg(long, value_name = "SECTOR")]
    pub sector: Vec<String>,
    /// Only acts of this kind or group, such as Offer or Commitment
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only acts about this good or service
    #[arg(long, value_name = "ITEM")]
    pub item: Vec<String>,
    /// Only acts about this sector, good, service, topic or other entity
    #[arg(long, value_name = "ENTITY")]
    pub about: Vec<String>,
    /// Only acts made at this event or at a part of it
    #[arg(long, value_name = "EVENT")]
    pub event: Vec<String>,
    /// Only acts that this readout reports: its folder, its address or the host of its address
    #[arg(long, value_name = "READOUT")]
    pub source: Vec<String>,
    /// Only acts with this outcome
    #[arg(long, value_name = "STATUS")]
    pub status: Vec<Status>,
    /// Only acts that await an answer: short for --status open
    #[arg(long, conflicts_with = "status")]
    pub open: bool,
    #[command(flatten)]
    pub dates: DatedArgs,
}

/// The outcome of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Status {
    /// It awaits an answer.
    Open,
    /// A later act accepts it.
    Accepted,
    /// A later act declines it.
    Declined,
    /// It was carried out.
    Fulfilled,
    /// It is recorded as lapsed.
    Lapsed,
    /// A later act replaces it.
    Replaced,
}

impl ActArgs {
    /// The filter, with resolved names.
    pub fn filter(&self, loaded: &Loaded) -> Result<ActFilter, CliError> {
        let index = &loaded.graph.name_index;
        let entity =
            |kinds: &'static [EntityKind]| move |name: &str| index.resolve_loosely(name, kinds);
        Ok(ActFilter {
            by: names::resolved("--by", &self.by, entity(EntityKind::ACTORS))?,
            to: names::resolved("--to", &self.to, entity(EntityKind::ACTORS))?,
            sectors: names::resolved("--sector", &self.sector, entity(EntityKind::SECTORS))?,
            about: names::resolved("--about", &self.about, entity(EntityKind::ALL))?,
            events: names::resolved("--event", &self.event, entity(EntityKind::EVENTS))?,
            speakers: names::resolved("--speaker", &self.speaker, entity(EntityKind::ACTORS))?,
            readouts: names::readouts(&self.source, loaded)?,
            kinds: names::kinds(&self.kind, index)?,
            items: names::resolved("--item", &self.item, entity(EntityKind::ITEMS))?,
            outcomes: if self.open {
                vec![Outcome::Open]
            } else {
                self.status.iter().map(|status| outcome(*status)).collect()
            },
            since: self.dates.since,
            until: self.dates.until,
        })
    }
}

const fn outcome(status: Status) -> Outcome {
    match status {
        Status::Open => Outcome::Open,
        Status::Accepted => Outcome::Accepted,
        Status::Declined => Outcome::Declined,
        Status::Fulfilled => Outcome::Fulfilled,
        Status::Lapsed => Outcome::Lapsed,
        Status::Replaced => Outcome::Replaced,
    }
}
