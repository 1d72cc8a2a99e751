//! From fields to the model: what names stand for, where quotes stand, which defaults hold.
//!
//! In four passes over all sheets, since each needs the one before: names that sheets declare, then entities and
//! events, then acts (which take defaults from events), then links between acts.

mod act;
mod circle;
mod document;
pub mod entity;
pub mod event;
mod evidence;
mod figure;
mod identity;
mod links;
mod names;
mod parties;
mod whole;

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::read::Fields;
use super::report::Report;
use super::{ParsedDossier, ParsedSheet, ParsedSheets, ResolvedSheets};
use crate::diagnostic::{Code, Finding};
use crate::model::{EntityKind, InferencePolicy, Manifest, NameIndex, Sheet, Span, Voice};
use crate::text::with_article;
use crate::vocab::slug;
use event::MergedEvent;
use names::Names;

/// Resolves everything; mistakes are added to `found`, and then what is given is not whole.
pub fn all(
    written: ParsedSheets,
    mut name_index: NameIndex,
    policy: InferencePolicy,
    found: &mut Vec<Finding>,
) -> ResolvedSheets {
    declare(&written, &mut name_index, found);
    let manifests: Vec<Manifest> = written
        .dossiers
        .iter()
        .map(|dossier| manifest(dossier, &name_index, found))
        .collect();

    let mut drafts = drafts(&written, &manifests);
    let mut entities = entity::Declarations::default();
    for draft in &mut drafts {
        draft.document(&name_index);
        entities.resolve(draft, &name_index);
    }
    for entity in drafts.iter().flat_map(|draft| &draft.sheet.entities) {
        entity::place(entity, &mut name_index);
    }
    let happenings = event::resolve_all(&mut drafts, &mut name_index, policy);
    whole::refuse_circles(&mut drafts, &name_index, &happenings);
    for draft in &mut drafts {
        draft.acts(&name_index, &happenings);
    }
    links::resolve_all(&mut drafts);
    for act in drafts.iter_mut().flat_map(|draft| &mut draft.sheet.acts) {
        act.policy(policy);
    }

    let (sheets, act_tables) = drafts
        .into_iter()
        .map(|mut draft| {
            found.append(&mut draft.report.found);
            (draft.sheet, draft.act_tables)
        })
        .unzip();
    ResolvedSheets {
        manifests,
        sheets,
        name_index,
        written,
        act_tables,
    }
}

/// A sheet on its way: what was written, and what has been made of it so far.
pub struct Draft<'written> {
    written: &'written ParsedSheet,
    manifest: &'written Manifest,
    sheet: Sheet,
    /// The event without an `id`, where the sheet has one.
    main_event: Option<NamedNode>,
    /// The voice of each passage quoted so far.
    voices: BTreeMap<Span, Voice>,
    /// For each act of the sheet, the index of the table from which it was made.
    act_tables: Vec<usize>,
    report: Report,
}

/// Makes a draft of every sheet; two readouts of one slug are an error.
fn drafts<'written>(
    written: &'written ParsedSheets,
    manifests: &'written [Manifest],
) -> Vec<Draft<'written>> {
    let mut slugs: BTreeMap<&str, &ParsedSheet> = BTreeMap::new();
    let mut drafts = Vec::new();
    for (dossier, manifest) in written.dossiers.iter().zip(manifests) {
        for sheet in &dossier.sheets {
            let mut report = Report::new(&sheet.file);
            if let Some(other) = slugs.insert(&sheet.slug, sheet) {
                let message = format!("two readouts have the slug `{}`", sheet.slug);
                let hint = format!(
                    "the other is {}; rename one of the folders",
                    other.file.name()
                );
                report.hinted(Code::SlugTwice, 0..0, message, Some(hint));
            }
            drafts.push(Draft {
                written: sheet,
                manifest,
                sheet: Sheet {
                    readout: document::placeholder(sheet, manifest),
                    events: Vec::new(),
                    entities: Vec::new(),
                    acts: Vec::new(),
                },
                main_event: None,
                voices: BTreeMap::new(),
                act_tables: Vec::new(),
                report,
            });
        }
    }
    drafts
}

/// Makes the names known that sheets themselves declare, so that any sheet may use them.
///
/// What contradicts the RDF files is noted first, while the name index holds only these.
fn declare(written: &ParsedSheets, name_index: &mut NameIndex, found: &mut Vec<Finding>) {
    for sheet in written.sheets() {
        let mut report = Report::new(&sheet.file);
        for fields in &sheet.fields.entities {
            entity::hold_against_rdf(fields, name_index, &mut report);
        }
        for fields in &sheet.fields.events {
            event::hold_against_rdf(fields, &sheet.slug, name_index, &mut report);
        }
        found.append(&mut report.found);
    }
    for sheet in written.sheets() {
        for fields in &sheet.fields.entities {
            entity::declare(fields, name_index);
        }
        for fields in &sheet.fields.events {
            event::declare(fields, &sheet.slug, name_index);
        }
    }
}

/// Notes where a sheet says of a thing that RDF files define that it is something else, or calls it otherwise.
fn hold_against_rdf(
    iri: &NamedNode,
    sort: EntityKind,
    fields: &Fields,
    name_index: &NameIndex,
    report: &mut Report,
) {
    let Some(known) = name_index.entity(iri) else {
        return;
    };
    if !known.kinds.contains(&sort) {
        let other = known.kinds.first().map_or("thing", |sort| sort.word());
        let message = format!(
            "`{}` is {} here, but {} in the RDF files",
            slug(iri.as_ref()),
            with_article(&sort.word().to_lowercase()),
            with_article(&other.to_lowercase())
        );
        report.error(Code::Contradiction, fields.range_of("kind"), message);
    } else if let Some(name) = fields.text("name")
        && name != known.label
        && !known.aliases.iter().any(|alias| alias == name)
    {
        let message = format!(
            "`{}` is called `{}` in the RDF files",
            slug(iri.as_ref()),
            known.label
        );
        let hint = "say it once, or say the same in both places".to_owned();
        report.hinted(
            Code::Contradiction,
            fields.range_of("name"),
            message,
            Some(hint),
        );
    }
}

fn manifest(dossier: &ParsedDossier, name_index: &NameIndex, found: &mut Vec<Finding>) -> Manifest {
    let Some(file) = &dossier.manifest_file else {
        return Manifest::default();
    };
    let mut report = Report::new(file);
    let mut names = Names::new(name_index, &mut report);
    let fields = &dossier.manifest;
    let languages: Vec<String> = fields
        .list("languages")
        .iter()
        .map(|tag| tag.value.clone())
        .collect();
    let manifest = Manifest {
        title: fields.text("title").unwrap_or_default().to_owned(),
        sides: names.many(fields.list("sides"), EntityKind::ACTORS),
        languages: if languages.is_empty() {
            vec!["en".to_owned()]
        } else {
            languages
        },
    };
    let is_one = fields.list("sides").len() == 2 && manifest.sides.len() == 1;
    if is_one && report.found.is_empty() {
        let message = "the two sides are one and the same";
        report.error(Code::WrongForm, fields.range_of("sides"), message);
    }
    found.append(&mut report.found);
    manifest
}

/// The events of all sheets, by IRI: acts take defaults from them.
type Happenings = BTreeMap<NamedNode, MergedEvent>;
