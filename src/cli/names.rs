//! Resolves names that a user types: entities, the focus of a network, kinds of act; checks slugs for something new.

use std::borrow::Cow;
use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::context::Loaded;
use super::error::{CliError, Doing};
use super::options::ScopeArgs;
use crate::model::{EntityKind, NameError, NameIndex, publisher_name};
use crate::network::{Network, Scope};
use crate::query::{Catalogue, NamedQuery};
use crate::records::{ActFilter, Records};
use crate::sheet::is_slug;
use crate::text::{counted, did_you_mean, enumerated};
use crate::vocab::{Namespace, expand, slug};

/// The entity with this name; otherwise a node of the network without a description.
pub fn node(
    name: &str,
    loaded: &Loaded,
    records: &Records,
    network: &Network,
) -> Result<NamedNode, CliError> {
    entity(name, loaded, records).or_else(|unknown| {
        let mut nodes = candidates(name).into_iter();
        nodes.find(|node| network.contains(node)).ok_or(unknown)
    })
}

/// The entity with this name in the name index; otherwise an act, a readout, a class or a kind.
pub fn entity(name: &str, loaded: &Loaded, records: &Records) -> Result<NamedNode, CliError> {
    let (name, names) = (name.trim(), &loaded.graph.name_index);
    let unknown = match names.resolve_loosely(name, EntityKind::ALL) {
        Ok(entity) => return Ok(entity),
        Err(error @ NameError::Unknown { .. }) => error,
        Err(error) => return Err(error.into()),
    };
    let is_subject = |node: &NamedNode| {
        let id = records.id(node.as_ref());
        id.is_some_and(|id| records.statements(id).next().is_some())
    };
    let known = candidates(name).into_iter().find(is_subject);
    known.ok_or_else(|| unknown.into())
}

fn candidates(name: &str) -> Vec<NamedNode> {
    let absolute = expand(name).map(Cow::into_owned);
    let iris = match absolute {
        Some(iri) => vec![iri],
        None if name.contains("://") => vec![name.trim_matches(['<', '>']).to_owned()],
        None => [Namespace::Act, Namespace::Readout, Namespace::Ontology]
            .map(|namespace| [namespace.iri(), name].concat())
            .to_vec(),
    };
    let nodes = iris.into_iter().map(NamedNode::new);
    nodes.filter_map(Result::ok).collect()
}

/// The nodes that the values of an option name.
pub fn resolved(
    option: &str,
    names: &[String],
    resolve: impl Fn(&str) -> Result<NamedNode, NameError>,
) -> Result<Vec<NamedNode>, CliError> {
    let nodes = names.iter().map(|name| resolve(name.trim()));
    nodes.collect::<Result<_, _>>().doing(option)
}

/// The kinds and groups that `--kind` names; if one is unknown, the error lists all.
pub fn kinds(typed: &[String], index: &NameIndex) -> Result<Vec<NamedNode>, CliError> {
    let resolve = |name: &String| index.resolve_kind_or_group(name.trim());
    let kinds = typed.iter().map(resolve).collect::<Result<_, _>>();
    kinds.map_err(|error| {
        let the = if error.suggests() { " The" } else { "; the" };
        let all = all_kinds(index);
        CliError::usage(format!("--kind: {error}{the} groups and kinds are {all}"))
    })
}

/// `Account (Statement, …), …`, group by group.
fn all_kinds(index: &NameIndex) -> String {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for kind in index.kinds() {
        let group = slug(kind.group.as_ref());
        groups.entry(group).or_default().push(kind.name());
    }
    let groups = groups.iter();
    let groups = groups.map(|(group, kinds)| format!("{group} ({})", kinds.join(", ")));
    let groups: Vec<String> = groups.collect();
    enumerated(&groups)
}

