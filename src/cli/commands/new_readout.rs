//! `bilateral new readout`.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;
use oxigraph::model::NamedNode;

use crate::cli::args::Cli;
use crate::cli::authoring::NewReadout;
use crate::cli::dossiers::{self, Loaded};
use crate::cli::failure::UsageError;
use crate::cli::new_folder::{NewFolder, write_if_absent};
use crate::cli::slug;
use crate::cli::terminal::Terminal;
use crate::diagnostic::LoadError;
use crate::diagnostic::SourceText;
use crate::dossier;
use crate::model::sha256;
use crate::model::{EntityKind, NameIndex};
use crate::sheet::is_url;
use crate::sheet::keys::facts_schema;
use crate::sheet::keys::template::{self, Template};
use crate::text::with_article;
use crate::vocab::Namespace;
use crate::vocab::slug;

pub fn run(arguments: &NewReadout, cli: &Cli) -> anyhow::Result<()> {
    slug::check(&arguments.slug, "the readout")?;
    let source = arguments.source.as_deref();
    if let Some(source) = source.filter(|source| !is_url(source)) {
        let message =
            format!("--source: `{source}` is no http:// or https:// address without blanks");
        return Err(UsageError(message).into());
    }
    let root = root(cli)?;
    let loaded = dossiers::load(cli)?;
    refuse_taken(&arguments.slug, &loaded)?;
    let issued_by = issuers(arguments, &loaded.name_index)?;
    let text = arguments.text.as_deref().map(read).transpose()?;

    let sha256 = text.as_ref().map(|text| sha256(text.text()));
    let begun = Template {
        slug: &arguments.slug,
        sha256: sha256.as_deref(),
        source,
        issued_by: &issued_by,
        accessed: arguments.accessed,
        sides: &sides(&loaded),
        kinds: &kinds(&loaded.name_index),
        schema: "../facts.schema.json",
    };
    let data = root.join("data");
    let target = data.join(&arguments.slug);
    let folder = NewFolder::begin(&target)?;
    if let Some(text) = &text {
        folder.file("readout.txt", text.text().as_bytes())?;
    }
    folder.file("facts.toml", template::facts(&begun).as_bytes())?;
    folder.finish()?;
    write_if_absent(&data.join("facts.schema.json"), facts_schema().as_bytes())?;

    let sheet = target.join("facts.toml");
    let sheet = sheet.display();
    Terminal::note(&format!("made the fact sheet `{sheet}`"));
    let incomplete = begun.incomplete();
    if !incomplete.is_empty() {
        Terminal::note(&format!(
            "to be completed in `{sheet}`: {}",
            incomplete.join(", ")
        ));
    }
    Ok(())
}

/// The one dossier into which the readout goes.
fn root(cli: &Cli) -> anyhow::Result<PathBuf> {
    let root = match cli.dossiers.as_slice() {
        [] => Path::new(""),
        [only] => only,
        _ => {
            let message = "a readout goes into one dossier: give -C once";
            return Err(UsageError(message.to_owned()).into());
        }
    };
    if dossier::is_dossier(root) {
        return Ok(root.to_owned());
    }
    let message = if cli.dossiers.is_empty() {
        "no dossier here: name one with -C, or begin one with `bilateral new dossier`".to_owned()
    } else {
        // Where there is none at all, that is told instead.
        dossier::open(root)?;
        let root = root.display();
        format!("`{root}` holds dossiers, but is none: point -C at the one that is meant")
    };
    Err(UsageError(message).into())
}

/// Refuses a slug under which something else is known.
fn refuse_taken(slug: &str, loaded: &Loaded) -> anyhow::Result<()> {
    if let Some(other) = loaded.readouts().find(|readout| readout.slug == slug) {
        let message = format!(
            "there is a readout `{slug}` already: {}",
            other.facts.name()
        );
        return Err(UsageError(message).into());
    }
    // The meeting gets the slug of its readout.
    let meeting = NamedNode::new([Namespace::Id.iri(), slug].concat())?;
    let sorts = loaded
        .name_index
        .entity(&meeting)
        .map(|entity| &entity.kinds);
    if let Some(sort) = sorts
        .filter(|sorts| !sorts.contains(&EntityKind::Event))
        .and_then(|sorts| sorts.first())
    {
        let sort = with_article(&sort.word().to_lowercase());
        let message = format!(
            "`{slug}` is {sort}, and the meeting of a readout has its slug: choose another"
        );
        return Err(UsageError(message).into());
    }
    Ok(())
}

fn issuers(arguments: &NewReadout, name_index: &NameIndex) -> anyhow::Result<Vec<String>> {
    let issuer = |name: &String| {
        let actor = name_index.resolve_loosely(name, EntityKind::ACTORS);
        actor.map(|iri| name_of(&iri, name_index, EntityKind::ACTORS))
    };
    let issuers = arguments.issued_by.iter().map(issuer);
    issuers.collect::<Result<_, _>>().context("--issued-by")
}

/// The sides of the dossier, as a sheet names them.
fn sides(loaded: &Loaded) -> Vec<String> {
    let sides = loaded.manifests.iter().flat_map(|manifest| &manifest.sides);
    sides
        .map(|side| name_of(side, &loaded.name_index, EntityKind::ACTORS))
        .collect()
}

/// The slug of a thing, or its IRI where that says more.
fn name_of(iri: &NamedNode, name_index: &NameIndex, sorts: &[EntityKind]) -> String {
    let slug = slug(iri.as_ref());
    match name_index.resolve(slug, sorts) {
        Ok(found) if found == *iri => slug.to_owned(),
        _ => iri.as_str().to_owned(),
    }
}

/// The kinds of act by the label of their group.
fn kinds(name_index: &NameIndex) -> BTreeMap<String, Vec<String>> {
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for kind in name_index.kinds() {
        let group = slug(kind.group.as_ref()).to_owned();
        kinds.entry(group).or_default().push(kind.name().to_owned());
    }
    kinds
}

/// The published text, out of a file or from stdin.
fn read(path: &Path) -> anyhow::Result<SourceText> {
    let name = path.display().to_string();
    let cannot = || format!("cannot read `{name}`");
    let mut bytes = Vec::new();
    let limit = dossier::LARGEST_TEXT + 1;
    if path == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    }
    .with_context(cannot)?;
    let name = if name == "-" { "stdin" } else { &name };
    Ok(dossier::text(name, bytes).map_err(LoadError::from)?)
}
