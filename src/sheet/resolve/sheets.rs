//! Resolves all sheets in four passes, since each needs the one before: names that sheets declare; entities and events;
//! acts, which take defaults from events; links between acts.

use super::draft::drafts;
use super::entity::EntityCheck;
use super::{cycles, declare, document, entity, event, links};
use crate::diagnostic::{self, Finding};
use crate::model::{InferencePolicy, Manifest, NameIndex, Sheet};
use crate::sheet::parsed::ParsedSheets;

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
        .map(|dossier| document::manifest(dossier, &name_index, &mut findings))
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
