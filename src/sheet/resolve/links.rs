//! Links between acts, within a sheet and across sheets, once all acts have their IRIs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use oxigraph::model::NamedNode;

use super::circle::Cycles;
use super::names::given;
use super::{Draft, identity};
use crate::diagnostic::Code;
use crate::sheet::report::{Located, Report};
use crate::text::{listed, nearest};
use crate::vocab::slug;

/// The readouts, and of each the last parts of its acts' IRIs.
type Known = BTreeMap<String, BTreeSet<String>>;

/// Resolves `follows_up`, `replaces` and `matches` of every act; a reference into nowhere is noted.
pub fn resolve_all(drafts: &mut [Draft<'_>]) {
    let mut known = Known::new();
    for draft in drafts.iter() {
        let readout = known.entry(draft.written.slug.clone()).or_default();
        readout.extend(ids(draft));
    }
    let mut links = Vec::new();
    for (number, draft) in drafts.iter_mut().enumerate() {
        let written = draft.written;
        let report = &mut draft.report;
        for (act, table) in draft.sheet.acts.iter_mut().zip(&draft.act_tables) {
            let Some(fields) = written.fields.acts.get(*table) else {
                continue;
            };
            let own = act.iri.clone();
            let mut resolve = |key| {
                let mut targets = Vec::new();
                for reference in fields.list(key) {
                    if let Some(to) = target(reference, &written.slug, &own, &known, report) {
                        links.extend(Link::back(key, number, &own, reference, &to));
                        targets.push(to);
                    }
                }
                given(targets, fields, key, written.words.as_ref(), report)
            };
            act.follows_up = resolve("follows_up");
            act.replaces = resolve("replaces");
            act.matches = resolve("matches");
        }
    }
    refuse_circles(drafts, &links);
}

/// A reference from an act to an earlier one.
struct Link {
    key: &'static str,
    /// The number of the sheet, and where in it the reference stands.
    draft: usize,
    range: Range<usize>,
    from: NamedNode,
    to: NamedNode,
}

impl Link {
    /// A link back in time; acts that match are told of at any time.
    fn back(
        key: &'static str,
        draft: usize,
        from: &NamedNode,
        reference: &Located<String>,
        to: &NamedNode,
    ) -> Option<Self> {
        (key != "matches").then(|| Self {
            key,
            draft,
            range: reference.range.clone(),
            from: from.clone(),
            to: to.clone(),
        })
    }
}

/// Notes each reference that comes back to its own act: of two acts one is the earlier.
fn refuse_circles(drafts: &mut [Draft<'_>], links: &[Link]) {
    let circles = Cycles::among(links.iter().map(|link| (&link.from, &link.to)));
    for link in links {
        let Some(way) = circles.way_back(&link.from, &link.to) else {
            continue;
        };
        if let Some(draft) = drafts.get_mut(link.draft) {
            let message = format!("`{}` leads back to this act itself", link.key);
            let through = listed(way.iter().map(|act| slug(act.as_ref())));
            let hint = through.map(|names| {
                format!("through {names}: an act takes up, or replaces, earlier ones only")
            });
            let range = link.range.clone();
            draft.report.hinted(Code::Circle, range, message, hint);
        }
    }
}

/// What may stand for each act of a sheet; those with an `id` count even where they hold another mistake.
fn ids(draft: &Draft<'_>) -> impl Iterator<Item = String> {
    let typed = draft.written.fields.acts.iter();
    let typed = typed.filter_map(|fields| fields.text("id"));
    let prefix = format!("{}.", draft.written.slug);
    let minted = draft.sheet.acts.iter().map(move |act| {
        let name = slug(act.iri.as_ref());
        name.strip_prefix(&prefix).unwrap_or(name).to_owned()
    });
    minted.chain(typed.map(str::to_owned))
}

fn target(
    reference: &Located<String>,
    own_readout: &str,
    own: &NamedNode,
    known: &Known,
    report: &mut Report,
) -> Option<NamedNode> {
    let split = reference.value.split_once('.');
    let (readout, id) = split.unwrap_or((own_readout, &reference.value));
    let iri = identity::named(readout, id);
    if iri == *own {
        report.error(
            Code::UnknownAct,
            reference.range.clone(),
            "an act cannot refer to itself",
        );
        return None;
    }
    if known.get(readout).is_some_and(|ids| ids.contains(id)) {
        return Some(iri);
    }
    let message = format!("there is no act `{}`", reference.value);
    let hint = match similar(readout, id, known) {
        Some((readout, id)) if split.is_some() => format!("did you mean `{readout}.{id}`?"),
        Some((_, id)) => format!("did you mean `{id}`?"),
        None => "give the earlier act an `id`, and write \"readout.id\"".to_owned(),
    };
    report.hinted(
        Code::UnknownAct,
        reference.range.clone(),
        message,
        Some(hint),
    );
    None
}

/// The act that may have been meant: in this readout, or where there is none such, of this name in a similar one.
fn similar<'known>(
    readout: &str,
    id: &str,
    known: &'known Known,
) -> Option<(&'known str, &'known str)> {
    if let Some((readout, ids)) = known.get_key_value(readout) {
        let id = nearest(id, ids.iter().map(String::as_str))?;
        return Some((readout, id));
    }
    let readout = nearest(readout, known.keys().map(String::as_str))?;
    let id = known.get(readout)?.get(id)?;
    Some((readout, id))
}
