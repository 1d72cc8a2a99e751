//! What a user types to begin and to fill a dossier: commands and options, and nothing of what they mean.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::options::OutputArgs;
use crate::model::PartialDate;

/// Begin a dossier, or a readout in one
///
/// The new folder can be read at once. Nothing that is there already is written over.
#[derive(Debug, Args)]
pub struct New {
    #[command(subcommand)]
    pub(crate) what: NewWhat,
}

#[derive(Debug, Subcommand)]
pub enum NewWhat {
    Dossier(NewDossier),
    Readout(NewReadout),
}

/// Begin a dossier: a folder with dossier.toml, actors.ttl and the schemas for editors
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral new dossier talks --sides norland kestrel-coast\n  bilateral new dossier talks --sides norland sundra --title \"Norland and Sundra\""
)]
pub struct NewDossier {
    /// The folder to make; it must not be there yet
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The two sides, each as a slug: lower-case letters and digits, single hyphens between them
    #[arg(long, value_name = "SLUG", num_args = 2, required = true)]
    pub(crate) sides: Vec<String>,
    /// What the dossier is about; the two sides where it is not given
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
}

/// Begin a readout: a folder with readout.txt and a fact sheet whose keys are all explained
///
/// It goes into the dossier that -C names, or else into the one here. What is required and not given stands in the
/// sheet as a placeholder, marked "to be completed".
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral new readout 2025-03-04-port-elin --text release.txt --issued-by norland\n  bilateral -C talks new readout 2025-03-04-port-elin --text - --source https://example.org/talks < release.txt\n  bilateral new readout 2025-03-05-press --record --accessed 2025-03-06 --source https://example.org/press"
)]
pub struct NewReadout {
    /// Its folder's name, which stands in IRIs: lower-case letters and digits, single hyphens between them
    #[arg(value_name = "SLUG")]
    pub(crate) slug: String,
    /// The published text, copied as it is; `-` is stdin
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "record",
        conflicts_with = "record"
    )]
    pub(crate) text: Option<PathBuf>,
    /// A record: the words of the text may not be stored
    #[arg(long)]
    pub(crate) record: bool,
    /// The address of the text at its publisher's
    #[arg(long, value_name = "URL")]
    pub(crate) source: Option<String>,
    /// Whose text it is: an actor by slug, prefixed name, IRI or label; may be given several times
    #[arg(long, value_name = "NAME")]
    pub(crate) issued_by: Vec<String>,
    /// When it was read at its address; a record needs it
    #[arg(long, value_name = "DATE")]
    pub(crate) accessed: Option<PartialDate>,
}

/// Print the JSON Schema of facts.toml or dossier.toml, by which editors complete and check them
///
/// `new dossier` puts both into data/, and the first line of each new sheet names its own. To renew one after an update:
/// bilateral schema -o data/facts.schema.json
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral schema\n  bilateral schema dossier -o data/dossier.schema.json\n  bilateral schema -o data/facts.schema.json"
)]
pub struct Schema {
    /// Of which file
    #[arg(value_name = "FILE", default_value = "facts")]
    pub(crate) file: SchemaOf,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// A file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The fact sheet of a readout.
    Facts,
    /// What a dossier says of itself.
    Dossier,
}

/// Find where a passage stands in the readouts, ready to be quoted
///
/// White space, quotation marks, dashes and hyphens count as in quotes. Each place is told with whether it is the only
/// one in its readout, and with the readout's words as a string of TOML, white space as blanks. Where there is none, the
/// nearest passage is told.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral locate \"We can supply you with steelwork\"\n  bilateral locate \"the ferry\" 2025-03-04-port-elin\n  bilateral locate \"the ferry\" --format json"
)]
pub struct Locate {
    /// The words
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    /// Only in the readout with this slug
    #[arg(value_name = "READOUT")]
    pub(crate) readout: Option<String>,
    /// txt or json (one object for each place); by the file's extension where it is not given, else txt
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
}
