//! Links between acts, within a sheet and across sheets, once all acts have their IRIs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use oxigraph::model::NamedNode;

use super::act;
use super::cycles::Cycles;
use super::draft::Draft;
use crate::diagnostic::Code;
use crate::model::NameIndex;
use crate::sheet::findings::{Findings, Located};
use crate::text::{listed, nearest};
use crate::vocab::slug;

/// For each readout the ids of its acts: the last part of their IRIs.
type ActIds = BTreeMap<String, BTreeSet<String>>;

/// Resolves `follows_up`, `replaces` and `matches` of every act; a reference to an unknown act is refused.
pub fn resolve_all(drafts: &mut [Draft<'_>], name_index: &NameIndex) {
    let mut ids = ActIds::new();
    for draft in drafts.iter() {
        let of_readout = ids.entry(draft.parsed.slug.clone()).or_default();
        of_readout.extend(act_ids(draft));
    }
    let mut links = Vec::new();
    for (number, draft) in drafts.iter_mut().enumerate() {
        let parsed = draft.parsed;
        let mut acts = std::mem::take(&mut draft.sheet.acts);
        for (act, table) in acts.iter_mut().zip(draft.act_tables.clone()) {
            let Some(fields) = parsed.fields.acts.get(table) else {
                continue;
            };
            let source = act.iri.clone();
            let mut resolver = draft.resolver(fields, name_index);
            let mut resolve = |key| {
                let mut targets = Vec::new();
                for reference in fields.list(key) {
                    let target = target(reference, &parsed.slug, &source, &ids, resolver.findings);
                    let Some(target) = target else { continue };
                    // Matching acts may be recorded in any order.
                    if key != "matches" {
                        links.push(Link {
                            key,
                            draft: number,
                            range: reference.range.clone(),
                            source: source.clone(),
                            target: target.clone(),
                        });
                    }
                    targets.push(target);
                }
                resolver.maybe_inferred(key, targets)
            };
            act.follows_up = resolve("follows_up");
            act.replaces = resolve("replaces");
            act.matches = resolve("matches");
        }
        draft.sheet.acts = acts;
    }
    refuse_cycles(drafts, &links);
}

/// A reference from an act to an earlier one.
struct Link {
    key: &'static str,
    /// The index of the draft, and the bytes of the reference in its sheet.
    draft: usize,
    range: Range<usize>,
    source: NamedNode,
    target: NamedNode,
}

/// Refuses each reference that links to its own act: one of two acts is the earlier.
fn refuse_cycles(drafts: &mut [Draft<'_>], links: &[Link]) {
    let cycles = Cycles::among(links.iter().map(|link| (&link.source, &link.target)));
    for link in links {
        let Some(path) = cycles.path_back(&link.source, &link.target) else {
            continue;
        };
        if let Some(draft) = drafts.get_mut(link.draft) {
            let message = format!("`{}` links back to this act itself", link.key);
            let names = listed(path.iter().map(|act| slug(act.as_ref())));
            draft
                .findings
                .error(Code::Circle, &link.range, message)
                .maybe_help(names.map(|names| {
                    format!("through {names}: an act follows up or replaces only earlier acts")
                }));
        }
    }
}

/// The ids of the acts of a sheet: those of the resolved acts, and every typed one, so that a mistake in an act causes no
/// others.
fn act_ids(draft: &Draft<'_>) -> impl Iterator<Item = String> {
    let typed = draft.parsed.fields.acts.iter();
    let typed = typed.filter_map(|fields| fields.text("id"));
    let prefix = format!("{}.", draft.parsed.slug);
    let minted = draft.sheet.acts.iter().map(move |act| {
        let name = slug(act.iri.as_ref());
        name.strip_prefix(&prefix).unwrap_or(name).to_owned()
    });
    minted.chain(typed.map(str::to_owned))
}

/// The act to which another one refers.
fn target(
    reference: &Located<String>,
    readout: &str,
    source: &NamedNode,
    ids: &ActIds,
    findings: &mut Findings,
) -> Option<NamedNode> {
    let range = &reference.range;
    let split = reference.value.split_once('.');
    let (readout, id) = split.unwrap_or((readout, &reference.value));
    let iri = act::iri(readout, id);
    if iri == *source {
        findings.error(Code::UnknownAct, range, "an act cannot refer to itself");
        return None;
    }
    if ids.get(readout).is_some_and(|ids| ids.contains(id)) {
        return Some(iri);
    }
    let help = match similar(readout, id, ids) {
        Some((readout, id)) if split.is_some() => format!("did you mean `{readout}.{id}`?"),
        Some((_, id)) => format!("did you mean `{id}`?"),
        None => "add an `id` to the earlier act, and write \"readout.id\"".to_owned(),
    };
    let message = format!("unknown act `{}`", reference.value);
    findings.error(Code::UnknownAct, range, message).help(help);
    None
}

/// The readout and id of the act that may be meant: one of this readout, or if that is unknown, the act of the same id in
/// a readout with a similar slug.
fn similar<'ids>(readout: &str, id: &str, ids: &'ids ActIds) -> Option<(&'ids str, &'ids str)> {
    if let Some((readout, ids)) = ids.get_key_value(readout) {
        let id = nearest(id, ids.iter().map(String::as_str))?;
        return Some((readout, id));
    }
    let readout = nearest(readout, ids.keys().map(String::as_str))?;
    let id = ids.get(readout)?.get(id)?;
    Some((readout, id))
}