/// The readouts that `--source` names.
pub fn readouts(typed: &[String], loaded: &Loaded) -> Result<Vec<NamedNode>, CliError> {
    let slugs = || loaded.readouts().map(|readout| readout.slug.as_str());
    let readout = |name: &String| {
        let name = name.trim();
        let slug = name.strip_prefix("doc:").unwrap_or(name);
        if slugs().any(|known| known == slug) {
            return Ok(vec![Namespace::Readout.mint(slug)]);
        }
        let published = published_at(name, loaded);
        if !published.is_empty() {
            return Ok(published);
        }
        // An RDF file may describe a readout that has no folder here.
        let is_iri = slug != name || name.contains("://");
        let iri = candidates(name).into_iter().next().filter(|_| is_iri);
        iri.map(|iri| vec![iri]).ok_or_else(|| {
            let example = slugs().next().map(|slug| {
                format!("; name its folder, such as `{slug}`, or the host of its address")
            });
            let hint = did_you_mean(slug, slugs()).map(|hint| format!("; {hint}"));
            let hint = hint.or(example).unwrap_or_default();
            CliError::usage(format!("--source: unknown readout `{name}`{hint}"))
        })
    };
    let readouts = typed.iter().map(readout).collect::<Result<Vec<_>, _>>();
    Ok(readouts?.into_iter().flatten().collect())
}

/// The readouts at an address, or at any address of a host such as `kaskad.tv`.
fn published_at(name: &str, loaded: &Loaded) -> Vec<NamedNode> {
    // Only addresses and hosts contain dots.
    if !name.contains('.') {
        return Vec::new();
    }
    let host = name.strip_prefix("www.").unwrap_or(name).to_lowercase();
    let is_there = |address: &str| address == name || publisher_name(None, address) == host;
    let records = loaded.records();
    let texts = records.texts();
    let texts = texts.filter(|text| text.address.as_deref().is_some_and(is_there));
    texts
        .filter_map(|text| records.named(text.id))
        .map(NamedNodeRef::into_owned)
        .collect()
}

/// The acts toward what `--about` names, if none is about it: a note that suggests `--to`.
pub fn note_on_about(filter: &ActFilter, typed: &[String], records: &Records) -> Option<String> {
    if filter.about.is_empty() {
        return None;
    }
    let toward = ActFilter {
        about: Vec::new(),
        to: filter.about.clone(),
        ..filter.clone()
    };
    let acts = toward.select(records).count();
    let options: Vec<String> = typed.iter().map(|name| format!("--to {name}")).collect();
    let count = counted(acts, "act is", "acts are");
    (acts > 0).then(|| format!("{count} toward it: {}", options.join(" ")))
}

/// The view with this name.
pub fn view<'a>(name: &str, views: &'a Catalogue) -> Result<&'a NamedQuery, CliError> {
    let view = views.named(name);
    view.map_err(|error| CliError::usage(format!("--view: {error}")))
}

/// The kinds and dates to which a view is limited, and the sides of the dossier.
pub fn scope(typed: &ScopeArgs, loaded: &Loaded) -> Result<Scope, CliError> {
    let names = &loaded.graph.name_index;
    Ok(Scope {
        sides: loaded.sides(),
        kinds: kinds(&typed.kind, names)?,
        since: typed.dates.since,
        until: typed.dates.until,
        ..Scope::default()
    })
}

/// The entity around which a network is cut.
pub fn focus(typed: Option<&str>, loaded: &Loaded) -> Result<Option<NamedNode>, NameError> {
    let names = &loaded.graph.name_index;
    let focus = typed.map(|name| names.resolve_loosely(name, EntityKind::ALL));
    focus.transpose()
}

/// Refuses an invalid slug, and suggests a valid one.
pub fn check_slug(typed: &str, what: &str) -> Result<(), CliError> {
    if is_slug(typed) {
        return Ok(());
    }
    let meant = slugged(typed);
    let hint = if is_slug(&meant) {
        format!("; did you mean `{meant}`?")
    } else {
        String::new()
    };
    Err(CliError::usage(format!(
        "{what}: `{typed}` is not a slug: lower-case letters and digits, single hyphens between them{hint}"
    )))
}

/// Turns the words of a text into a slug.
fn slugged(text: &str) -> String {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// Turns a slug into a name: `isle-of-man` becomes `Isle of Man`.
pub fn label_of_slug(slug: &str) -> String {
    let words: Vec<String> = slug.split('-').enumerate().map(word).collect();
    words.join(" ")
}

fn word((place, word): (usize, &str)) -> String {
    let is_small = place > 0 && matches!(word, "of" | "the" | "and" | "in" | "for" | "to");
    let mut rest = word.chars();
    match rest.next() {
        Some(first) if !is_small => first.to_uppercase().chain(rest).collect(),
        _ => word.to_owned(),
    }
}
