//! `bilateral new readout`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use oxigraph::model::NamedNode;

use crate::cli::context::{Context, Loaded};
use crate::cli::error::{CliError, Doing};
use crate::cli::new_folder::{self, write_if_absent};
use crate::cli::terminal::Terminal;
use crate::cli::{names, options};
use crate::diagnostic::SourceText;
use crate::dossier;
use crate::model::{EntityKind, NameIndex, PartialDate, sha256};
use crate::sheet::is_url;
use crate::sheet::keys::facts_schema;
use crate::sheet::keys::template::{self, Template};
use crate::text::with_article;
use crate::vocab::{self, Namespace};

/// Create a readout: a folder with readout.txt and a fact sheet that explains all its keys
///
/// The readout is added to the dossier that -C names, or to the one in the current folder. Missing required
/// values become placeholders, marked "to be completed".
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral new readout 2025-03-04-port-elin --text release.txt --issued-by norland\n  bilateral -C talks new readout 2025-03-04-port-elin --text - --source https://example.org/talks < release.txt\n  bilateral new readout 2025-03-05-press --record --accessed 2025-03-06 --source https://example.org/press"
)]
pub struct NewReadout {
    /// The name of its folder, used in IRIs: lower-case letters and digits, single hyphens between them
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// The published text, copied unchanged; `-` is stdin
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "record",
        conflicts_with = "record"
    )]
    pub text: Option<PathBuf>,
    /// Create a record, which stores facts but no words of the text
    #[arg(long)]
    pub record: bool,
    /// The address of the text on the publisher's site
    #[arg(long, value_name = "URL")]
    pub source: Option<String>,
    /// The issuer of the text: an actor by slug, prefixed name, IRI or label; may be repeated
    #[arg(long, value_name = "NAME")]
    pub issued_by: Vec<String>,
    /// The date on which the text was read at its address; required for a record
    #[arg(long, value_name = "DATE")]
    pub accessed: Option<PartialDate>,
}

impl NewReadout {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        names::check_slug(&self.slug, "the readout")?;
        let source = self.source.as_deref();
        if let Some(source) = source.filter(|source| !is_url(source)) {
            let message = format!(
                "--source: `{source}` is not an http:// or https:// address without spaces"
            );
            return Err(CliError::usage(message));
        }
        let root = root(context)?;
        let loaded = context.load()?;
        refuse_taken(&self.slug, &loaded)?;
        let issued_by = issuers(self, &loaded.graph.name_index)?;
        let text = self.text.as_deref().map(read).transpose()?;

        let sha256 = text.as_ref().map(|text| sha256(text.text()));
        let template = Template {
            slug: &self.slug,
            sha256: sha256.as_deref(),
            source,
            issued_by: &issued_by,
            accessed: self.accessed,
            sides: &sides(&loaded),
            kinds: &kinds(&loaded.graph.name_index),
            schema: "../facts.schema.json",
        };
        let data = root.join("data");
        let target = data.join(&self.slug);
        let facts = template::facts(&template);
        let text = text.as_ref().map(|text| ("readout.txt", text.text()));
        let files: Vec<(&str, &str)> = text.into_iter().chain([("facts.toml", &*facts)]).collect();
        new_folder::create(&target, &files)?;
        write_if_absent(&data.join("facts.schema.json"), facts_schema().as_bytes())?;

        let sheet = target.join("facts.toml");
        let sheet = sheet.display();
        Terminal::note(&format!("created the fact sheet `{sheet}`"));
        let incomplete = template.incomplete();
        if !incomplete.is_empty() {
            Terminal::note(&format!(
                "to be completed in `{sheet}`: {}",
                incomplete.join(", ")
            ));
        }
        Ok(())
    }
}

/// The dossier of the new readout.
fn root(context: &Context<'_>) -> Result<PathBuf, CliError> {
    let root = match context.globals.dossiers.as_slice() {
        [] => Path::new(""),
        [only] => only,
        _ => {
            let message = "a readout belongs to one dossier: use -C only once";
            return Err(CliError::usage(message.to_owned()));
        }
    };
    if let Some(root) = dossier::root_at(root) {
        return Ok(root);
    }
    let message = if context.globals.dossiers.is_empty() {
        "no dossier in the current folder: name one with -C, or create one with `bilateral new dossier`".to_owned()
    } else {
        // If no dossier exists at all, that error is reported instead.
        dossier::open(root)?;
        let root = root.display();
        format!("`{root}` contains dossiers but is not one: name one of them with -C")
    };
    Err(CliError::usage(message))
}

/// Refuses a slug that is already used.
fn refuse_taken(slug: &str, loaded: &Loaded) -> Result<(), CliError> {
    if let Some(other) = loaded.readouts().find(|readout| readout.slug == slug) {
        let message = format!(
            "the readout `{slug}` already exists: {}",
            other.facts.name()
        );
        return Err(CliError::usage(message));
    }
    // The meeting gets the slug of its readout.
    let meeting = Namespace::Id.mint(slug);
    let entity = loaded.graph.name_index.entity(&meeting);
    let kinds = entity.map(|entity| &entity.kinds);
    let other = kinds.filter(|kinds| !kinds.contains(&EntityKind::Event));
    if let Some(kind) = other.and_then(|kinds| kinds.first()) {
        let kind = with_article(&kind.word().to_lowercase());
        let message = format!(
            "`{slug}` is already {kind}, and the meeting gets the slug of its readout: choose another"
        );
        return Err(CliError::usage(message));
    }
    Ok(())
}

fn issuers(arguments: &NewReadout, name_index: &NameIndex) -> Result<Vec<String>, CliError> {
    let issuer = |name: &String| {
        let actor = name_index.resolve_loosely(name, EntityKind::ACTORS);
        actor.map(|iri| name_of(&iri, name_index))
    };
    let issuers = arguments.issued_by.iter().map(issuer);
    issuers.collect::<Result<_, _>>().doing("--issued-by")
}

/// The sides of the dossier, as written in a sheet.
fn sides(loaded: &Loaded) -> Vec<String> {
    let (manifests, names) = (&loaded.graph.manifests, &loaded.graph.name_index);
    let sides = manifests.iter().flat_map(|manifest| &manifest.sides);
    sides.map(|side| name_of(side, names)).collect()
}

/// The slug of an actor, or its IRI if the slug is ambiguous.
fn name_of(iri: &NamedNode, name_index: &NameIndex) -> String {
    let slug = vocab::slug(iri.as_ref());
    match name_index.resolve(slug, EntityKind::ACTORS) {
        Ok(found) if found == *iri => slug.to_owned(),
        _ => iri.as_str().to_owned(),
    }
}

/// The kinds of act, by the label of their group.
fn kinds(name_index: &NameIndex) -> BTreeMap<String, Vec<String>> {
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for kind in name_index.kinds() {
        let group = vocab::slug(kind.group.as_ref()).to_owned();
        kinds.entry(group).or_default().push(kind.name().to_owned());
    }
    kinds
}

/// The published text, from a file or from stdin.
fn read(path: &Path) -> Result<SourceText, CliError> {
    let (name, bytes) = options::read(path, dossier::LARGEST_TEXT + 1)?;
    dossier::text(&name, bytes).map_err(CliError::from)
}
