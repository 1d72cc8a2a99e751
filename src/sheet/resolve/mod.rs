//! From fields to the model: resolves names, anchors quotes and fills in defaults.
//!
//! Sheets are resolved in four passes, since each needs the one before: names that sheets declare; entities and events;
//! acts, which take defaults from events; links between acts.

mod act;
mod cycles;
mod declare;
mod draft;
mod entity;
mod event;
mod field_resolver;
mod links;
mod merged_event;
mod parties;

pub use self::declare::{Declaration, declarations};
use self::draft::drafts;
use self::entity::EntityCheck;
use self::field_resolver::FieldResolver;
use crate::diagnostic::{self, Code, Finding};
use crate::model::{EntityKind, InferencePolicy, Manifest, NameIndex, Sheet};
use crate::sheet::findings::Findings;
use crate::sheet::read::{ParsedDossier, ParsedSheets};

/// Everything that the sheets of one or more dossiers say.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct ResolvedSheets {
    /// What each dossier says about itself, in the order of the dossiers.
    pub manifests: Vec<Manifest>,
    /// Every sheet, in the order of the dossiers and of the slugs in each.
    pub sheets: Vec<Sheet>,
    /// The names of the RDF files and of the sheets.
    pub name_index: NameIndex,
    /// What each sheet was resolved from.
    pub(crate) parsed: ParsedSheets,
    /// For each sheet and each of its acts, the index of the act's table.
    pub(crate) act_tables: Vec<Vec<usize>>,
}

/// Resolves every name, anchors every quote and fills in the defaults.
///
/// Values that `policy` excludes are dropped before anything is derived from them: no act takes its date from one, and
/// no label shows it. Returns what could be resolved and every mistake, sorted by file and place.
#[must_use]
pub fn resolve(
    parsed: ParsedSheets,
    mut name_index: NameIndex,
    policy: InferencePolicy,
) -> (ResolvedSheets, Vec<Finding>) {
    let mut findings = Vec::new();
    declare::all(&parsed, &mut name_index, &mut findings);
    let manifests: Vec<Manifest> = parsed
        .dossiers
        .iter()
        .map(|dossier| manifest(dossier, &name_index, &mut findings))
        .collect();

    let mut drafts = drafts(&parsed, &manifests);
    let mut entities = EntityCheck::default();
    for draft in &mut drafts {
        draft.document(&name_index);
        entities.resolve(draft, &name_index);
    }
    for entity in drafts.iter().flat_map(|draft| &draft.sheet.entities) {
        entity::add_broader(entity, &mut name_index);
    }
    let events = event::resolve_all(&mut drafts, &mut name_index, policy);
    cycles::refuse_parts_of_themselves(&mut drafts, &name_index, &events);
    for draft in &mut drafts {
        draft.acts(&name_index, &events);
    }
    links::resolve_all(&mut drafts, &name_index);
    for act in drafts.iter_mut().flat_map(|draft| &mut draft.sheet.acts) {
        act.apply(policy);
    }

    let (sheets, act_tables) = drafts
        .into_iter()
        .map(|draft| {
            draft.findings.move_to(&mut findings);
            (draft.sheet, draft.act_tables)
        })
        .unzip();
    diagnostic::sort(&mut findings);
    let resolved = ResolvedSheets {
        manifests,
        sheets,
        name_index,
        parsed,
        act_tables,
    };
    (resolved, findings)
}

/// Resolves `dossier.toml`.
fn manifest(
    dossier: &ParsedDossier,
    name_index: &NameIndex,
    all_findings: &mut Vec<Finding>,
) -> Manifest {
    let Some(file) = &dossier.manifest_file else {
        return Manifest::default();
    };
    let mut findings = Findings::new(file);
    let fields = &dossier.manifest;
    let languages = match fields.list("languages") {
        [] => vec!["en".to_owned()],
        tags => tags.iter().map(|tag| tag.value.clone()).collect(),
    };
    let mut resolver = FieldResolver {
        fields,
        index: name_index,
        readout: None,
        findings: &mut findings,
    };
    let sides = resolver.names("sides", EntityKind::ACTORS);
    let is_same = fields.list("sides").len() == 2 && sides.len() == 1;
    if is_same && resolver.findings.is_empty() {
        resolver.refuse(
            "sides",
            Code::WrongForm,
            "the two sides are one and the same",
        );
    }
    findings.move_to(all_findings);
    Manifest {
        title: fields.text("title").unwrap_or_default().to_owned(),
        sides,
        languages,
    }
}
