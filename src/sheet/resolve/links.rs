//! Links between acts, within a sheet and across sheets, once all acts have their IRIs.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::{Draft, identity};
use crate::diagnostic::did_you_mean;
use crate::sheet::report::{Located, Report};
use crate::vocab::Namespace;

/// Resolves `follows_up` and `replaces` of every act; a reference into nowhere is noted.
pub(super) fn resolve_all(drafts: &mut [Draft<'_>]) {
    let known: BTreeSet<NamedNode> = drafts
        .iter()
        .flat_map(|draft| draft.sheet.acts.iter().map(|act| act.iri.clone()))
        .collect();
    for draft in drafts {
        let readout = &draft.written.slug;
        for (act, table) in draft.sheet.acts.iter_mut().zip(&draft.act_tables) {
            let Some(fields) = draft.written.fields.acts.get(*table) else {
                continue;
            };
            let mut resolve = |key| {
                let references = fields.list(key).iter();
                references
                    .filter_map(|reference| {
                        target(reference, readout, &act.iri, &known, &mut draft.report)
                    })
                    .collect()
            };
            act.follows_up = resolve("follows_up");
            act.replaces = resolve("replaces");
        }
    }
}

fn target(
    reference: &Located<String>,
    readout: &str,
    own: &NamedNode,
    known: &BTreeSet<NamedNode>,
    report: &mut Report,
) -> Option<NamedNode> {
    let iri = match reference.value.split_once('.') {
        Some((readout, id)) => identity::named(readout, id),
        None => identity::named(readout, &reference.value),
    };
    if iri == *own {
        report.error(
            "unknown-act",
            reference.range.clone(),
            "an act cannot refer to itself",
        );
        return None;
    }
    if known.contains(&iri) {
        return Some(iri);
    }
    let message = format!("there is no act `{}`", reference.value);
    let own_prefix = format!("{readout}.");
    let names = known.iter().map(|iri| {
        let name = iri.as_str().trim_start_matches(Namespace::Act.iri());
        name.strip_prefix(&own_prefix).unwrap_or(name)
    });
    let hint = did_you_mean(&reference.value, names)
        .or_else(|| Some("give the earlier act an `id`, and write \"readout.id\"".to_owned()));
    report.hinted("unknown-act", reference.range.clone(), message, hint);
    None
}
