//! `bilateral new`, and its subcommand `dossier`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::new_readout::NewReadout;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::terminal::Terminal;
use crate::cli::{names, new_folder};
use crate::dossier::{self, Dossier};
use crate::export::rdf::stubs;
use crate::load;
use crate::model::{EntityKind, InferencePolicy, NameIndex};
use crate::sheet::is_text;
use crate::sheet::keys::{dossier_schema, facts_schema, template};

/// Create a dossier, or a readout in a dossier
///
/// The new folder passes `check` without errors, and a warning names each value to complete. Existing files are never overwritten.
#[derive(Debug, Args)]
pub struct New {
    #[command(subcommand)]
    pub what: NewWhat,
}

#[derive(Debug, Subcommand)]
pub enum NewWhat {
    Dossier(NewDossier),
    Readout(NewReadout),
}

impl New {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        match &self.what {
            NewWhat::Dossier(command) => command.run(context),
            NewWhat::Readout(command) => command.run(context),
        }
    }
}

/// Create a dossier: a folder with dossier.toml, actors.ttl and the schemas for editors
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral new dossier talks --sides norland kestrel-coast\n  bilateral new dossier talks --sides norland sundra --title \"Norland and Sundra\""
)]
pub struct NewDossier {
    /// The folder to create; it must not exist
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The slugs of the two sides: lower-case letters and digits, single hyphens between them
    #[arg(long, value_name = "SLUG", num_args = 2, required = true)]
    pub sides: Vec<String>,
    /// The title of the dossier [default: the names of the two sides]
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
}

impl NewDossier {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        check(self, context)?;
        let known = ontology()?;
        let sides = self.sides.iter();
        let sides: Vec<Side<'_>> = sides.map(|slug| Side::new(slug, &known)).collect();
        let labels: Vec<&str> = sides.iter().map(|side| side.label.as_str()).collect();
        let title = self.title.clone();
        let title = title.unwrap_or_else(|| labels.join(" and "));
        let unknown: Vec<(&str, &str)> = sides.iter().filter_map(Side::unknown).collect();

        let manifest = template::dossier(&title, &self.sides, "dossier.schema.json");
        let files = [
            ("data/dossier.toml", &*manifest),
            ("data/actors.ttl", &stubs(unknown.iter().copied())),
            ("data/dossier.schema.json", &dossier_schema()),
            ("data/facts.schema.json", &facts_schema()),
        ];
        new_folder::create(&self.folder, &files)?;
        note_created(self, &unknown);
        Ok(())
    }
}

fn check(arguments: &NewDossier, context: &Context<'_>) -> Result<(), CliError> {
    if !context.globals.dossiers.is_empty() {
        let message = "`new dossier` creates the folder DIR: remove -C";
        return Err(CliError::usage(message.to_owned()));
    }
    for side in &arguments.sides {
        names::check_slug(side, "--sides")?;
    }
    if let [one, other] = arguments.sides.as_slice()
        && one == other
    {
        let message = format!("--sides: a dossier has two different sides, not `{one}` twice");
        return Err(CliError::usage(message));
    }
    match &arguments.title {
        Some(title) if !is_text(title) => {
            let message = "--title: a title must not be empty or contain control characters";
            Err(CliError::usage(message.to_owned()))
        }
        _ => Ok(()),
    }
}

/// The names of the built-in ontology, which every dossier knows.
fn ontology() -> Result<NameIndex, CliError> {
    let dossier = Dossier {
        manifest: None,
        readouts: Vec::new(),
        reference: Vec::new(),
        ..dossier::built_in()?
    };
    Ok(load::load(&[dossier], InferencePolicy::All)?.name_index)
}

/// A side of the new dossier.
struct Side<'typed> {
    slug: &'typed str,
    label: String,
    is_known: bool,
}

impl<'typed> Side<'typed> {
    fn new(slug: &'typed str, known: &NameIndex) -> Self {
        let actor = known.resolve(slug, EntityKind::ACTORS).ok();
        let label = actor.as_ref().map(|iri| known.label(iri).to_owned());
        Self {
            slug,
            is_known: actor.is_some(),
            label: label.unwrap_or_else(|| names::label_of_slug(slug)),
        }
    }

    fn unknown(&self) -> Option<(&str, &str)> {
        (!self.is_known).then_some((self.slug, self.label.as_str()))
    }
}

fn note_created(arguments: &NewDossier, unknown: &[(&str, &str)]) {
    let folder = arguments.folder.display();
    Terminal::note(&format!("created the dossier `{folder}`"));
    if !unknown.is_empty() {
        let slugs: Vec<&str> = unknown.iter().map(|(slug, _)| *slug).collect();
        let file = arguments.folder.join("data").join("actors.ttl");
        let message = format!(
            "to be completed in `{}`: {}",
            file.display(),
            slugs.join(", ")
        );
        Terminal::note(&message);
    }
}
